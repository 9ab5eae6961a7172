// Tasks at work at the same time that change the same file: seen from what they have changed so far, before it is a conflict.
import type { LineRange } from './conflict.ts';
import { LIMITS } from './limits.ts';

/** What a running attempt has changed of one file: places of its base; null where it is all of it, or no text. */
export interface PartialChange {
  readonly path: string;
  readonly places: readonly LineRange[] | null;
}

export interface PartialDiff {
  readonly taskId: string;
  readonly changes: readonly PartialChange[];
}

/** `hot`: the same lines, or a whole file on both sides. `soft`: the same file in different places. */
export type OverlapLevel = 'hot' | 'soft';

export interface PredictedOverlap {
  /** Tasks; `a` comes first in the plan. */
  readonly a: string;
  readonly b: string;
  readonly level: OverlapLevel;
  readonly path: string;
  /** The first place where they meet, in the base; null where it is not about lines. */
  readonly near: LineRange | null;
}

/** Lines that git needs unchanged between two edits to join them. */
const APART = 1;

/** Every pair of tasks with every file that both changed, the hot ones first; bounded. */
export function predictOverlaps(diffs: readonly PartialDiff[]): readonly PredictedOverlap[] {
  const byPath = new Map<string, { readonly taskId: string; readonly change: PartialChange }[]>();
  for (const { taskId, changes } of diffs) {
    for (const change of changes) byPath.set(change.path, [...(byPath.get(change.path) ?? []), { taskId, change }]);
  }
  const found: PredictedOverlap[] = [];
  for (const [path, all] of byPath) {
    for (const [at, a] of all.entries()) {
      for (const b of all.slice(at + 1)) {
        const meeting = meet(a.change, b.change);
        found.push({ a: a.taskId, b: b.taskId, path, ...meeting });
      }
    }
  }
  const isHot = ({ level }: PredictedOverlap) => (level === 'hot' ? 0 : 1);
  return found.sort((x, y) => isHot(x) - isHot(y)).slice(0, LIMITS.overlapsShown);
}

function meet(a: PartialChange, b: PartialChange): Pick<PredictedOverlap, 'level' | 'near'> {
  if (a.places === null || b.places === null) return { level: 'hot', near: null };
  for (const place of a.places) {
    const other = b.places.find((one) => touches(place, one));
    if (other !== undefined) return { level: 'hot', near: place };
  }
  return { level: 'soft', near: a.places[0] ?? null };
}

function touches(a: LineRange, b: LineRange): boolean {
  return a.start < b.start + b.lines + APART && b.start < a.start + a.lines + APART;
}

/** `a and b both change src/x.js near line 40`. */
export function overlapWords({ a, b, level, path, near }: PredictedOverlap): string {
  if (level === 'soft') return `${a} and ${b} both change ${path}, in different places`;
  return `${a} and ${b} both change ${path}${near === null ? '' : ` near line ${near.start}`}`;
}
