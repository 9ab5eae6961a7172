// How an attempt changes, and its task with it.
import { ATTEMPT_MACHINE } from '../../shared/domain/attempt.ts';
import type { AttemptEvents } from '../../shared/events/attempt-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { moveTask, taskOf } from './evolve-task.ts';
import { beginWith, endWith } from './evolve-tool.ts';
import { handBack, takeUp, workerOfAttempt } from './evolve-worker.ts';
import type { AttemptNode, RunNode } from './run-state.ts';
import type { Family } from './step.ts';

export const ATTEMPT_FAMILY: Family<keyof AttemptEvents> = {
  'attempt-created': ({ run, at, id, data, touch }) => {
    const task = taskOf(run, data.taskId);
    const attempt: AttemptNode = {
      table: 'attempts',
      attemptId: id,
      task,
      number: data.number,
      tool: data.tool,
      base: data.base,
      startFrom: data.startFrom ?? data.base,
      tryNumber: data.tryNumber,
      workerId: data.workerId,
      lease: data.lease,
      requestId: data.requestId,
      promptId: data.promptId,
      createdAt: at,
      state: 'pending',
      result: null,
      failure: null,
      usage: null,
      logs: null,
      notes: [],
      pid: null,
      processStart: null,
      workspace: null,
      lost: null,
      lateReports: 0,
      startedAt: null,
      endedAt: null,
    };
    run.attempts.set(id, attempt);
    task.attempts.push(attempt);
    moveTask(run, task, 'running');
    task.reason = '';
    task.startedAt ??= at;
    const worker = takeUp(run, attempt);
    touch(attempt);
    touch(task);
    if (worker !== null) touch(worker);
    const tool = beginWith(run, attempt);
    if (tool !== null) touch(tool);
  },
  'attempt-started': ({ run, at, id, data, touch }) => {
    const attempt = attemptOf(run, id);
    attempt.state = move(ATTEMPT_MACHINE, attempt.state, 'running', id);
    attempt.startedAt = at;
    attempt.pid = data.pid;
    attempt.processStart = data.processStart;
    attempt.workspace = data.workspace;
    touch(attempt);
    const worker = workerOfAttempt(run, attempt);
    if (worker?.attempt !== attempt) return;
    worker.lastSeenAt = at;
    touch(worker);
  },
  'attempt-finished': ({ run, at, id, data, touch }) => {
    const attempt = attemptOf(run, id);
    attempt.state = move(ATTEMPT_MACHINE, attempt.state, data.state, id);
    attempt.result = data.result;
    attempt.failure = data.failure;
    attempt.usage = data.usage;
    attempt.logs = data.logs;
    attempt.notes = data.notes;
    attempt.endedAt = at;
    const worker = handBack(run, attempt, at);
    if (worker !== null) touch(worker);
    if (data.state === 'completed') moveTask(run, attempt.task, 'validating');
    const tool = endWith(run, attempt);
    if (tool !== null) touch(tool);
    touch(attempt);
    touch(attempt.task);
  },
};

export function attemptOf(run: RunNode, attemptId: string): AttemptNode {
  return present(run.attempts.get(attemptId), `attempt ${attemptId} of run ${run.runId}`);
}
