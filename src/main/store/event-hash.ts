// The hash that chains an event to the one before it.
import { hash } from 'node:crypto';
import type { EventRow } from '../../shared/events/read-event.ts';

/** What the first event of a ledger follows. */
export const FIRST_HASH = '0'.repeat(64);

/**
 * sha256, in hex, of the hash before and of everything the row says. Each field is led by its length, so that no two
 * different rows give the same text; null is written as `-`. The payload is hashed as stored, never parsed again.
 * Version 1 is not named: the rows from before versions were counted keep their hashes.
 */
export function eventHash(row: Omit<EventRow, 'hash'>): string {
  const head = `${row.prev_hash}${row.seq}${field(row.event_id)}${field(row.run_id)}${field(row.event_type)}`;
  const middle = `${field(row.timestamp)}${field(row.source)}${field(row.entity)}${field(row.entity_id)}`;
  const version = row.version === 1 ? '' : `|v${row.version}`;
  return hash('sha256', `${head}${middle}${field(row.payload)}${version}`, 'hex');
}

function field(text: string | null): string {
  return text === null ? '|-' : `|${text.length}:${text}`;
}
