// The order of the merge train among what is queued and in no stack yet: patience, priority, dependency, age, chain, id.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { changeIdOf } from '../find-change.ts';
import type { Change, RunNode, TaskNode } from '../run-state.ts';
import { openBefore } from './open-before.ts';

/** Why one entry stands before another. */
export type Precedence = 'overtaken' | 'priority' | 'dependency' | 'age' | 'chain' | 'id';

/** An entry with what it is compared by: its own, or that of what waits for it where that is more urgent. */
interface Standing {
  readonly change: Change;
  /** The ticket of who was overtaken as often as anybody may be; infinite while nobody was. */
  due: number;
  priority: number;
  /** Tasks before it that have not completed. */
  readonly before: ReadonlySet<TaskNode>;
}

/** The entry that is taken up next. O(entries). */
export function firstInTrain(run: RunNode): Change | null {
  let open = standings(run);
  for (;;) {
    const best = bestOf(open);
    if (best === null) return null;
    const needed = open.filter(({ change }) => best.before.has(change.task));
    if (needed.length === 0) return best.change;
    open = needed;
  }
}

export interface Place {
  /** From 1 among those that wait; who is in the stack is ahead of all of them. */
  readonly number: number;
  /** Who goes right before it, and why; null where it is the first. */
  readonly behind: { readonly change: Change; readonly by: Precedence } | null;
}

/** Where an entry that waits stands. O(entries). */
export function placeInTrain(run: RunNode, change: Change): Place {
  const all = standings(run);
  const own = all.find((one) => one.change === change);
  if (own === undefined) return { number: 1, behind: null };
  const ahead = all.filter((one) => one !== own && goesBefore(one, own));
  const last = ahead.reduce<Standing | null>((far, one) => (far === null || goesBefore(far, one) ? one : far), null);
  return { number: ahead.length + 1, behind: last === null ? null : { change: last.change, by: why(last, own) } };
}

function goesBefore(one: Standing, other: Standing): boolean {
  if (other.before.has(one.change.task)) return true;
  return !one.before.has(other.change.task) && compare(one, other).order < 0;
}

function why(first: Standing, second: Standing): Precedence {
  return second.before.has(first.change.task) ? 'dependency' : compare(first, second).by;
}

function standings(run: RunNode): readonly Standing[] {
  const stacked = new Set(run.candidates.map(({ change }) => change));
  const waiting = run.train.filter((change) => !stacked.has(change));
  const all = waiting.map((change) => {
    const before = openBefore(run, change.task);
    return { change, due: dueTicket(change, stacked, before), priority: change.task.priority, before };
  });
  // Whoever is waited for is as urgent as who waits for it.
  for (const { before, due, priority } of all) {
    if (before.size === 0) continue;
    for (const other of all) {
      if (!before.has(other.change.task)) continue;
      other.due = Math.min(other.due, due);
      other.priority = Math.max(other.priority, priority);
    }
  }
  return all;
}

/** Those in the stack that came later will have overtaken it when they land. */
function dueTicket({ place }: Change, stacked: ReadonlySet<Change>, before: ReadonlySet<TaskNode>): number {
  if (place === null) return Number.POSITIVE_INFINITY;
  let overtaken = place.overtaken;
  for (const other of stacked) {
    if (other.place !== null && other.place.ticket > place.ticket && !before.has(other.task)) overtaken += 1;
  }
  return overtaken >= LIMITS.trainOvertakes ? place.ticket : Number.POSITIVE_INFINITY;
}

function bestOf(standings: readonly Standing[]): Standing | null {
  let best: Standing | null = null;
  for (const one of standings) if (best === null || compare(one, best).order < 0) best = one;
  return best;
}

function compare(a: Standing, b: Standing): { readonly order: number; readonly by: Precedence } {
  if (a.due !== b.due) return { order: a.due < b.due ? -1 : 1, by: 'overtaken' };
  if (a.priority !== b.priority) return { order: b.priority - a.priority, by: 'priority' };
  const age = (a.change.place?.landed ?? 0) - (b.change.place?.landed ?? 0);
  if (age !== 0) return { order: age, by: 'age' };
  const chain = b.change.task.chain - a.change.task.chain;
  if (chain !== 0) return { order: chain, by: 'chain' };
  return { order: changeIdOf(a.change) < changeIdOf(b.change) ? -1 : 1, by: 'id' };
}
