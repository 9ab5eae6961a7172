// The door from stored JSON to events: brings the data of an older version up to today and refuses a newer one.
import { PatchbayError } from '../lib/errors.ts';
import { ATTEMPT_HISTORY } from './attempt-events.ts';
import type { EventData, EventKind, LoggedEvent } from './event.ts';
import { EVENT_WORDS } from './event-words.ts';
import { RUN_HISTORY } from './run-history.ts';
import { TASK_HISTORY } from './task-events.ts';
import type { History, StoredData } from './upcast.ts';

export const EVENT_HISTORY: History<EventKind> = { ...RUN_HISTORY, ...ATTEMPT_HISTORY, ...TASK_HISTORY };

/** An event as it was stored: nothing is known of its kind or of its data yet. */
export type StoredEvent = Omit<LoggedEvent, 'kind' | 'data'> & {
  readonly kind: string;
  readonly version: number;
  readonly data: StoredData;
};

/** The version in which an event of this kind is written today. */
export function eventVersion(kind: EventKind): number {
  return (EVENT_HISTORY[kind]?.length ?? 0) + 1;
}

/** Throws `E_LEDGER_NEWER` for an event that only a newer Patchbay can have written. */
export function readEvent(stored: StoredEvent): LoggedEvent {
  const { version, data, kind, ...envelope } = stored;
  if (!isEventKind(kind)) throw newer(stored, 'does not know this kind');
  const known = eventVersion(kind);
  if (version > known) throw newer(stored, `knows this kind up to version ${known}`);
  return { ...envelope, kind, data: upcast(kind, version, data) } as LoggedEvent; // the engine wrote it from the same type, and the chain proves it
}

function upcast(kind: EventKind, version: number, stored: StoredData): EventData[EventKind] {
  let data = stored;
  for (const step of EVENT_HISTORY[kind]?.slice(version - 1) ?? []) data = step.up(data);
  return data as unknown as EventData[EventKind]; // what the last step leads to is the type of today
}

function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(EVENT_WORDS, kind);
}

function newer({ seq, kind, version }: StoredEvent, why: string): PatchbayError {
  return new PatchbayError(
    'E_LEDGER_NEWER',
    `Event ${seq} of the ledger is \`${kind}\` in version ${version}; this Patchbay ${why}`,
    'Nothing was changed. A newer Patchbay wrote it: use that one for this project.',
    { seq, kind, version },
  );
}
