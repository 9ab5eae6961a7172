// The loop: messages are decided in order, made durable in one commit a turn, and only then acted upon.
import { LIMITS } from '../../shared/domain/limits.ts';
import type { PredictedOverlap } from '../../shared/domain/overlap.ts';
import type { LoggedEvent } from '../../shared/events/event.ts';
import { asPatchbayError, type PatchbayError } from '../../shared/lib/errors.ts';
import type { Seats } from '../../shared/ports/capacity.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Execution } from '../../shared/ports/execution.ts';
import type { Ids } from '../../shared/ports/ids.ts';
import type { Machine } from '../../shared/ports/machine.ts';
import type { LedgerCommit, Store } from '../../shared/ports/store.ts';
import type { Node, RunNode } from '../state/run-state.ts';
import { decide } from './decide.ts';
import type { Effect, StopEffect } from './effect.ts';
import type { Message } from './message.ts';
import { createRetryTimers } from './retry-timers.ts';
import { createToolTimers } from './tool-timers.ts';
import { openTurn } from './turn.ts';
import { watchMachine } from './watch-machine.ts';
import { watchOverlaps } from './watch-overlaps.ts';
import { type WatchParts, watchWorkers } from './watch-workers.ts';

/** What a commit changed, for those who show it. */
export interface Change {
  readonly touched: ReadonlyMap<RunNode, ReadonlySet<Node>>;
  readonly events: readonly LoggedEvent[];
}

export interface EngineParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Does an effect and settles with its outcome message; `report` posts what happens on the way. */
  readonly perform: (effect: Effect, run: RunNode, report: (message: Message) => void) => Promise<Message>;
  readonly stop: (effect: StopEffect) => void;
  /** Looks at running attempts; without it nobody watches the workers. */
  readonly probe?: Execution['probe'];
  /** Looks at what running attempts have changed; without it nobody says where they meet. */
  readonly changesSoFar?: Execution['changesSoFar'];
  /** What the machine has left; without it nobody looks. */
  readonly machine?: Machine;
  /** Signs of life of workers, which are no events. */
  readonly onSeen?: (change: Change) => void;
  readonly onChange: (change: Change) => void;
  /** The ledger refused a commit or the program contradicted itself: nothing more is decided, the process must start again. */
  readonly onFault: (error: PatchbayError) => void;
  /** What the runs of this engine share with others; without it they share nothing. */
  readonly join?: (wake: (runId: string) => void) => Seats;
  /** Runs `turn` soon, after what is already waiting: the window in which messages gather into one commit. */
  readonly defer: (turn: () => void) => void;
}

export interface Engine {
  /** Runs in memory: the open ones and those ended since the start. */
  readonly runs: Map<string, RunNode>;
  post(message: Message): void;
  /** Settles when the message is durable; rejects when it is a command that was refused. */
  ask(message: Message): Promise<void>;
  /** Takes up what an earlier engine left: intents are done again, attempts salvaged. */
  recover(runs: readonly RunNode[], effects: readonly Effect[]): void;
  /** True while an effect of this run has no outcome yet. */
  isBusy(runId: string): boolean;
  /** Looks at what the machine has left, so that a run which is started next knows. */
  lookAtMachine(): Promise<void>;
  /** When a worker last showed signs of life, in milliseconds since 1970; null where nobody has looked. */
  lastSeen(workerId: string): number | null;
  /** Where tasks at work change the same files, as the last look found it. */
  overlaps(run: RunNode): readonly PredictedOverlap[];
  /** No more turns; what was decided stays decided. */
  close(): void;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: PatchbayError) => void;
}

interface Entry {
  readonly message: Message;
  readonly waiter: Waiter | null;
}

export function createEngine(parts: EngineParts): Engine {
  const runs = new Map<string, RunNode>();
  const pending = new Map<string, Effect>();
  const retries = createRetryTimers(parts.clock, (runId, due) => {
    enqueue({ message: { type: 'wake', runId, due }, waiter: null });
  });
  const toolTimers = createToolTimers(parts.clock, (runId, dues) => {
    enqueue({ message: { type: 'tool-due', runId, dues }, waiter: null });
  });
  let queue: Entry[] = [];
  let scheduled = false;
  let closed = false;
  /** Effects whose outcomes changed nothing and which are still in the outbox. */
  let settled: string[] = [];

  const enqueue = (entry: Entry) => {
    if (closed) return entry.waiter?.reject(closedError());
    queue.push(entry);
    if (scheduled) return;
    scheduled = true;
    parts.defer(runTurn);
  };

  const seats = parts.join?.((runId) => enqueue({ message: { type: 'seat-freed', runId }, waiter: null })) ?? null;

  const { probe, machine, clock, changesSoFar } = parts;
  const onSeen: WatchParts['onSeen'] = (run, workers) =>
    parts.onSeen?.({ touched: new Map([[run, workers]]), events: [] });
  const post = (message: Message) => enqueue({ message, waiter: null });
  const watch = probe === undefined ? null : watchWorkers({ runs, probe, clock, post, onSeen });
  const onMeeting = (run: RunNode) => parts.onSeen?.({ touched: new Map([[run, new Set([run])]]), events: [] });
  const meetings = changesSoFar === undefined ? null : watchOverlaps({ runs, changesSoFar, clock, onSeen: onMeeting });
  const resources = watchMachine({ runs, machine: machine ?? null, clock, post });

  const runTurn = () => {
    scheduled = false;
    if (closed) return;
    const entries = queue.slice(0, LIMITS.tickMessages);
    queue = queue.slice(LIMITS.tickMessages);
    try {
      commitTurn(entries);
    } catch (thrown) {
      fail(asPatchbayError(thrown), entries);
      return;
    }
    if (queue.length > 0 && !scheduled) {
      scheduled = true;
      parts.defer(runTurn);
    }
  };

  const arm = (run: RunNode) => {
    retries.arm(run);
    toolTimers.arm(run);
  };

  const commitTurn = (entries: readonly Entry[]) => {
    const nextId = () => parts.ids.next();
    const { turn, finish } = openTurn({ runs, pending, nowMs: parts.clock.now(), nextId, seats });
    const refusals = entries.map((entry) => decide(turn, entry.message));
    const finished = finish();
    const events = makeDurable(finished.commit);
    for (const [at, { waiter }] of entries.entries()) {
      const refusal = refusals[at] ?? null;
      if (refusal === null) waiter?.resolve();
      else waiter?.reject(refusal);
    }
    if (events.length > 0) parts.onChange({ touched: finished.touched, events });
    for (const run of finished.touched.keys()) arm(run);
    for (const run of finished.touched.keys()) {
      watch?.note(run);
      meetings?.note(run);
      resources.note(run);
    }
    for (const stop of finished.stops) parts.stop(stop);
    for (const effect of finished.wanted) dispatch(effect);
  };

  /**
   * What only takes effects out of the outbox goes along with the next commit, which the effects in hand will bring:
   * until then a crash would have them done again, which does no harm.
   */
  const makeDurable = (commit: LedgerCommit): readonly LoggedEvent[] => {
    settled.push(...commit.outboxDone);
    const isSettlement = commit.events.length === 0 && commit.outboxAdded.length === 0;
    if (isSettlement && (settled.length === 0 || pending.size > 0)) return [];
    const outboxDone = settled;
    settled = [];
    return parts.store.commit({ ...commit, outboxDone });
  };

  const dispatch = (effect: Effect) => {
    const run = runs.get(effect.runId);
    if (run === undefined) return;
    const report = (message: Message) => enqueue({ message, waiter: null });
    parts.perform(effect, run, report).then(report, (thrown) => {
      report({ type: 'effect-failed', effect, error: asPatchbayError(thrown) });
    });
  };

  const fail = (error: PatchbayError, entries: readonly Entry[]) => {
    close();
    for (const entry of [...entries, ...queue]) entry.waiter?.reject(error);
    parts.onFault(error);
  };

  const close = () => {
    closed = true;
    seats?.leave();
    watch?.close();
    meetings?.close();
    resources.close();
    retries.clear();
    toolTimers.clear();
  };

  return {
    runs,
    post,
    ask: (message) =>
      new Promise<void>((resolve, reject) => {
        enqueue({ message, waiter: { resolve, reject } });
      }),
    recover: (found, effects) => {
      for (const run of found) runs.set(run.runId, run);
      for (const effect of effects) pending.set(effect.effectId, effect);
      for (const run of found) enqueue({ message: { type: 'recover-run', runId: run.runId }, waiter: null });
      for (const run of found) arm(run);
      for (const run of found) resources.note(run);
      for (const effect of effects) if (effect.kind !== 'start-attempt') dispatch(effect);
    },
    isBusy: (runId) => [...pending.values()].some((effect) => effect.runId === runId),
    lookAtMachine: resources.look,
    overlaps: (run) => meetings?.overlaps(run) ?? [],
    lastSeen: (workerId) => watch?.lastSeen(workerId) ?? null,
    close,
  };
}

function closedError(): PatchbayError {
  return asPatchbayError(new Error('The engine has stopped.'));
}
