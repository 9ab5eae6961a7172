// Invariant: a task’s work is integrated exactly once, and no patch, direct change or judgement is left half way.
import { acceptancePlan, newestAcceptance } from '../../../src/main/state/evolve-acceptance.ts';
import type { AttemptNode, RunNode, TaskNode } from '../../../src/main/state/run-state.ts';
import { changeRef } from '../../../src/shared/domain/direct-change.ts';
import { runHeadRef } from '../../../src/shared/domain/run.ts';
import type { SimWorld } from '../world/sim-world.ts';
import type { Invariant } from './invariant.ts';

/** Completed by a word: the tool's own, or a person's. */
const UNCHANGED: ReadonlySet<string> = new Set(['no_change', 'skipped']);
const ENDED = ['completed', 'failed', 'blocked', 'cancelled'];

export const ONCE: Invariant = {
  name: 'once',
  says: 'a completed task has one committed change or none by its own word, and nothing is left half way when a run has ended',
  watch: ({ world, breach }) => ({
    end: ({ runs }) => {
      for (const run of runs) {
        const said = (what: string) => breach(`run ${run.runId}: ${what}`);
        for (const task of [...run.tasks.values(), ...run.formerTasks.values()])
          for (const what of taskProblems(run, task)) said(what);
        for (const what of halfWay(world, run)) said(what);
      }
    },
  }),
};

function taskProblems(run: RunNode, task: TaskNode): readonly string[] {
  const { taskId, patchMode } = task.plan;
  const changes = [...task.patches, ...task.directChanges];
  // What was added for it may have brought its work onto the head.
  const family = [task, ...task.additions].flatMap((one) => [...one.patches, ...one.directChanges]);
  const committed = family.filter(({ state }) => state === 'committed');
  const wanted = task.state === 'completed' && !UNCHANGED.has(task.completion ?? '') ? 1 : 0;
  // What takes the place of a patch is made from it, and by no tool.
  const made = changes.filter(
    (change) => change.table !== 'patches' || !isOf(task, change.created.replaces, change.attempt),
  );
  const makers = new Set(made.map(({ attempt }) => attempt));
  const isJudged = acceptancePlan(run, 'task', taskId) !== null;
  const judged = task.completion === 'replaced' ? task.additions.at(-1)?.plan.taskId : taskId;
  const isAccepted = newestAcceptance(run, 'task', judged ?? taskId)?.state === 'passed';
  return [
    ...(ENDED.includes(task.state) ? [] : [`task ${taskId} is left ${task.state}`]),
    ...(committed.length === wanted
      ? []
      : [`task ${taskId} is ${task.state}, ${committed.length} changes are committed`]),
    ...(makers.size === made.length ? [] : [`an attempt of ${taskId} made two changes`]),
    ...((patchMode.on ? task.directChanges : task.patches).length === 0
      ? []
      : [`${taskId} made another kind of change`]),
    ...(task.state === 'completed' && task.completion !== 'skipped' && isJudged && !isAccepted
      ? [`${taskId} is completed and was not accepted`]
      : []),
  ];
}

function isOf({ patches }: TaskNode, patchId: string | null, attempt: AttemptNode): boolean {
  return patches.some((patch) => patch.patchId === patchId && patch.attempt === attempt);
}

function halfWay({ git, unheld: lost }: SimWorld, run: RunNode): readonly string[] {
  const patches = [...run.patches.values()].filter(
    ({ state }) => !['committed', 'quarantined', 'dropped'].includes(state),
  );
  const changes = [...run.directChanges.values()];
  const open = changes.filter(({ state }) => !['committed', 'kept', 'dropped'].includes(state));
  const gates = [...run.gateRuns.values()].filter(({ state }) => state === 'pending' || state === 'running');
  const streams = [...run.workstreams.values()].filter(({ state }) => state === 'validating' || state === 'executing');
  const unheld = changes.filter(
    ({ changeId, state }) =>
      state === 'kept' &&
      !git.refs.has(changeRef(changeId)) &&
      !git.intruded.has(runHeadRef(run.runId)) &&
      !(lost.has(changeId) && isTold(run)),
  );
  const attempts = [...run.attempts.values()].filter(({ endedAt }) => endedAt === null);
  return [
    ...patches.map(({ patchId, state }) => `patch ${patchId} is left ${state}`),
    ...open.map(({ changeId, state }) => `direct change ${changeId} is left ${state}`),
    ...gates.map(({ gateRunId, state }) => `gate run ${gateRunId} is left ${state}`),
    ...streams.map(({ plan, state }) => `workstream ${plan.workstreamId} is left ${state}`),
    ...unheld.map(({ changeId }) => `no ref holds the direct change ${changeId}`),
    ...attempts.map(({ attemptId }) => `attempt ${attemptId} is left open`),
    ...(run.openAcceptances.size === 0 ? [] : [`${run.openAcceptances.size} judgements are left open`]),
  ];
}

/** Git would not hold it, and the run says so. */
function isTold({ notes }: RunNode): boolean {
  return notes.some((note) => note.includes('could not be kept'));
}
