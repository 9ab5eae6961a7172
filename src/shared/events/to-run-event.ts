// An event of ours as the `run_event.v1` that it is exported as.
import type { NewEvent } from './event.ts';
import type { RunEventKind } from './event-names.ts';
import { wordsOf } from './event-words.ts';

export interface RunEvent {
  readonly event_id: string;
  readonly run_id: string;
  readonly step_attempt_id: string | null;
  readonly ts: string;
  readonly kind: RunEventKind;
  readonly payload: {
    /** Our own kind, which says more than the fifteen do. */
    readonly type: string;
    /** The other names that it answers to. */
    readonly names: readonly string[];
    readonly seq: number;
    readonly entity: string;
    readonly entity_id: string;
    readonly data: unknown;
  };
}

/** An event without its place in the chain of hashes. */
export type NumberedEvent = NewEvent & { readonly seq: number };

/** Total: whatever has no kind of its own in v1 is a `note`. `attemptId` is the attempt that the event is about, if any. */
export function toRunEvent(event: NumberedEvent, attemptId: string | null): RunEvent {
  const { exportedAs, also } = wordsOf(event);
  return {
    event_id: event.eventId,
    run_id: event.runId,
    step_attempt_id: attemptId,
    ts: event.at,
    kind: exportedAs,
    payload: {
      type: event.kind,
      names: also,
      seq: event.seq,
      entity: event.entity,
      entity_id: event.id,
      data: event.data,
    },
  };
}
