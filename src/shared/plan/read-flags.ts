// The group `flags` of a project file → flags, with what is wrong beyond its form.
import { didYouMean } from '../lib/nearest-word.ts';
import { escapePointer } from '../uet/json-pointer.ts';
import { errorFinding, type Finding } from './finding.ts';
import { KNOWN_TOOLS } from './known-tools.ts';
import type { ProjectFlags } from './project-flags.ts';
import { asBoolean, asRecord, asText, field } from './read-json.ts';

export interface FlagsReading {
  readonly flags: ProjectFlags;
  readonly findings: readonly Finding[];
}

/** `pointer` is where `value` stands in its file; `declared` are the tools of the project itself. */
export function readFlags(value: unknown, pointer: string, declared: readonly string[] = []): FlagsReading {
  const tools = Object.entries(asRecord(field(value, 'tools')) ?? {});
  const workstreams = Object.entries(asRecord(field(value, 'workstreams')) ?? {});
  const strategy = asText(field(value, 'parallel_strategy'));
  const flags: ProjectFlags = {
    patchMode: asBoolean(field(value, 'patch_mode')),
    tools: new Map(tools.map(([tool, said]) => [tool, { patchMode: asBoolean(field(said, 'patch_mode')) }])),
    workstreams: new Map(
      workstreams.map(([id, said]) => [
        id,
        { patchMode: asBoolean(field(said, 'patch_mode')), parallel: asBoolean(field(said, 'parallel')) },
      ]),
    ),
    parallelStrategy: strategy === 'sequential' || strategy === 'dag' ? strategy : null,
    ulidEnabled: asBoolean(field(value, 'ulid_enabled')),
  };
  const known: readonly string[] = [...KNOWN_TOOLS, ...declared];
  const findings = tools
    .filter(([tool]) => !known.includes(tool))
    .map(([tool]) => unknownTool(tool, `${pointer}/tools/${escapePointer(tool)}`, known));
  return { flags, findings };
}

function unknownTool(tool: string, path: string, known: readonly string[]): Finding {
  return errorFinding('E_UNKNOWN_TOOL', {
    path,
    message: `There is no tool \`${tool}\`, so its flags would hold for nothing.`,
    advice: `Name one of: ${known.join(', ')}.${didYouMean(tool, known)}`,
  });
}
