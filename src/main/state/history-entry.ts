// One step of a patch through the ledger.
import type { PatchState } from '../../shared/domain/patch.ts';

export interface HistoryEntry {
  readonly state: PatchState;
  readonly at: string;
  readonly reason: string;
  /** sha256 over this entry and the hash before it. */
  readonly hash: string;
}
