// One turn of the loop in the making: events are applied as they are decided and leave together in one commit.
import type { Entity, EventData, EventKind, NewEvent } from '../../shared/events/event.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ArchivedRun, ArchiveRecord } from '../../shared/ports/archives.ts';
import type { Seats } from '../../shared/ports/capacity.ts';
import type { PatchBytes, PatchCopy } from '../../shared/ports/patch-bytes.ts';
import type { LedgerCommit, OutboxEntry } from '../../shared/ports/store.ts';
import { evolve } from '../state/evolve.ts';
import { addRowsOf, allNodes, type RowSet } from '../state/rows.ts';
import type { Node, RunNode } from '../state/run-state.ts';
import type { Effect, EffectBody, EffectKind, StopEffect } from './effect.ts';
import { followSeats } from './follow-seats.ts';

/** Where an event belongs. */
export interface Subject {
  readonly entity: Entity;
  readonly id: string;
}

export interface TurnInput {
  /** Runs in memory; a turn may add one. */
  readonly runs: Map<string, RunNode>;
  /** Effects whose outcome is not known; a turn adds and settles. */
  readonly pending: Map<string, Effect>;
  readonly nowMs: number;
  readonly nextId: () => string;
  /** What the engine shares with others; null where it shares nothing. */
  readonly seats?: Seats | null;
}

/** What decide writes to: the only way to change state. */
export interface Turn {
  readonly nowMs: number;
  readonly runs: ReadonlyMap<string, RunNode>;
  readonly pending: ReadonlyMap<string, Effect>;
  readonly seats: Seats | null;
  nextId(): string;
  emit<K extends EventKind>(runId: string, kind: K, subject: Subject, data: EventData[K]): void;
  want<K extends EffectKind>(runId: string, kind: K, body: EffectBody<K>): void;
  settle(effectId: string): void;
  stop(effect: StopEffect): void;
  keep(bytes: PatchBytes | PatchCopy): void;
  /** The run leaves the live tables with this commit; its archive is proved. */
  moveOut(record: ArchiveRecord): void;
  /** The archived run comes back: events and diffs as they were, rows as its state gives them. */
  moveIn(archived: ArchivedRun): void;
}

export interface FinishedTurn {
  readonly commit: LedgerCommit;
  readonly touched: ReadonlyMap<RunNode, ReadonlySet<Node>>;
  readonly wanted: readonly Effect[];
  readonly stops: readonly StopEffect[];
}

/** A turn, and the function that closes it. */
export function openTurn(input: TurnInput): { readonly turn: Turn; readonly finish: () => FinishedTurn } {
  const at = new Date(input.nowMs).toISOString();
  const events: NewEvent[] = [];
  const touched = new Map<RunNode, Set<Node>>();
  const wanted = new Map<string, Effect>();
  const settled: string[] = [];
  const stops: StopEffect[] = [];
  const patchBytes: (PatchBytes | PatchCopy)[] = [];
  const archived: ArchiveRecord[] = [];
  const restored: Omit<ArchivedRun, 'patches'>[] = [];
  const seats = input.seats ?? null;
  const touchOf = (runId: string) => (node: Node) => {
    const run = node.table === 'runs' ? node : present(input.runs.get(runId), `run ${runId}`);
    let nodes = touched.get(run);
    if (nodes === undefined) touched.set(run, (nodes = new Set()));
    nodes.add(node);
  };
  const addWanted = (effect: Effect) => {
    wanted.set(effect.effectId, effect);
    input.pending.set(effect.effectId, effect);
  };
  const turn: Turn = {
    nowMs: input.nowMs,
    runs: input.runs,
    pending: input.pending,
    seats,
    nextId: input.nextId,
    emit: (runId, kind, subject, data) => {
      const event = { eventId: input.nextId(), runId, kind, at, ...subject, data } as NewEvent; // kind and data belong together by the signature
      events.push(event);
      const before = input.runs.get(runId) ?? null;
      if (before === null)
        input.runs.set(
          runId,
          evolve(null, event, () => {}),
        );
      const touch = touchOf(runId);
      if (before === null) for (const node of allNodes(present(input.runs.get(runId), runId))) touch(node);
      else evolve(before, event, touch);
      if (seats !== null) followSeats(seats, event);
    },
    want: (runId, kind, body) => {
      addWanted({ kind, effectId: input.nextId(), runId, body } as Effect); // kind and body belong together by the signature
    },
    settle: (effectId) => {
      input.pending.delete(effectId);
      // An effect wanted and settled in one turn never reaches the outbox.
      if (!wanted.delete(effectId)) settled.push(effectId);
    },
    stop: (effect) => stops.push(effect),
    keep: (bytes) => patchBytes.push(bytes),
    moveOut: (record) => archived.push(record),
    moveIn: ({ runId, events, patches }) => {
      restored.push({ runId, events });
      patchBytes.push(...patches);
      const touch = touchOf(runId);
      for (const node of allNodes(present(input.runs.get(runId), runId))) touch(node);
    },
  };
  const finish = (): FinishedTurn => ({
    commit: {
      events,
      rows: rowsOf(touched, patchBytes),
      patchBytes,
      outboxAdded: [...wanted.values()].map(outboxEntry),
      outboxDone: settled,
      archived,
      restored,
    },
    touched,
    wanted: [...wanted.values()],
    stops,
  });
  return { turn, finish };
}

function rowsOf(
  touched: ReadonlyMap<RunNode, ReadonlySet<Node>>,
  patchBytes: readonly { readonly patchId: string }[],
): RowSet {
  const fresh = new Set(patchBytes.map((bytes) => bytes.patchId));
  const rows: RowSet = {};
  for (const [run, nodes] of touched) addRowsOf(rows, run, nodes, (patchId) => fresh.has(patchId));
  return rows;
}

function outboxEntry(effect: Effect): OutboxEntry {
  return { effectId: effect.effectId, runId: effect.runId, kind: effect.kind, body: JSON.stringify(effect.body) };
}
