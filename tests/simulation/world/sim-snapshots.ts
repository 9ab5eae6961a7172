// The snapshots of a simulated world: saved now and then by whoever keeps the ledger, as bytes, and read by the next life.
import { deserialize, serialize } from 'node:v8';
import { packRun } from '../../../src/main/state/pack-run.ts';
import type { RunNode } from '../../../src/main/state/run-state.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import type { Snapshots } from '../../../src/shared/ports/snapshots.ts';

export interface SimSnapshots extends Pick<Snapshots, 'newest'> {
  /** The run is replayed up to this event; it is saved when it has come far enough since the last time. */
  keep(run: RunNode, last: LoggedEvent): void;
  /** How many were read. */
  readonly used: number;
}

interface Saved {
  readonly seq: number;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** In events, for a run of so many tasks: packing costs as much as the run is large. */
const LEAST_EVENTS = 40;

/** A world without any replays every event at each start. */
export function createSimSnapshots(isOn: boolean): SimSnapshots {
  const saved = new Map<string, Saved>();
  let used = 0;
  return {
    get used() {
      return used;
    },
    keep: (run, { seq, hash }) => {
      const since = seq - (saved.get(run.runId)?.seq ?? 0);
      if (!isOn || since < Math.max(LEAST_EVENTS, run.tasks.size)) return;
      saved.set(run.runId, { seq, hash, bytes: serialize(packRun(run)) });
    },
    newest: (runId, upTo) => {
      const found = saved.get(runId);
      if (found === undefined || found.seq > upTo) return null;
      used += 1;
      return { runId, seq: found.seq, hash: found.hash, state: deserialize(found.bytes) };
    },
  };
}
