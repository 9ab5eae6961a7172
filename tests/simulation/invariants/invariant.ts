// What has to hold in every simulated world, at every moment: the shape of an invariant and what it is shown.
import type { Effect } from '../../../src/main/engine/effect.ts';
import type { Node, RunNode } from '../../../src/main/state/run-state.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import type { CapacityLoad } from '../../../src/shared/ports/capacity.ts';
import type { LedgerCommit, Store } from '../../../src/shared/ports/store.ts';
import type { SimWorld } from '../world/sim-world.ts';

/** One event, on the run that the events so far add up to. */
export interface EventSeen {
  readonly event: LoggedEvent;
  readonly run: RunNode;
  readonly touched: ReadonlySet<Node>;
}

export interface CommitSeen {
  readonly commit: LedgerCommit;
  readonly logged: readonly LoggedEvent[];
  /** What the events of this commit changed in each run, as replayed. */
  readonly touched: ReadonlyMap<RunNode, ReadonlySet<Node>>;
}

/** A run as its events give it, and as the engine has it in memory; null where no engine has it. */
export interface RunSeen {
  readonly replayed: RunNode;
  readonly live: RunNode | null;
}

export interface EndSeen {
  readonly runs: readonly RunNode[];
  readonly store: Store;
  /** Timers that the engine still has. */
  readonly timers: number;
  readonly isBusy: boolean;
  /** Seats that runs share; null where they share none. */
  readonly load: CapacityLoad | null;
}

/** What an invariant watches in one world; each function says what is wrong by calling `breach`. */
export interface Watch {
  /** After every event. */
  readonly event?: (seen: EventSeen) => void;
  /** After every commit, on what it wrote. */
  readonly commit?: (seen: CommitSeen) => void;
  /** After a commit, on the whole of each run it touched: after every one in small worlds, else every so many and at the end. */
  readonly whole?: (seen: RunSeen) => void;
  /** Before an effect begins. */
  readonly effect?: (effect: Effect, life: number) => void;
  /** When every run has ended and nothing is left to happen. */
  readonly end?: (seen: EndSeen) => void;
}

export interface WatchParts {
  readonly world: SimWorld;
  readonly store: Store;
  readonly breach: (what: string) => void;
}

export interface Invariant {
  readonly name: string;
  readonly says: string;
  readonly watch: (parts: WatchParts) => Watch;
}
