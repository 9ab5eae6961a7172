// What comes after a failure: another attempt or none, whether this one counts, and how long to wait. Pure.
import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import { CLASS_POLICY, classOf } from '../../shared/domain/failure-class.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { backoffMs } from '../../shared/lib/duration.ts';
import type { TaskNode } from '../state/run-state.ts';
import { hasToolLeft, refusesForGood } from '../state/tools.ts';

export interface RetryPlan {
  readonly again: boolean;
  /** Whether it uses up one of the task's attempts. */
  readonly counts: boolean;
  readonly waitMs: number;
}

/** `mayPass`: the next attempt may end differently, as far as the failure's code tells. */
export function planRetry(task: TaskNode, failure: AttemptFailure, mayPass: boolean): RetryPlan {
  const counts = doesCount(task, failure);
  const failures = task.failures + (counts ? 1 : 0);
  const isAnother = task.plan.route !== undefined;
  const sense = refusesForGood(failure) ? isAnother : mayPass;
  const again = sense && failures < task.plan.maxAttempts && hasToolLeft(task);
  const backoff = backoffMs(failures + task.uncounted, LIMITS.backoffFirstMs, LIMITS.backoffMaxMs, jitterOf(task));
  return { again, counts, waitMs: failure.retryAfterMs ?? backoff };
}

/** A busy provider is not the task's fault, up to a number of times. */
function doesCount(task: TaskNode, failure: AttemptFailure): boolean {
  const found = classOf(failure);
  if (found === null || CLASS_POLICY[found].counts) return true;
  return task.uncounted >= LIMITS.uncountedAttempts;
}

/** Spreads retries without randomness: a fraction in [0, 1) from the task's ULID and its failures. */
function jitterOf(task: TaskNode): number {
  let sum = task.failures * 7919;
  for (const character of task.ulid.slice(-6)) sum = (sum * 31 + character.charCodeAt(0)) % 1000;
  return sum / 1000;
}
