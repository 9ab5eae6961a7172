// An event of ours as the `run_event.v1` that it is exported as.
import type { NewEvent } from './event.ts';
import type { RunEventKind } from './event-names.ts';
import { type EventSeverity, wordsOf } from './event-words.ts';

/** What the state of the run knows about an event; null where it is about no such thing. */
export interface EventContext {
  /** A sentence for people. */
  readonly message: string;
  /** State of the entity before and after; null before for what is new, equal for what did not move. */
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly phase_id: string | null;
  readonly workstream_id: string | null;
  readonly task_id: string | null;
  readonly step_attempt_id: string | null;
  readonly execution_request_id: string | null;
  readonly tool_id: string | null;
  /** The worker that the attempt is given to. */
  readonly worker_id: string | null;
  readonly patch_id: string | null;
}

export interface RunEvent {
  readonly event_id: string;
  readonly run_id: string;
  readonly step_attempt_id: string | null;
  readonly ts: string;
  readonly kind: RunEventKind;
  readonly payload: Omit<EventContext, 'step_attempt_id'> & {
    /** Our own kind, which says more than the fifteen do. */
    readonly type: string;
    /** The other names that it answers to. */
    readonly names: readonly string[];
    readonly severity: EventSeverity;
    readonly seq: number;
    readonly entity: string;
    readonly entity_id: string;
    readonly data: unknown;
  };
}

/** An event without its place in the chain of hashes. */
export type NumberedEvent = NewEvent & { readonly seq: number };

/** Total: whatever has no kind of its own in v1 is a `note`. */
export function toRunEvent(event: NumberedEvent, context: EventContext): RunEvent {
  const { exportedAs, also, severity = 'info' } = wordsOf(event);
  const { step_attempt_id, message, ...about } = context;
  return {
    event_id: event.eventId,
    run_id: event.runId,
    step_attempt_id,
    ts: event.at,
    kind: exportedAs,
    payload: {
      type: event.kind,
      names: also,
      severity,
      message,
      seq: event.seq,
      entity: event.entity,
      entity_id: event.id,
      ...about,
      data: event.data,
    },
  };
}
