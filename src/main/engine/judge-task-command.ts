// Whether a command about one task, or about a level that was not accepted, can be carried out now.
import type { CommandWork } from '../../shared/domain/command.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { TASK_MACHINE, type TaskState } from '../../shared/domain/task.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import { didYouMean } from '../../shared/lib/nearest-word.ts';
import { newestAcceptance } from '../state/evolve-acceptance.ts';
import { mayBeLeft } from '../state/open-reviews.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import { formerLives } from '../state/task-lives.ts';

export type TaskWork = Extract<CommandWork, { readonly name: 'retry' | 'skip' | 'prioritise' }>;

/** Null when it can; the run goes on and is not stopping. */
export function taskRefusal(run: RunNode, work: TaskWork): PatchbayError | null {
  const task = run.tasks.get(work.taskId);
  if (task === undefined) return work.name === 'retry' ? levelRefusal(run, work.taskId) : unknown(run, work.taskId);
  switch (work.name) {
    case 'retry':
      return mayBeLeft(run, task) ? retriesLeft(run, task) : retryRefusal(run, task);
    case 'skip':
      return skipRefusal(run, task);
    case 'prioritise':
      return isTerminal(TASK_MACHINE, task.state)
        ? refusal(
            run,
            task,
            'and nothing of it is left to go before others',
            "a task's turn can be moved until it ends",
          )
        : null;
  }
}

function retryRefusal(run: RunNode, task: TaskNode): PatchbayError | null {
  const { taskId } = task.plan;
  switch (task.state) {
    case 'retrying':
      return null;
    case 'failed':
    case 'cancelled':
      if (task.addedFor !== null) return endedAddition(run, task, task.addedFor);
      return retriesLeft(run, task);
    case 'completed':
      if (task.addedFor !== null) return endedAddition(run, task, task.addedFor);
      return isInRefusedLevel(run, task) || holdsByGate(run, task)
        ? null
        : refusal(
            run,
            task,
            'and what it did is part of the run',
            'only what failed, or what was not accepted, is tried again',
          );
    case 'blocked':
      if (task.rootCause === null)
        return refusal(run, task, 'and waits for a person', `patchbay skip ${run.runId} ${taskId}`);
      return refusal(
        run,
        task,
        `because ${task.rootCause} did not succeed`,
        `patchbay retry ${run.runId} ${task.rootCause}, which this one comes after, or skip of either`,
      );
    case 'pending':
    case 'queued':
      return refusal(run, task, 'and has not been tried yet', 'skip, prioritise');
    case 'running':
    case 'validating':
      return underWay(run, task, task.state);
  }
}

/** What was handed on is in the hands of the task that was added for it. */
function underWay(run: RunNode, task: TaskNode, state: 'running' | 'validating'): PatchbayError {
  if (!run.handedOn.has(task)) return refusal(run, task, UNDER_WAY[state], 'to wait for its end, or to stop the run');
  const added = task.additions.at(-1)?.plan.taskId ?? '';
  return refusal(
    run,
    task,
    `and ${added} goes on with its work`,
    `to wait for the end of ${added}, or to stop the run`,
  );
}

function endedAddition(run: RunNode, task: TaskNode, { plan: { taskId } }: TaskNode): PatchbayError {
  return refusal(
    run,
    task,
    `and was added for ${taskId}`,
    `patchbay retry ${run.runId} ${taskId}, once that has failed`,
  );
}

function retriesLeft(run: RunNode, task: TaskNode): PatchbayError | null {
  if (formerLives(run, task).length < LIMITS.taskRetries) return null;
  return refusal(run, task, `after ${LIMITS.taskRetries} retries`, 'to skip it, or to start a new run');
}

function skipRefusal(run: RunNode, task: TaskNode): PatchbayError | null {
  if (mayBeLeft(run, task)) return null;
  if (task.state === 'completed') return refusal(run, task, 'and needs no skipping', 'nothing about this task');
  if (task.addedFor !== null && isTerminal(TASK_MACHINE, task.state)) return endedAddition(run, task, task.addedFor);
  if (task.state !== 'running' && task.state !== 'validating') return null;
  const added = run.handedOn.has(task) ? task.additions.at(-1)?.state : undefined;
  return added === undefined || added === 'running' || added === 'validating' ? underWay(run, task, task.state) : null;
}

const UNDER_WAY: { readonly [S in Extract<TaskState, 'running' | 'validating'>]: string } = {
  running: 'and its tool is at work',
  validating: 'and its work is on its way onto the head',
};

/** Its workstream or its phase is complete and was not accepted: doing it once more may mend that. */
function isInRefusedLevel(run: RunNode, { plan: { workstreamId, phaseId } }: TaskNode): boolean {
  const states = [newestAcceptance(run, 'workstream', workstreamId), newestAcceptance(run, 'phase', phaseId)];
  return states.some((acceptance) => acceptance?.state === 'failed');
}

/** It passed, but not a gate that another task asks for. */
function holdsByGate(run: RunNode, { plan: { taskId } }: TaskNode): boolean {
  return [...run.tasks.values()].some((other) => other.state === 'blocked' && other.rootCause === taskId);
}

/** A workstream or phase is judged again when its last judgement failed and nothing of it is open or lost. */
function levelRefusal(run: RunNode, id: string): PatchbayError | null {
  const level = run.workstreams.has(id) ? 'workstream' : run.phases.has(id) ? 'phase' : null;
  if (level === null) return unknown(run, id);
  const own = [...run.workstreams.values()].filter(({ plan }) =>
    level === 'phase' ? plan.phaseId === id : plan.workstreamId === id,
  );
  const isDone = own.every(({ tasks, unsettled }) => unsettled === 0 && tasks.every(isCompleteEnough));
  const isRefused = newestAcceptance(run, level, id)?.state === 'failed';
  if (isRefused && isDone && (level === 'workstream' || own.every(({ state }) => state === 'completed'))) return null;
  const message = isRefused
    ? `The ${level} ${id} was not accepted, and a task of it is not done.`
    : `The ${level} ${id} is not one that was not accepted.`;
  const advice = `Nothing was changed. A level is judged again when its checks failed and all its tasks are done; to try a task again, name the task.`;
  return new PatchbayError('E_WRONG_STATE', message, advice, { runId: run.runId, id });
}

function isCompleteEnough(task: TaskNode): boolean {
  return task.state === 'completed' || !task.plan.critical;
}

function unknown(run: RunNode, id: string): PatchbayError {
  const advice = `Nothing was changed.${didYouMean(id, run.tasks.keys())} Its tasks: patchbay status ${run.runId}`;
  return new PatchbayError('E_NOT_FOUND', `Run ${run.runId} has no task ${id}.`, advice, { runId: run.runId, id });
}

function refusal(run: RunNode, task: TaskNode, why: string, possible: string): PatchbayError {
  const message = `Task ${task.plan.taskId} is ${task.state} ${why}.`;
  const values = { runId: run.runId, taskId: task.plan.taskId, state: task.state };
  return new PatchbayError('E_WRONG_STATE', message, `Nothing was changed. Possible now: ${possible}.`, values);
}
