// One step of a patch through the ledger, chained to the steps before it.
import { hash } from 'node:crypto';
import type { PatchState } from '../../shared/domain/patch.ts';

export interface HistoryEntry {
  readonly state: PatchState;
  readonly at: string;
  readonly reason: string;
  /** sha256 over this entry and the hash before it. */
  readonly hash: string;
}

export function chained(history: readonly HistoryEntry[], entry: Omit<HistoryEntry, 'hash'>): HistoryEntry {
  return { ...entry, hash: hashOf(history.at(-1)?.hash ?? '', entry) };
}

/** Number of the first entry that does not follow from those before it; -1 where the chain holds. */
export function brokenEntry(history: readonly HistoryEntry[]): number {
  return history.findIndex((entry, at) => entry.hash !== hashOf(history[at - 1]?.hash ?? '', entry));
}

function hashOf(before: string, { state, at, reason }: Omit<HistoryEntry, 'hash'>): string {
  return hash('sha256', `${before}\n${state}\n${at}\n${reason}`, 'hex');
}
