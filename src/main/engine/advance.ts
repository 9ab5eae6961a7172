// After every message a run goes on as far as its control lets it: tasks start, the train moves, the run ends.
import { executionRequest } from '../../shared/plan/execution-request.ts';
import { holdOf, isAdmitting } from '../state/admission/admission.ts';
import { joinLines, leaveLines } from '../state/admission/claims.ts';
import type { Hold } from '../state/admission/condition.ts';
import { holdTask, nextOffer, taskAdmitted } from '../state/admission/holds.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import { plannedFor } from '../state/tools.ts';
import { isWithoutSeat } from './ask-for-seat.ts';
import { assignWorker } from './assign-worker.ts';
import { closeWaves } from './close-waves.ts';
import { settlePause } from './decide-control.ts';
import { moveWorkstream } from './decide-order.ts';
import { routeTask, toolsDue } from './decide-tool.ts';
import { advanceStopping, finishIfOver } from './finish-run.ts';
import { settleAdditions } from './settle-additions.ts';
import { advanceStages } from './stages.ts';
import type { Turn } from './turn.ts';

export function advance(turn: Turn, run: RunNode): void {
  if (run.state !== 'running') return;
  switch (run.control) {
    case 'stopping':
      return advanceStopping(turn, run);
    case 'pausing':
    case 'paused':
      return settlePause(turn, run);
    case 'active':
    case 'waiting':
      toolsDue(turn, run);
      do {
        // What leaves the train frees what tasks wait for.
        advanceStages(turn, run);
        startTasks(turn, run);
      } while (settleAdditions(turn, run) || closeWaves(turn, run));
      return finishIfOver(turn, run);
  }
}

/** Starts tasks in their order for as long as the run admits any; one that something holds stands aside until that is freed. */
function startTasks(turn: Turn, run: RunNode): void {
  while (isAdmitting(run)) {
    const task = nextOffer(run);
    if (task === null) return;
    const hold = holdOf(run, task);
    if (hold !== null) setAside(run, task, hold);
    else if (!isWithoutSeat(turn, run, task)) {
      startAttempt(turn, run, task);
      taskAdmitted(run, task);
    }
  }
}

/** It stands under the key of what holds it, and in the lines of its claims where it is one of those. */
function setAside(run: RunNode, task: TaskNode, { key, isClaim }: Hold): void {
  if (isClaim === true) joinLines(run, task);
  else leaveLines(run, task);
  holdTask(run, task, key);
}

function startAttempt(turn: Turn, run: RunNode, task: TaskNode): void {
  if (task.workstream.state === 'ready') moveWorkstream(turn, run, task.workstream, 'executing');
  const attemptId = turn.nextId();
  const requestId = turn.nextId();
  const promptId = turn.nextId();
  const { taskId } = task.plan;
  routeTask(turn, run, task);
  const { tool } = task;
  const { plan, requestedBy } = run.created;
  const at = new Date(turn.nowMs).toISOString();
  const tryNumber = task.earlierFailures + task.failures + 1;
  const { workerId } = assignWorker(turn, run, task);
  const lease = run.lease + 1;
  const start = task.plan.origin?.start ?? null;
  turn.emit(
    run.runId,
    'attempt-created',
    { entity: 'attempt', id: attemptId },
    {
      taskId,
      number: task.earlierAttempts + task.attempts.length + 1,
      tryNumber,
      workerId,
      lease,
      tool,
      base: start?.base ?? run.head,
      ...(start === null ? {} : { startFrom: start.from }),
      requestId,
      promptId,
      request: executionRequest(plan, plannedFor(run, { task, tool }), {
        requestId,
        promptId,
        attemptId,
        requestedBy,
        at,
      }),
    },
  );
  turn.want(run.runId, 'start-attempt', { attemptId, taskId, tryNumber, lease });
}
