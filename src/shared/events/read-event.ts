// The door from stored JSON to events: brings the data of an older version up to today and refuses a newer one.
import { PatchbayError } from '../lib/errors.ts';
import { ATTEMPT_HISTORY } from './attempt-events.ts';
import type { EventData, EventKind, LoggedEvent, NumberedEvent } from './event.ts';
import { EVENT_WORDS } from './event-words.ts';
import { GATE_HISTORY } from './gate-events.ts';
import { RUN_HISTORY } from './run-history.ts';
import { TASK_HISTORY } from './task-events.ts';
import type { History, StoredData } from './upcast.ts';

export const EVENT_HISTORY: History<EventKind> = {
  ...RUN_HISTORY,
  ...ATTEMPT_HISTORY,
  ...GATE_HISTORY,
  ...TASK_HISTORY,
};

/** An event as it lies in the table `run_events`. */
export interface EventRow {
  readonly seq: number;
  readonly event_id: string;
  readonly run_id: string | null;
  readonly event_type: string;
  /** Version of the payload's form. */
  readonly version: number;
  readonly timestamp: string;
  /** JSON. */
  readonly payload: string;
  readonly source: string | null;
  readonly entity: string;
  readonly entity_id: string;
  readonly prev_hash: string;
  readonly hash: string;
}

/** The version in which an event of this kind is written today. */
export function eventVersion(kind: EventKind): number {
  return (EVENT_HISTORY[kind]?.length ?? 0) + 1;
}

/** What replay needs of a row: without the chain, which costs as much to read as all of it. */
export type ReplayRow = Omit<EventRow, 'source' | 'prev_hash' | 'hash'>;

/** Throws `E_LEDGER_NEWER` for an event that only a newer Patchbay can have written. */
export function readEvent(row: EventRow): LoggedEvent {
  const event = { ...readForReplay(row), prevHash: row.prev_hash, hash: row.hash };
  return event as LoggedEvent; // what is left of it is the same kind with its data
}

/** Throws as {@link readEvent} does. */
export function readForReplay(row: ReplayRow): NumberedEvent {
  const kind = row.event_type;
  if (!isEventKind(kind)) throw newer(row, 'does not know this kind');
  const known = eventVersion(kind);
  if (row.version > known) throw newer(row, `knows this kind up to version ${known}`);
  const event = {
    seq: row.seq,
    eventId: row.event_id,
    runId: row.run_id,
    kind,
    at: row.timestamp,
    entity: row.entity,
    id: row.entity_id,
    data: upcast(kind, row.version, JSON.parse(row.payload)),
  };
  return event as NumberedEvent; // only the store writes these rows, from the same type, and the chain proves them
}

function upcast(kind: EventKind, version: number, stored: StoredData): EventData[EventKind] {
  let data = stored;
  for (const step of EVENT_HISTORY[kind]?.slice(version - 1) ?? []) data = step.up(data);
  return data as unknown as EventData[EventKind]; // what the last step leads to is the type of today
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(EVENT_WORDS, kind);
}

function newer({ seq, event_type: kind, version }: ReplayRow, why: string): PatchbayError {
  return new PatchbayError(
    'E_LEDGER_NEWER',
    `Event ${seq} of the ledger is \`${kind}\` in version ${version}; this Patchbay ${why}`,
    'Nothing was changed. A newer Patchbay wrote it: use that one for this project.',
    { seq, kind, version },
  );
}
