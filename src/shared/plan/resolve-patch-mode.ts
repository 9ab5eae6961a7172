// Whether a task's work becomes a patch: the most specific word counts, and it is known whose word that was.
import type { PatchMode } from './plan.ts';
import { FLAG_DEFAULTS, type ProjectFlags } from './project-flags.ts';

export const DEFAULT_PATCH_MODE: PatchMode = { on: FLAG_DEFAULTS.patchMode, by: 'default', place: '' };

export interface PatchModeQuestion {
  readonly flags: ProjectFlags;
  readonly workstreamId: string;
  readonly tool: string;
  /** The field `patch_mode` of the workstream in its plan; null where it has none. */
  readonly ofPlan: boolean | null;
}

/**
 * Workstream before tool before project before default. A plan may only tighten: its `true` always counts, its
 * `false` changes nothing (check-flags.ts refuses one that would loosen).
 */
export function resolvePatchMode({ flags, workstreamId, tool, ofPlan }: PatchModeQuestion): PatchMode {
  const ofProject = projectWord(flags, workstreamId, tool);
  if (ofPlan !== true || ofProject.on) return ofProject;
  return { on: true, by: 'plan', place: `the plan: patch_mode of workstream ${workstreamId}` };
}

function projectWord(flags: ProjectFlags, workstreamId: string, tool: string): PatchMode {
  const ofWorkstream = flags.workstreams.get(workstreamId)?.patchMode ?? null;
  const place = (path: string) => `patchbay.yaml: flags.${path}patch_mode`;
  if (ofWorkstream !== null) {
    return { on: ofWorkstream, by: 'workstream', place: place(`workstreams.${workstreamId}.`) };
  }
  const ofTool = flags.tools.get(tool)?.patchMode ?? null;
  if (ofTool !== null) return { on: ofTool, by: 'tool', place: place(`tools.${tool}.`) };
  if (flags.patchMode !== null) return { on: flags.patchMode, by: 'project', place: place('') };
  return DEFAULT_PATCH_MODE;
}
