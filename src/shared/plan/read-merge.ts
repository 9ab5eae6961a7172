// The group `merge` of a plan or a project → what it says about conflicts. A plan's word counts before the project's.
import { CONFLICT_STEPS, type ConflictStep, DEFAULT_MERGE_POLICY, type MergePolicy } from '../domain/merge-policy.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { errorFinding, type Finding } from './finding.ts';
import { asNumber, asText, asTexts, field } from './read-json.ts';
import type { ToolDefinition } from './tool-definition.ts';

/** What is said; faults of form are the schema's to report. */
export function readMerge(value: unknown): Partial<MergePolicy> {
  const steps = asTexts(field(value, 'on_conflict'))?.filter(isStep);
  const tool = asText(field(value, 'tool'));
  const maxTasks = asNumber(field(value, 'max_tasks'));
  return {
    ...(steps === undefined ? {} : { onConflict: steps }),
    ...(tool === null ? {} : { tool }),
    ...(maxTasks === null ? {} : { maxTasks }),
  };
}

function isStep(word: string): word is ConflictStep {
  return (CONFLICT_STEPS as readonly string[]).includes(word); // only to ask: the guard says what it finds
}

/** Absent where nobody says anything. */
export function mergePolicyOf(plan: Partial<MergePolicy>, project: Partial<MergePolicy>): MergePolicy | undefined {
  const said = { ...project, ...plan };
  return Object.keys(said).length === 0 ? undefined : { ...DEFAULT_MERGE_POLICY, ...said };
}

/** A merge tool has to be one that the project declares and that changes files. */
export function checkMergeTool(
  { tool = null }: Partial<MergePolicy>,
  path: string,
  tools: ReadonlyMap<string, ToolDefinition>,
): readonly Finding[] {
  if (tool === null) return [];
  const definition = tools.get(tool);
  if (definition === undefined) {
    const near = nearestWord(tool, [...tools.keys()]);
    const known = tools.size === 0 ? 'it declares none' : `it declares ${[...tools.keys()].join(', ')}`;
    const advice =
      near === null ? `Declare it below \`tools\` in patchbay.yaml; ${known}.` : `Did you mean \`${near}\`?`;
    return [errorFinding('E_UNKNOWN_TOOL', { path, message: `The project has no tool \`${tool}\`.`, advice })];
  }
  if (definition.givesPatch) return [];
  const message = `\`${tool}\` only looks, and a merge has to change files.`;
  return [errorFinding('E_UNKNOWN_TOOL', { path, message, advice: 'Name a tool whose modes have `prompt`.' })];
}
