// Why a change stands where it does in the merge train, in one sentence, and what would move it on.

import type { Naming, Waiting } from '../state/admission/condition.ts';
import { PAUSED } from '../state/admission/run-conditions.ts';
import { changeIdOf } from '../state/find-change.ts';
import { isOver } from '../state/is-over.ts';
import type { Candidate, Change, RunNode } from '../state/run-state.ts';
import { deferredTasks } from '../state/train/deferred-tasks.ts';
import { type Precedence, placeInTrain } from '../state/train/rank-train.ts';

/** What is said of the one that goes right before it. */
const AHEAD: { readonly [P in Precedence]: string } = {
  overtaken: 'which was overtaken as often as any may be',
  priority: 'which has a higher priority',
  dependency: 'which it comes after',
  age: 'which was queued before the last commit',
  chain: 'which starts a longer chain of the plan',
  id: 'which is as urgent and has the earlier id',
};

/** Of a change that is queued and in no stack. */
export function trainReason(run: RunNode, change: Change, naming: Naming): Waiting {
  if (PAUSED.holds(run)) return PAUSED.explain(run, naming);
  const what = change.table === 'patches' ? 'patch' : 'change';
  if (run.created.plan.mergeOrder === 'plan') return planReason(run, change, { naming, what });
  const { number, behind } = placeInTrain(run, change);
  const top = run.candidates.at(-1);
  const ahead = behind?.change ?? top?.change;
  if (ahead === undefined) return { reason: `Its ${what} is next in the merge train.`, freedBy: 'the train' };
  const name = naming.task(ahead.task.plan.taskId);
  const why = behind === null ? 'which is judged' : AHEAD[behind.by];
  return { reason: `Its ${what} is number ${number} in the merge train, behind ${name}, ${why}.`, freedBy: name };
}

interface Words {
  readonly naming: Naming;
  readonly what: string;
}

/** The first task that is not over goes first, whether or not its work is there yet; behind a review wait those that follow from it. */
function planReason(run: RunNode, change: Change, { naming, what }: Words): Waiting {
  const deferred = deferredTasks(run);
  const isBehind = deferred.has(change.task);
  const open = run.inOrder.filter((one) => !isOver(one) && !run.handedOn.has(one) && deferred.has(one) === isBehind);
  const free = isBehind ? run.inOrder.find((one) => !isOver(one) && !deferred.has(one)) : undefined;
  const before = free ?? open[0];
  if (before === undefined || before === change.task) {
    return { reason: `Its ${what} is next in the merge train.`, freedBy: 'the train' };
  }
  const name = naming.task(before.plan.taskId);
  const why = free === undefined ? 'which is earlier in the plan' : 'which waits for no review';
  return { reason: `Its ${what} waits in the merge train behind ${name}, ${why}.`, freedBy: name };
}

/** Of a candidate that is built and has no gate of its own under way; null where nothing of the stack is judged either. */
export function stackReason(run: RunNode, candidate: Candidate, naming: Naming): Waiting | null {
  const at = run.candidates.indexOf(candidate);
  const judged = run.candidates.findLast(({ change, candidateId }) =>
    change.gateRuns.some((gateRun) => gateRun.candidateId === candidateId && gateRun.endedAt === null),
  );
  if (judged === undefined || changeIdOf(judged.change) === changeIdOf(candidate.change)) return null;
  const name = naming.task(judged.change.task.plan.taskId);
  const place = `It is number ${at + 1} of ${run.candidates.length} in the stack`;
  const isAbove = run.candidates.indexOf(judged) > at;
  const reason = isAbove
    ? `${place}; ${name}, which is built on it, is judged for both.`
    : `${place}, on ${name}, which is judged first.`;
  return { reason, freedBy: `the gates of ${name}` };
}
