// How an attempt changes, and its task with it.
import { ATTEMPT_MACHINE } from '../../shared/domain/attempt.ts';
import type { AttemptEvents } from '../../shared/events/attempt-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { moveTask, taskOf } from './evolve-task.ts';
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
      tryNumber: data.tryNumber,
      slot: data.slot,
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
      startedAt: null,
      endedAt: null,
    };
    run.attempts.set(id, attempt);
    task.attempts.push(attempt);
    if (data.slot !== null) run.slots.add(data.slot);
    moveTask(run, task, 'running');
    task.reason = '';
    task.startedAt ??= at;
    if (task.plan.conflictGroup !== null) run.groups.set(task.plan.conflictGroup, task);
    touch(attempt);
    touch(task);
  },
  'attempt-started': ({ run, at, id, data, touch }) => {
    const attempt = attemptOf(run, id);
    attempt.state = move(ATTEMPT_MACHINE, attempt.state, 'running', id);
    attempt.startedAt = at;
    attempt.pid = data.pid;
    attempt.processStart = data.processStart;
    attempt.workspace = data.workspace;
    touch(attempt);
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
    if (attempt.slot !== null) run.slots.delete(attempt.slot);
    if (data.state === 'completed') moveTask(run, attempt.task, 'validating');
    touch(attempt);
    touch(attempt.task);
  },
};

export function attemptOf(run: RunNode, attemptId: string): AttemptNode {
  return present(run.attempts.get(attemptId), `attempt ${attemptId} of run ${run.runId}`);
}
