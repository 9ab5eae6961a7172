// Why a task waits: exactly one reason, and what would free it. A queued task asks the table of admission.
import { queuedReason } from '../state/admission/admission.ts';
import type { Naming, Waiting } from '../state/admission/condition.ts';
import { STOPPING } from '../state/admission/run-conditions.ts';
import { isMet } from '../state/edges.ts';
import { newestAcceptance } from '../state/evolve-acceptance.ts';
import { taskOf } from '../state/evolve-task.ts';
import { openReviewOf } from '../state/open-reviews.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { Candidate, GateRunNode, ReviewNode, RunNode, TaskNode } from '../state/run-state.ts';
import { stackReason, trainReason } from './train-reason.ts';

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

/** Null when the task does not wait: its tool runs, or it has ended. */
export function waitingFor(run: RunNode, task: TaskNode, naming: Naming = BY_ID): Waiting | null {
  switch (task.state) {
    case 'pending':
      return pendingReason(run, task, naming);
    case 'queued':
      // Between two turns every queued task is held by something; within one it may be about to start.
      return queuedReason(run, task, naming) ?? { reason: 'It is about to start.', freedBy: 'the engine' };
    case 'blocked':
      return blockedReason(run, task, naming);
    case 'retrying':
      // What it comes after was tried again while it worked.
      if (task.waitingFor > 0) return edgesReason(run, task, naming);
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
  if (run.control === 'stopping') return STOPPING.explain(run, naming);
  if (task.workstream.waitingFor > 0) {
    const open = task.workstream.plan.after.filter((id) => run.workstreams.get(id)?.state !== 'completed');
    if (open.length === 0) return phaseReason(run, task.workstream.plan.phaseId);
    const before = open.map(naming.workstream);
    return { reason: `Workstream ${before.join(', ')} has to be complete first.`, freedBy: before.join(', ') };
  }
  return edgesReason(run, task, naming);
}

function edgesReason(run: RunNode, task: TaskNode, naming: Naming): Waiting {
  const open = task.after
    .filter((edge) => !isMet(taskOf(run, edge.task), edge))
    .map(({ task: id, implied }) => ({ name: nameBefore(run, id, naming), implied }));
  const names = open.map(({ name }) => name).join(', ');
  const why = open.every(({ implied }) => implied === true) ? 'It reads what is written by' : 'It comes after';
  return { reason: `${why} ${names}.`, freedBy: names };
}

/** What is waited for; of a task whose work was handed on, also who has it now. */
function nameBefore(run: RunNode, taskId: string, naming: Naming): string {
  const added = workerOn(run, taskOf(run, taskId));
  const name = naming.task(taskId);
  return added === null ? name : `${name} (${naming.task(added.plan.taskId)} goes on with it)`;
}

/** The task that was added for this one and goes on with its work. */
function workerOn(run: RunNode, task: TaskNode): TaskNode | null {
  return run.handedOn.has(task) ? (task.additions.at(-1) ?? null) : null;
}

/** Everything before it is done, but a phase has not been accepted yet. */
function phaseReason(run: RunNode, phaseId: string): Waiting {
  const own = run.created.plan.phases.find((phase) => phase.phaseId === phaseId);
  const open = (own?.after ?? []).filter((before) => phaseStanding(run, before) !== 'completed').join(', ');
  return { reason: `Phase ${open} has to be accepted first.`, freedBy: `the checks of ${open}` };
}

function blockedReason(run: RunNode, task: TaskNode, naming: Naming): Waiting {
  if (task.rootCause === null)
    return { reason: 'A person has to approve it.', freedBy: 'skipping it, when it is done' };
  const cause = naming.task(task.rootCause);
  const isGate = run.tasks.get(task.rootCause)?.state === 'completed';
  const reason = isGate ? `A gate that ${cause} had to pass did not pass.` : `${cause} did not succeed.`;
  return { reason, freedBy: isGate ? `retrying ${cause}` : `retrying or skipping ${cause}` };
}

/** The tool has ended; the work is on its way onto the head. */
function validatingReason(run: RunNode, task: TaskNode, naming: Naming): Waiting {
  const added = workerOn(run, task);
  if (added !== null) {
    const name = naming.task(added.plan.taskId);
    return { reason: `${name} goes on with its work, which could not be committed as it was.`, freedBy: name };
  }
  const candidate = run.candidates.find((one) => one.change.task === task);
  if (candidate !== undefined) return candidateReason(run, candidate, naming);
  const review = openReviewOf(run, task);
  if (review !== null) return reviewReason(review);
  const change = task.patches.at(-1) ?? task.directChanges.at(-1);
  if (change?.state === 'queued') return trainReason(run, change, naming);
  if (newestAcceptance(run, 'task', task.plan.taskId)?.state === 'running') return checksReason();
  const what = change?.table === 'direct_changes' ? 'change' : 'patch';
  return { reason: `The rules look at its ${what}.`, freedBy: 'their verdict' };
}

function reviewReason({ reviewId, opened, votes }: ReviewNode): Waiting {
  const { reason, approvalsNeeded } = opened;
  const who = approvalsNeeded > 1 ? `${approvalsNeeded} persons have` : 'A person has';
  const so = votes.length === 0 ? '' : ` ${votes.length} ${votes.length === 1 ? 'vote' : 'votes'} so far.`;
  return {
    reason: `${who} to decide about its patch: ${reason.replace(/[.]$/, '')}.${so}`,
    freedBy: `patchbay review approve ${reviewId}, or reject`,
  };
}

function candidateReason(run: RunNode, candidate: Candidate, naming: Naming): Waiting {
  const { change, commit, candidateId, accepted } = candidate;
  if (accepted) return { reason: 'Its commit is put onto the head.', freedBy: 'git' };
  if (commit === null) return { reason: 'Its commit is being built.', freedBy: 'git' };
  const own = change.gateRuns.filter((one) => one.candidateId === candidateId && one.endedAt === null);
  return own.length === 0 ? (stackReason(run, candidate, naming) ?? checksReason()) : gatesReason(own);
}

/** Where none of them runs, others have the slots. */
function gatesReason(own: readonly GateRunNode[]): Waiting {
  const running = own.filter(({ state }) => state === 'running').map(({ gateId }) => gateId);
  const names = running.join(', ');
  switch (running.length) {
    case 0:
      return {
        reason: `Gate ${own[0]?.gateId ?? ''} waits until fewer gates run.`,
        freedBy: 'the end of a gate of this run',
      };
    case 1:
      return { reason: `Gate ${names} judges it.`, freedBy: `gate ${names}` };
    default:
      return { reason: `Gates ${names} judge it.`, freedBy: `gates ${names}` };
  }
}

function checksReason(): Waiting {
  return { reason: 'Its acceptance is checked.', freedBy: 'its checks' };
}
