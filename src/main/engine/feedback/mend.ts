// What a required gate refused is mended by tasks that the run adds, one after another, for as long as that may help.
import type { AttemptFailure } from '../../../shared/domain/attempt.ts';
import type { ErrorCode } from '../../../shared/lib/errors.ts';
import type { Change, PatchNode, RunNode, TaskNode } from '../../state/run-state.ts';
import { addTask } from '../add-task.ts';
import { failTask, retryOrFail } from '../decide-order.ts';
import { type Aside, dropChange, giveUpChange, mayRelease, setAside } from '../set-aside.ts';
import type { Turn } from '../turn.ts';
import { bestTry, type FailedTry, failedTries, familyOf, rootOf } from './failed-tries.ts';
import { planFix } from './plan-fix.ts';

/** A required gate has said no. The patch is kept; another task goes on from it, or its own is tried again, or that was it. */
export function mendOrGiveUp(turn: Turn, run: RunNode, change: Change, aside: Aside): void {
  const { task } = change;
  if (change.table !== 'patches') return giveUpChange(turn, run, change, aside);
  if (task.addedFor !== null) {
    setAside(turn, run, change, aside);
    // What follows is decided about its original, whose chain it belongs to.
    retryOrFail(turn, run, task, { code: aside.code, message: aside.reason }, false);
    return;
  }
  const refused = failedTries(run, task).find(({ patch }) => patch === change);
  if (refused === undefined || run.control === 'stopping' || hasAnotherScript(task)) {
    return giveUpChange(turn, run, change, aside);
  }
  const next = planFix(run, task, refused);
  if (next.kind === 'cannot') return giveUpChange(turn, run, change, aside);
  setAside(
    turn,
    run,
    change,
    next.kind === 'fix' ? { ...aside, reason: `${aside.reason}; ${goesOn(next.task)}` } : aside,
  );
  if (next.kind === 'fix') return void addTask(turn, run, next.task);
  endChain(turn, run, { original: task, best: change, aside: { ...aside, reason: `${aside.reason}; ${next.why}` } });
}

/** Failures of a fix after which another one may do better. What ails its tool would ail the next one, too. */
const MAY_BE_BETTER: ReadonlySet<ErrorCode> = new Set(['E_GATE_FAILED', 'E_NO_CHANGE', 'E_PATCH_REFUSED']);

/** The next fix begins from the best that was tried; where there is none, the best is what a person finds in quarantine. */
export function afterFix(
  turn: Turn,
  run: RunNode,
  { original, added }: { readonly original: TaskNode; readonly added: TaskNode },
): void {
  const tries = failedTries(run, original);
  const best = bestTry(tries);
  if (best === null) return failTask(turn, run, original, endOf(added));
  keepBest(turn, run, tries, best);
  const code = added.code ?? 'E_GATE_FAILED';
  const next = MAY_BE_BETTER.has(code) ? planFix(run, original, best) : null;
  if (next?.kind === 'fix') return void addTask(turn, run, next.task);
  const why = next === null ? `${added.plan.taskId} could not mend it: ${added.reason}` : next.why;
  const { gateId, message } = best.gateRun;
  const reason = `gate ${gateId} failed: ${message}; ${why}`;
  endChain(turn, run, { original, best: best.patch, aside: { reason, code: 'E_GATE_FAILED', findings: [] } });
}

interface ChainEnd {
  readonly original: TaskNode;
  readonly best: PatchNode;
  readonly aside: Aside;
}

/** Where there is a person to ask about the task's own patch, that one decides. A fix has ended, and what it left is for reading. */
function endChain(turn: Turn, run: RunNode, { original, best, aside }: ChainEnd): void {
  if (best.task === original && mayRelease(turn, run, best, aside)) return;
  failTask(turn, run, original, { code: aside.code, message: aside.reason });
}

function keepBest(turn: Turn, run: RunNode, tries: readonly FailedTry[], best: FailedTry): void {
  for (const { patch } of tries) {
    if (patch === best.patch || patch.state !== 'quarantined') continue;
    dropChange(turn, run, patch, `patch ${best.patch.patchId} is the better one to go on from`);
  }
}

/** A patch of the chain is about to be on the head: what it takes the place of waits for nobody any more. */
export function dropReplaced(turn: Turn, run: RunNode, { patchId, task }: PatchNode): void {
  for (const { patches } of familyOf(rootOf(task))) {
    for (const patch of patches) {
      if (patch.state !== 'quarantined' || patch.created.recovered) continue;
      dropChange(turn, run, patch, `patch ${patchId} took its place`);
    }
  }
}

function endOf({ plan, code, reason }: TaskNode): AttemptFailure {
  return { code: code ?? 'E_INTERNAL', message: `${plan.taskId}, which went on with it, failed: ${reason}` };
}

function goesOn({ taskId }: { readonly taskId: string }): string {
  return `task ${taskId} goes on from it`;
}

/** A script whose plan has other edits for its next attempt says itself how it goes on. */
function hasAnotherScript({ plan, failures, earlierFailures }: TaskNode): boolean {
  if (plan.launch.kind !== 'script' || failures + 1 >= plan.maxAttempts) return false;
  return plan.launch.script.attempts[earlierFailures + failures + 1] !== undefined;
}
