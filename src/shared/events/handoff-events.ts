// What one task hands on to another.
import type { Handoff } from '../domain/handoff.ts';

export interface HandoffEvents {
  /** Written once, when a task has completed that others wait for with an `artifact` edge. */
  'handoff-written': { readonly taskId: string; readonly handoff: Handoff };
}
