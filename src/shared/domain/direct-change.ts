// A direct change: what a tool changed in direct-edit mode. It is committed like a patch without being one.
import { defineMachine } from '../lib/machine.ts';
import type { Finding } from './patch.ts';

export const DIRECT_CHANGE_MACHINE = defineMachine({
  noun: 'direct change',
  initial: 'captured',
  moves: {
    captured: ['queued', 'kept', 'dropped'],
    queued: ['committed', 'kept', 'dropped'],
    committed: [],
    kept: [],
    dropped: [],
  },
});

export type DirectChangeState = keyof typeof DIRECT_CHANGE_MACHINE.moves;

/** What the rules say about a direct change. */
export interface ChangeCheck {
  /** Breaks of the rules that hold for every commit of ours: it is not committed. */
  readonly refusals: readonly Finding[];
  /** What a patch with this content would have been told, and what nobody enforces here. */
  readonly waived: readonly Finding[];
}

/** Holds what was captured until it is committed; there is no diff in the ledger that could bring it back. */
export function changeRef(changeId: string): string {
  return `refs/patchbay/changes/${changeId}`;
}
