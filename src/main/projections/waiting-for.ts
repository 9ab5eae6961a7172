// Why a task waits: exactly one reason, and what would free it.
import { hasFinished, taskOf } from '../state/evolve-task.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';

export interface Waiting {
  readonly reason: string;
  readonly freedBy: string;
}

/** Null when the task does not wait: it runs, or it has ended. */
/** What the sentences call tasks and workstreams. */
export interface Naming {
  task(taskId: string): string;
  workstream(workstreamId: string): string;
}

/** For programs, and for people who type ids. */
export const BY_ID: Naming = { task: (id) => id, workstream: (id) => id };

/** For people who look at names. */
export function byName(run: RunNode): Naming {
  return {
    task: (id) => quoted(run.tasks.get(id)?.plan.name ?? id),
    workstream: (id) => quoted(run.workstreams.get(id)?.plan.name ?? id),
  };
}

function quoted(name: string): string {
  return `“${name}”`;
}

export function waitingFor(run: RunNode, task: TaskNode, naming: Naming = BY_ID): Waiting | null {
  switch (task.state) {
    case 'pending':
      return pendingReason(run, task, naming);
    case 'queued':
      return queuedReason(run, task, naming);
    case 'blocked':
      return blockedReason(task, naming);
    case 'retrying':
      return {
        reason: `It is tried again after a pause: ${task.reason}`,
        freedBy: `the time ${task.notBefore ?? ''}`,
      };
    case 'validating':
      return validatingReason(run, task, naming);
    case 'running':
    case 'completed':
    case 'failed':
    case 'cancelled':
      return null;
  }
}

function pendingReason(run: RunNode, task: TaskNode, naming: Naming): Waiting {
  if (run.state === 'pending') return { reason: 'The run is being set up.', freedBy: 'its start' };
  if (task.workstream.waitingFor > 0) {
    const open = task.workstream.plan.after.filter((id) => run.workstreams.get(id)?.state !== 'completed');
    if (open.length === 0) return phaseReason(run, task.workstream.plan.phaseId);
    const before = open.map(naming.workstream);
    return { reason: `Workstream ${before.join(', ')} has to be complete first.`, freedBy: before.join(', ') };
  }
  const open = task.plan.after
    .filter(({ task: id, edge }) => {
      const before = taskOf(run, id);
      return edge === 'finish' ? !hasFinished(before) : before.state !== 'completed';
    })
    .map(({ task: id }) => naming.task(id));
  return { reason: `It comes after ${open.join(', ')}.`, freedBy: open.join(', ') };
}

/** Everything before it is done, but a phase has not been accepted yet. */
function phaseReason(run: RunNode, phaseId: string): Waiting {
  const own = run.created.plan.phases.find((phase) => phase.phaseId === phaseId);
  const open = (own?.after ?? []).filter((before) => phaseStanding(run, before) !== 'completed').join(', ');
  return { reason: `Phase ${open} has to be accepted first.`, freedBy: `the checks of ${open}` };
}

function queuedReason(run: RunNode, task: TaskNode, naming: Naming): Waiting {
  const group = task.plan.conflictGroup;
  const holder = group === null ? undefined : run.groups.get(group);
  if (holder !== undefined && holder !== task) {
    const name = naming.task(holder.plan.taskId);
    return { reason: `Conflict group ${group ?? ''} is taken by ${name}.`, freedBy: name };
  }
  const running = [...run.attempts.values()]
    .filter((attempt) => attempt.endedAt === null)
    .map(({ task: t }) => naming.task(t.plan.taskId));
  return {
    reason: `All ${run.created.maxParallel} slots are busy.`,
    freedBy: running.length === 0 ? 'the next free slot' : `the end of ${running.slice(0, 4).join(', ')}`,
  };
}

function blockedReason(task: TaskNode, naming: Naming): Waiting {
  if (task.rootCause === null) return { reason: 'A person has to approve it.', freedBy: 'a decision' };
  const cause = naming.task(task.rootCause);
  return { reason: `${cause} did not succeed.`, freedBy: `a new run in which ${cause} succeeds` };
}

function validatingReason(run: RunNode, task: TaskNode, naming: Naming): Waiting | null {
  const change = task.patches.at(-1) ?? task.directChanges.at(-1);
  if (change === undefined || run.candidate?.change === change) return null;
  if (change.state !== 'queued') return null;
  const ahead = run.candidate?.change.task.plan.taskId;
  if (ahead === undefined) return null;
  const name = naming.task(ahead);
  const what = change.table === 'patches' ? 'patch' : 'change';
  return { reason: `Its ${what} waits in the merge train behind ${name}.`, freedBy: name };
}
