// The group `hooks` of a project → commands that custom checks call by name.
import { errorFinding, type Finding } from './finding.ts';
import type { GateDefinition } from './plan.ts';
import { readDefinition } from './read-acceptance.ts';
import { shellFinding } from './read-gates.ts';
import { asBoolean, asRecord, asText, asTexts } from './read-json.ts';

export interface HookReading {
  readonly hooks: ReadonlyMap<string, GateDefinition>;
  readonly findings: readonly Finding[];
}

/** Reads what can be read; faults of form are the schema's. */
export function readHooks(value: unknown, pointer: string): HookReading {
  const hooks = new Map<string, GateDefinition>();
  const findings: Finding[] = [];
  for (const [name, item] of Object.entries(asRecord(value) ?? {})) {
    const raw = asRecord(item);
    if (raw === null) continue;
    const line = asText(raw['command']);
    const argv = line === null ? (asTexts(raw['command']) ?? []) : [line];
    const shell = asBoolean(raw['shell']) ?? false;
    hooks.set(name, readDefinition(name, raw, { argv, shell }));
    const path = `${pointer}/${name}/command`;
    if (shell && argv.length > 1) findings.push(shellFinding(path, `hook \`${name}\``));
    if (!shell && argv.length === 1 && /\s/.test(argv[0] ?? '')) findings.push(spacesFinding(path, name));
  }
  return { hooks, findings };
}

function spacesFinding(path: string, name: string): Finding {
  return errorFinding('E_SCHEMA', {
    path,
    message: `The command of hook \`${name}\` is one text with spaces, so it would be taken for a program's name.`,
    advice: 'Write program and arguments as a list, or add `shell: true`.',
  });
}
