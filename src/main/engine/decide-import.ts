// A patch from elsewhere enters a run: as a task that brings it, and that passes everything that other tasks pass.
import { present } from '../../shared/lib/assert.ts';
import type { PatchLaunch, TaskPlan } from '../../shared/plan/plan.ts';
import { tightestConstraints } from '../../shared/plan/tightest-constraints.ts';
import type { RunNode } from '../state/run-state.ts';
import { additionTo, addTask } from './add-task.ts';
import { goOn } from './go-on.ts';
import { type ImportWork, openWorkstream, replaceable } from './judge-import.ts';
import { withdrawReview } from './open-review.ts';
import type { Turn } from './turn.ts';

export function importPatch(turn: Turn, run: RunNode, work: ImportWork, base64: string): void {
  const patch = { file: work.file, base64 };
  goOn(turn, run);
  if (work.taskId === null) addTask(turn, run, standingAlone(run, work, patch));
  else replace(turn, run, work.taskId, patch);
}

/** The patch is brought as it is: no tool, one attempt, and nothing of what a tool would have been asked. */
function brought(plan: TaskPlan, patch: PatchLaunch): TaskPlan {
  const { route: _route, prompt: _prompt, reviews: _reviews, ...rest } = plan;
  return { ...rest, tool: 'patch', launch: { kind: 'patch', patch }, mode: 'patch_apply_validate', maxAttempts: 1 };
}

/** The question about the other one is answered by this one: nobody has to decide about it any more. */
function replace(turn: Turn, run: RunNode, taskId: string, patch: PatchLaunch): void {
  const original = present(run.tasks.get(taskId), `task ${taskId}`);
  const review = present(replaceable(run, original), `review of a patch of ${taskId}`);
  withdrawReview(turn, run, review, `the patch ${patch.file} takes its place`);
  const { patchId } = review.patch;
  const addition = {
    name: `${original.plan.name} (${patch.file})`,
    kind: 'import',
    patch: patchId,
    start: null,
  } as const;
  addTask(turn, run, brought(additionTo(run, original, addition), patch));
}

/** Nobody declared limits for it, so every limit of its workstream and every gate of the plan holds. */
function standingAlone(run: RunNode, { file, paths }: ImportWork, patch: PatchLaunch): TaskPlan {
  const workstream = present(openWorkstream(run), 'a workstream that is open');
  const pattern = present(workstream.tasks[0], `a task of ${workstream.plan.workstreamId}`).plan;
  const constraints = tightestConstraints(workstream.tasks.map(({ plan }) => plan.constraints));
  const taskId = freeId(run, run.added.filter(({ plan }) => plan.origin?.kind === 'import').length + 1);
  return {
    ...brought(pattern, patch),
    taskId,
    name: `Patch ${file}`,
    kind: 'code_edit',
    after: [],
    scope: { read: [], write: paths, create: [], forbidden: pattern.scope.forbidden },
    // Its own word, so that it shares these files with nobody.
    scopeBy: { write: `task ${taskId}`, read: null },
    constraints,
    acceptance: null,
    gates: run.created.plan.gates.filter(({ waveBoundary }) => waveBoundary !== true).map(({ gateId }) => gateId),
    conflictGroup: null,
    priority: 0,
    background: false,
    critical: false,
    allowNoChange: false,
    origin: { kind: 'import', task: null, patch: null, start: null },
  };
}

function freeId(run: RunNode, from: number): string {
  for (let number = from; ; number += 1) if (!run.tasks.has(`import-${number}`)) return `import-${number}`;
}
