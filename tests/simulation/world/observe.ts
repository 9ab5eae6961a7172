// Shows every commit of a simulated world to the invariants, event by event, on runs that are replayed beside the engine.
import type { Effect } from '../../../src/main/engine/effect.ts';
import { evolve } from '../../../src/main/state/evolve.ts';
import type { Node, RunNode } from '../../../src/main/state/run-state.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import type { LedgerCommit, Store } from '../../../src/shared/ports/store.ts';
import type { EndSeen, Invariant, Watch } from '../invariants/invariant.ts';
import type { SimWorld } from './sim-world.ts';

/** What was broken, and when. */
export interface Breach {
  readonly invariant: string;
  readonly what: string;
  /** Of the last event. */
  readonly seq: number;
  readonly life: number;
}

export interface Observer {
  readonly breaches: readonly Breach[];
  /** Events and whole looks so far. */
  readonly events: number;
  readonly looks: number;
  readonly runs: ReadonlyMap<string, RunNode>;
  committed(commit: LedgerCommit, logged: readonly LoggedEvent[], live: ReadonlyMap<string, RunNode>): void;
  effectBegins(effect: Effect, life: number): void;
  ended(left: Pick<EndSeen, 'timers' | 'isBusy' | 'load'>): void;
  /** Something that is wrong by itself, such as a world in which nothing moves. */
  say(invariant: string, what: string): void;
}

export interface ObserverOptions {
  readonly world: SimWorld;
  readonly store: Store;
  readonly invariants: readonly Invariant[];
  /** Others who follow the log. */
  readonly readers: readonly ((event: LoggedEvent) => void)[];
}

/** A run of so many tasks is looked at as a whole after each commit; a larger one proportionally less often. */
const SMALL_RUN = 16;
const MOST_BREACHES = 20;

interface Watching {
  readonly name: string;
  readonly watch: Watch;
}

export function observe({ world, store, invariants, readers }: ObserverOptions): Observer {
  const runs = new Map<string, RunNode>();
  const waited = new Map<string, number>();
  const breaches: Breach[] = [];
  let seq = 0;
  let looks = 0;
  const say = (invariant: string, what: string) => {
    if (breaches.length < MOST_BREACHES) breaches.push({ invariant, what, seq, life: world.life() });
  };
  const watching: readonly Watching[] = invariants.map(({ name, watch }) => {
    return { name, watch: watch({ world, store, breach: (what) => say(name, what) }) };
  });
  const whole = (run: RunNode, live: RunNode | null) => {
    looks += 1;
    for (const { watch } of watching) watch.whole?.({ replayed: run, live });
  };
  const apply = (logged: LoggedEvent): { readonly run: RunNode; readonly touched: ReadonlySet<Node> } => {
    seq = logged.seq;
    // As it will be read from the ledger, not as it was decided.
    const event = { ...logged, data: JSON.parse(JSON.stringify(logged.data)) } as LoggedEvent; // the same event
    const touched = new Set<Node>();
    const run = evolve(runs.get(event.runId) ?? null, event, (node) => touched.add(node));
    if (!runs.has(event.runId)) for (const node of everything(run)) touched.add(node);
    runs.set(event.runId, run);
    for (const { watch } of watching) watch.event?.({ event, run, touched });
    for (const read of readers) read(event);
    return { run, touched };
  };
  return {
    breaches,
    runs,
    get events() {
      return seq;
    },
    get looks() {
      return looks;
    },
    say,
    committed: (commit, logged, live) => {
      const touched = new Map<RunNode, Set<Node>>();
      for (const event of logged) {
        const seen = apply(event);
        const nodes = touched.get(seen.run) ?? new Set();
        for (const node of seen.touched) nodes.add(node);
        touched.set(seen.run, nodes);
      }
      for (const { watch } of watching) watch.commit?.({ commit, logged, touched });
      for (const run of touched.keys()) {
        const since = (waited.get(run.runId) ?? 0) + 1;
        const isDue = since * SMALL_RUN >= run.tasks.size;
        waited.set(run.runId, isDue ? 0 : since);
        if (isDue) whole(run, live.get(run.runId) ?? null);
      }
    },
    effectBegins: (effect, life) => {
      for (const { watch } of watching) watch.effect?.(effect, life);
    },
    ended: (left) => {
      for (const run of runs.values()) whole(run, null);
      for (const { watch } of watching) watch.end?.({ ...left, runs: [...runs.values()], store });
    },
  };
}

function everything(run: RunNode): readonly Node[] {
  return [run, ...run.workstreams.values(), ...run.tasks.values(), ...run.tools.values()];
}
