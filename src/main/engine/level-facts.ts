// What conditions may know about a level when it is judged: its tasks, attempts and patches, counted.
import { PATCH_MACHINE, type PatchState } from '../../shared/domain/patch.ts';
import { present } from '../../shared/lib/assert.ts';
import { type AcceptanceFacts, countOf } from '../../shared/plan/acceptance-facts.ts';
import type { AcceptanceNode } from '../state/acceptance-node.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Change, PatchNode, RunNode, TaskNode } from '../state/run-state.ts';

const STATES = Object.keys(PATCH_MACHINE.moves) as PatchState[]; // exactly the states by its type

/** A task is judged before its patch is committed, as if it were: otherwise no condition could ever hold. */
export function levelFacts(run: RunNode, { level, levelId, changeId }: AcceptanceNode): AcceptanceFacts {
  const all = tasksOf(run, level, levelId);
  // What the run added for a task counts as work for that one, not as a task of the plan.
  const tasks = all.filter((task) => task.addedFor === null || level === 'task');
  const isJudged = (task: TaskNode) => level === 'task' && task.plan.taskId === levelId;
  const stateOf = (task: TaskNode) => (isJudged(task) ? 'completed' : task.state);
  const isOnItsWay = (change: Change) => changeIdOf(change) === changeId;
  const patchStateOf = (patch: PatchNode) => (isOnItsWay(patch) ? 'committed' : patch.state);
  const patches = all.flatMap((task) => task.patches);
  const attempts = all.flatMap((task) => task.attempts);
  const changes = [...patches, ...all.flatMap((task) => task.directChanges)];
  const committed = changes.filter((change) => isOnItsWay(change) || change.state === 'committed');
  const count = (state: TaskNode['state']) => tasks.filter((task) => stateOf(task) === state).length;
  const required = tasks.filter((task) => task.plan.critical);
  const byState = STATES.map((state): [string, number] => {
    const own = patches.filter((patch) => patchStateOf(patch) === state);
    return [countOf(state), (state === 'quarantined' ? own.filter((patch) => isHeld(run, patch)) : own).length];
  });
  return {
    state: tasks.every((task) => stateOf(task) === 'completed') ? 'succeeded' : 'failed',
    total_tasks: tasks.length,
    completed_tasks: count('completed'),
    failed_tasks: count('failed'),
    blocked_tasks: count('blocked'),
    cancelled_tasks: count('cancelled'),
    attempts: attempts.length,
    failed_attempts: attempts.filter((one) => one.state === 'error' || one.state === 'canceled').length,
    failed_gate_runs: changes
      .flatMap((change) => change.gateRuns)
      .filter((gateRun) => gateRun.state === 'failed' || gateRun.state === 'error').length,
    task_output_size: attempts.reduce((sum, one) => sum + (one.usage?.outputBytes ?? 0), 0),
    changed_files: new Set(committed.flatMap((change) => change.created.files.map((file) => file.path))).size,
    changed_lines: committed.reduce((sum, { created }) => sum + created.insertions + created.deletions, 0),
    all_required_patches_committed: required.every((task) => stateOf(task) === 'completed'),
    count_patches: patches.length,
    ...Object.fromEntries(byState),
  };
}

function tasksOf(run: RunNode, level: AcceptanceNode['level'], levelId: string): readonly TaskNode[] {
  if (level === 'task') return [present(run.tasks.get(levelId), `task ${levelId}`)];
  if (level === 'workstream') return present(run.workstreams.get(levelId), `workstream ${levelId}`).tasks;
  return run.inOrder.filter(({ plan }) => plan.phaseId === levelId);
}

/** Still a matter: no later patch took its place, its task matters, and it is not what a stopped tool left. */
function isHeld(run: RunNode, patch: PatchNode): boolean {
  const isReplaced = [...run.patches.values()].some((other) => other.created.replaces === patch.patchId);
  return !isReplaced && patch.task.plan.critical && !patch.created.recovered;
}
