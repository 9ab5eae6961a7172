// The state of any run at any of its events: from the nearest snapshot, and the events after it.
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Snapshots } from '../../shared/ports/snapshots.ts';
import type { Store } from '../../shared/ports/store.ts';
import { evolve } from '../state/evolve.ts';
import { type PackedRun, unpackRun } from '../state/pack-run.ts';
import type { RunNode } from '../state/run-state.ts';

export interface LoadPorts {
  readonly store: Pick<Store, 'replayPage' | 'eventHash'>;
  /** Null: every event is replayed. */
  readonly snapshots: Pick<Snapshots, 'newest'> | null;
}

export interface LoadedRun {
  readonly run: RunNode;
  /** The last event that it holds. */
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  /** How many events were replayed, after the snapshot. */
  readonly replayed: number;
}

/** Events read at once: memory stays flat however long the log is. */
const PAGE = 5_000;
const NEWEST = Number.MAX_SAFE_INTEGER;

/** Throws `E_NOT_FOUND` for an unknown run. */
export function loadRun(ports: LoadPorts, runId: string): RunNode {
  const loaded = loadRunAt(ports, runId);
  if (loaded !== null) return loaded.run;
  const message = `There is no run ${runId} in this project.`;
  throw new PatchbayError('E_NOT_FOUND', message, 'List them with `patchbay status`.', { runId });
}

/** The run after its last event at or before `upTo`; null when it has none. */
export function loadRunAt(ports: LoadPorts, runId: string, upTo = NEWEST): LoadedRun | null {
  const saved = fromSnapshot(ports, runId, upTo);
  return replayOn(ports, { runId, upTo, from: saved });
}

export interface ReplayOn {
  readonly runId: string;
  readonly upTo: number;
  /** Goes on from here, and changes it; null: from the first event. */
  readonly from: LoadedRun | null;
}

export function replayOn({ store }: Pick<LoadPorts, 'store'>, { runId, upTo, from }: ReplayOn): LoadedRun | null {
  let run = from?.run ?? null;
  let last: { readonly seq: number; readonly at: string } | null = from;
  let replayed = from?.replayed ?? 0;
  for (let more = true; more; ) {
    const page = store.replayPage({ runId, from: (last?.seq ?? 0) + 1, limit: PAGE });
    more = page.length === PAGE;
    for (const event of page) {
      if (event.seq > upTo) {
        more = false;
        break;
      }
      run = evolve(run, event, untold);
      last = event;
      replayed += 1;
    }
  }
  if (run === null || last === null) return null;
  const { seq, at } = last;
  return { run, seq, hash: store.eventHash(runId, seq) ?? '', at, replayed };
}

function untold(): void {}

/** A snapshot counts only where the log has the very event that it was made after. */
function fromSnapshot({ store, snapshots }: LoadPorts, runId: string, upTo: number): LoadedRun | null {
  const saved = snapshots?.newest(runId, upTo) ?? null;
  if (saved === null || store.eventHash(runId, saved.seq) !== saved.hash) return null;
  const { state, seq, hash } = saved;
  const run = unpackRun(state as PackedRun); // the same build packed it: the snapshot names its build and its bytes
  const [last] = store.replayPage({ runId, from: seq, limit: 1 });
  return { run, seq, hash, at: last?.at ?? '', replayed: 0 };
}
