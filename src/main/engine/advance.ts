// After every message a run goes on as far as it can: tasks start, the train moves, the run ends.
import { executionRequest } from '../../shared/plan/execution-request.ts';
import { holdOf, isAdmitting } from '../state/admission/admission.ts';
import { holdTask, nextOffer, taskAdmitted } from '../state/admission/holds.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import { isWithoutSeat } from './ask-for-seat.ts';
import { assignWorker, endPool } from './assign-worker.ts';
import { cancelTask, cancelWorkstreams, moveWorkstream } from './decide-order.ts';
import { STAGES } from './stages.ts';
import type { Turn } from './turn.ts';

export function advance(turn: Turn, run: RunNode): void {
  if (run.state !== 'running') return;
  if (run.control === 'stopping') return finishStopping(turn, run);
  startTasks(turn, run);
  for (const stage of STAGES) stage.advance(turn, run);
  finishIfOver(turn, run);
}

/** Starts tasks in their order for as long as the run admits any; one that something holds stands aside until that is freed. */
function startTasks(turn: Turn, run: RunNode): void {
  while (isAdmitting(run)) {
    const task = nextOffer(run);
    if (task === null) return;
    const hold = holdOf(run, task);
    if (hold !== null) holdTask(run, task, hold.key);
    else if (!isWithoutSeat(turn, run, task)) {
      startAttempt(turn, run, task);
      taskAdmitted(run, task);
    }
  }
}

function startAttempt(turn: Turn, run: RunNode, task: TaskNode): void {
  if (task.workstream.state === 'ready') moveWorkstream(turn, run, task.workstream, 'executing');
  const attemptId = turn.nextId();
  const requestId = turn.nextId();
  const promptId = turn.nextId();
  const { taskId, tool } = task.plan;
  const { plan, requestedBy } = run.created;
  const at = new Date(turn.nowMs).toISOString();
  const tryNumber = task.failures + 1;
  const { workerId } = assignWorker(turn, run, task);
  const lease = run.lease + 1;
  turn.emit(
    run.runId,
    'attempt-created',
    { entity: 'attempt', id: attemptId },
    {
      taskId,
      number: task.attempts.length + 1,
      tryNumber,
      workerId,
      lease,
      tool,
      base: run.head,
      requestId,
      promptId,
      request: executionRequest(plan, task.plan, { requestId, promptId, attemptId, requestedBy, at }),
    },
  );
  turn.want(run.runId, 'start-attempt', { attemptId, taskId, tryNumber, lease });
}

function finishIfOver(turn: Turn, run: RunNode): void {
  if (run.running > 0 || run.validating > 0 || run.retrying.size > 0 || run.openAcceptances.size > 0) return;
  const subject = { entity: 'run', id: run.runId } as const;
  if ([...run.workstreams.values()].some((workstream) => workstream.unsettled > 0)) {
    if (run.waitingForPerson > 0 && run.control === 'active') {
      turn.emit(run.runId, 'run-control-changed', subject, {
        control: 'waiting',
        reason: 'A person has to approve a task.',
      });
    }
    return;
  }
  const isWhole = run.created.plan.phases.every(({ phaseId }) => phaseStanding(run, phaseId) === 'completed');
  const state = isWhole ? 'succeeded' : 'failed';
  endPool(turn, run, 'the run has ended');
  turn.emit(run.runId, 'run-finished', subject, { state, reason: isWhole ? '' : failureReason(run) });
}

function failureReason(run: RunNode): string {
  const failed = [...run.tasks.values()].filter((task) => task.state === 'failed');
  const halted = [...run.tasks.values()].filter((task) => task.state === 'blocked').length;
  const first = failed[0];
  const head = first === undefined ? refusalOf(run) : `${first.plan.name}: ${first.reason.replace(/[.]$/, '')}.`;
  const more = failed.length > 1 ? ` ${failed.length - 1} more failed.` : '';
  return `${head}${more}${halted > 0 ? ` ${halted} after it could not start.` : ''}`;
}

/** The first phase or workstream that was not accepted. */
function refusalOf(run: RunNode): string {
  for (const { level, levelId, state, reason } of run.acceptances.values()) {
    if (level === 'task' || state !== 'failed') continue;
    return `${level === 'phase' ? 'Phase' : 'Workstream'} ${levelId}: ${reason.replace(/[.]$/, '')}.`;
  }
  return 'Nothing could go on.';
}

function finishStopping(turn: Turn, run: RunNode): void {
  if (run.running > 0 || run.candidate?.accepted === true) return;
  for (const task of run.tasks.values()) cancelTask(turn, run, task, run.controlReason);
  cancelWorkstreams(turn, run);
  endPool(turn, run, 'the run has ended');
  const subject = { entity: 'run', id: run.runId } as const;
  turn.emit(run.runId, 'run-finished', subject, { state: 'canceled', reason: run.controlReason });
}
