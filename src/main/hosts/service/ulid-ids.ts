// The id port on the `ulid` package: monotonic, so that ids sort in the order in which they were given.
import { monotonicFactory } from 'ulid';
import type { Ids } from '../../../shared/ports/ids.ts';

/** Ids of one process; two in the same millisecond still differ and sort. */
export function createUlids(now: () => number): Ids {
  const next = monotonicFactory();
  return { next: () => next(now()) };
}
