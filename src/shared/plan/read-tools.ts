// The group `tools` of a project → tools that plans and rules may name.
import { LIMITS } from '../domain/limits.ts';
import { escapePointer } from '../uet/json-pointer.ts';
import { errorFinding, type Finding } from './finding.ts';
import { asList, asNumber, asRecord, asText, asTextRecord, asTexts, field, type JsonRecord } from './read-json.ts';
import { asksForPrompt } from './task-for-tool.ts';
import type { ToolDefinition } from './tool-definition.ts';

export interface ToolsReading {
  /** In the order of the file. */
  readonly tools: readonly ToolDefinition[];
  readonly findings: readonly Finding[];
}

/** Names that mean something else already. */
const TAKEN = ['script', 'command', 'patch', 'person'];

/** Reads what can be read; faults of form are the schema's. */
export function readTools(value: unknown, pointer: string): ToolsReading {
  const tools: ToolDefinition[] = [];
  const findings: Finding[] = [];
  for (const [toolId, item] of Object.entries(asRecord(value) ?? {})) {
    const raw = asRecord(item);
    if (raw === null) continue;
    tools.push(readTool(toolId, raw));
    const at = `${pointer}/${escapePointer(toolId)}`;
    if (TAKEN.includes(toolId)) findings.push(takenFinding(at, toolId));
    const argv = asTexts(raw['command']) ?? [];
    if (argv.length === 1 && /\s/.test(argv[0] ?? '')) findings.push(spacesFinding(`${at}/command`, toolId));
  }
  return { tools, findings };
}

function readTool(toolId: string, raw: JsonRecord): ToolDefinition {
  const can = raw['capabilities'];
  const modes = asTexts(field(can, 'modes'));
  const argv = asTexts(raw['command']) ?? [];
  const exit = asList(field(raw['success'], 'exit')).filter((one): one is number => Number.isInteger(one));
  const milliseconds = (key: string) => {
    const seconds = asNumber(field(raw['limits'], key));
    return seconds === null ? null : seconds * 1000;
  };
  const cooldown = asNumber(field(raw['breaker'], 'cooldown_seconds'));
  return {
    toolId,
    argv,
    stdin: asText(raw['stdin']) ?? (asksForPrompt(argv) ? '' : '{prompt}'),
    successExit: exit.length > 0 ? exit : [0],
    litter: asTexts(raw['litter']) ?? [],
    env: asTextRecord(raw['env']),
    taskKinds: asTexts(field(can, 'task_kinds')),
    domains: asTexts(field(can, 'domains')),
    givesPatch: modes === null || modes.includes('prompt'),
    maxParallel: asNumber(raw['max_workers']),
    startsPerMinute: asNumber(field(raw['rate_limit'], 'starts_per_minute')),
    timeoutMs: milliseconds('max_runtime_seconds'),
    idleTimeoutMs: milliseconds('idle_seconds'),
    breaker: {
      failures: asNumber(field(raw['breaker'], 'failures')) ?? LIMITS.breakerFailures,
      cooldownMs: cooldown === null ? LIMITS.breakerCooldownMs : cooldown * 1000,
    },
  };
}

function takenFinding(path: string, toolId: string): Finding {
  return errorFinding('E_DUPLICATE_ID', {
    path,
    message: `\`${toolId}\` is a word of Patchbay and cannot name a tool of the project.`,
    advice: 'Give the tool another name.',
  });
}

function spacesFinding(path: string, toolId: string): Finding {
  return errorFinding('E_SCHEMA', {
    path,
    message: `The command of tool \`${toolId}\` is one text with spaces, so it would be taken for a program's name.`,
    advice: 'Write program and arguments as entries of the list.',
  });
}
