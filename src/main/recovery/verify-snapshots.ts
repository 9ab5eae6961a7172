// Proves the saved states of a run: each must be what the events up to it give, replayed from the first one.
import { isDeepStrictEqual } from 'node:util';
import type { LoggedEvent } from '../../shared/events/event.ts';
import type { Snapshots } from '../../shared/ports/snapshots.ts';
import { replay } from '../state/evolve.ts';
import { packRun } from '../state/pack-run.ts';

export interface SnapshotCheck {
  readonly checked: number;
  readonly problems: readonly string[];
}

/** Of the snapshots that this build would use; all others are none. */
export function verifySnapshots(
  snapshots: Pick<Snapshots, 'places' | 'newest'>,
  runId: string,
  events: readonly LoggedEvent[],
): SnapshotCheck {
  const places = snapshots.places(runId);
  const problems = places.flatMap(({ seq, hash }) => {
    const upTo = events.filter((event) => event.seq <= seq);
    const last = upTo.at(-1);
    if (last?.seq !== seq || last.hash !== hash) return [`the snapshot at event ${seq} was made after another event`];
    const run = replay(upTo);
    const saved = snapshots.newest(runId, seq);
    const same = run !== null && saved?.seq === seq && isDeepStrictEqual(saved.state, packRun(run));
    return same ? [] : [`the snapshot at event ${seq} is not what the events up to it give`];
  });
  return { checked: places.length, problems };
}
