// Flags that contradict each other or loosen what the project says, and the warning about tasks without patches.
import { describeDirectEdits } from './describe-direct-edits.ts';
import { type Draft, type DraftTask, type DraftWorkstream, draftTasks, draftWorkstreams } from './draft.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import type { PatchMode } from './plan.ts';
import type { ProjectFlags } from './project-flags.ts';
import { asBoolean } from './read-json.ts';
import { DEFAULT_PATCH_MODE, resolvePatchMode } from './resolve-patch-mode.ts';

/** Modes by the task's pointer: an id may stand twice in a faulty plan. A task for a person changes nothing. */
export interface FlagsVerdict {
  readonly modes: ReadonlyMap<string, PatchMode>;
  readonly findings: readonly Finding[];
}

/** `toolOf` answers with an empty text where a task has no tool. */
export function checkFlags(draft: Draft, flags: ProjectFlags, toolOf: (task: DraftTask) => string): FlagsVerdict {
  const modes = new Map<string, PatchMode>();
  for (const { id: workstreamId, raw, tasks } of draftWorkstreams(draft)) {
    const ofPlan = asBoolean(raw['patch_mode']);
    for (const task of tasks) {
      const isForPerson = task.raw['kind'] === 'human_review';
      const resolved = resolvePatchMode({ flags, workstreamId, tool: toolOf(task), ofPlan });
      modes.set(task.pointer, isForPerson ? DEFAULT_PATCH_MODE : resolved);
    }
  }
  const findings = draftWorkstreams(draft).flatMap((one) => [...checkLoosening(one, modes), ...checkParallel(one)]);
  return { modes, findings: [...findings, ...warnOfDirectEdits(draft, modes)] };
}

/** A plan must not take the protection away that the project gives. */
function checkLoosening(one: DraftWorkstream, modes: ReadonlyMap<string, PatchMode>): readonly Finding[] {
  if (one.raw['patch_mode'] !== false) return [];
  const task = one.tasks.find(({ pointer }) => modes.get(pointer)?.on === true);
  const mode = task === undefined ? undefined : modes.get(task.pointer);
  if (task === undefined || mode === undefined) return [];
  const whose = mode.place === '' ? 'the default' : `\`${mode.place}\``;
  return [
    errorFinding('E_LOOSENED', {
      path: `${one.pointer}/patch_mode`,
      message: `The workstream \`${one.id}\` says \`patch_mode: false\`, but \`true\` holds for its task \`${task.id}\` by ${whose}.`,
      advice: `Only the project may allow direct edits: set \`flags.workstreams.${one.id}.patch_mode\` in patchbay.yaml, or remove this line.`,
    }),
  ];
}

function checkParallel({ pointer, id, strategy, raw }: DraftWorkstream): readonly Finding[] {
  const parallel = asBoolean(raw['parallel']);
  if (parallel === null || strategy === null || parallel === (strategy !== 'sequential')) return [];
  return [
    errorFinding('E_PLAN_CONSISTENCY', {
      path: `${pointer}/parallel`,
      message: `The workstream \`${id}\` says \`parallel: ${parallel}\` and \`strategy: ${strategy}\`, which contradict each other.`,
      advice:
        'Keep one of the two lines: `parallel: true` means `strategy: dag`, `parallel: false` means `sequential`.',
    }),
  ];
}

/** One warning for the plan, at the first such task. */
function warnOfDirectEdits(draft: Draft, modes: ReadonlyMap<string, PatchMode>): readonly Finding[] {
  const tasks = draftTasks(draft);
  const direct = tasks.filter((task) => modes.get(task.pointer)?.on === false);
  const [first] = direct;
  if (first === undefined) return [];
  const places = direct.map(({ id, pointer }) => ({ taskId: id, place: modes.get(pointer)?.place ?? '' }));
  return [
    warningFinding('E_UNPROTECTED', {
      path: first.pointer,
      message: describeDirectEdits(places, tasks.length),
      advice: 'Set `patch_mode: true` there as soon as you can; docs/migrating.md shows the way.',
    }),
  ];
}
