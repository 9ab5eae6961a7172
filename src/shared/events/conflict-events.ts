// What is known of a conflict when the train has met one.
import type { Conflict } from '../domain/conflict.ts';

export interface ConflictEvents {
  /** Of a patch or a direct change; what becomes of it says the event after this one. */
  'conflict-found': { readonly candidateId: string; readonly conflict: Conflict };
}
