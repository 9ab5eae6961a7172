// What becomes of a patch or a direct change that is not committed, and of its task.
import type { HunkSignature } from '../../shared/domain/oscillation.ts';
import type { Finding } from '../../shared/domain/patch.ts';
import { quarantinePath } from '../../shared/domain/quarantine.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import type { Change, RunNode } from '../state/run-state.ts';
import { changeSubject } from './change-subject.ts';
import { retryOrFail } from './decide-order.ts';
import { isReleasable, openReview, triggerOf } from './open-review.ts';
import { planRetry } from './plan-retry.ts';
import { clearStackAbove } from './train/discard-candidates.ts';
import type { Turn } from './turn.ts';

export interface Aside {
  readonly reason: string;
  readonly code: ErrorCode;
  readonly findings: readonly Finding[];
  /** Of a patch that the rules have seen. */
  readonly signatures?: readonly HunkSignature[];
}

/** Kept for a person to read, never committed. */
export function setAside(turn: Turn, run: RunNode, change: Change, aside: Aside): void {
  clearStackAbove(turn, run, change);
  if (change.table === 'direct_changes')
    return turn.emit(run.runId, 'direct-change-kept', changeSubject(change), aside);
  const { patchId } = change;
  turn.emit(run.runId, 'patch-quarantined', changeSubject(change), { ...aside, file: quarantinePath(patchId) });
  turn.want(run.runId, 'keep-quarantined', { patchId });
}

export function dropChange(turn: Turn, run: RunNode, change: Change, reason: string): void {
  clearStackAbove(turn, run, change);
  const kind = change.table === 'patches' ? 'patch-dropped' : 'direct-change-dropped';
  turn.emit(run.runId, kind, changeSubject(change), { reason });
}

/** True where a person is asked whether it may go on after all; its task then waits for the answer. */
export function mayRelease(turn: Turn, run: RunNode, change: Change, { reason, code, findings }: Aside): boolean {
  if (change.table !== 'patches' || !isReleasable(run, change)) return false;
  const trigger = triggerOf(code);
  openReview(turn, run, { subject: change, trigger, reason, severity: 'error', findings });
  return true;
}

/** It is kept and its task fails, unless there is a person to ask: trying the same again would bring the same. */
export function refuseChange(turn: Turn, run: RunNode, change: Change, aside: Aside): void {
  setAside(turn, run, change, aside);
  if (mayRelease(turn, run, change, aside)) return;
  const what = change.table === 'patches' ? 'patch' : 'change';
  const message = `its ${what} was refused: ${aside.reason}`;
  retryOrFail(turn, run, change.task, { code: aside.code, message }, false);
}

/** It gives way to another attempt, or is kept when that was the last one. */
export function giveUpChange(turn: Turn, run: RunNode, change: Change, aside: Aside): void {
  const { again } = planRetry(change.task, { code: aside.code, message: aside.reason }, true);
  if (again) dropChange(turn, run, change, `${aside.reason}; another attempt takes its place`);
  else {
    setAside(turn, run, change, aside);
    if (mayRelease(turn, run, change, aside)) return;
  }
  retryOrFail(turn, run, change.task, { code: aside.code, message: aside.reason }, true);
}
