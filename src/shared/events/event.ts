// The envelope of every event, and the union of all kinds.
import type { AcceptanceEvents } from './acceptance-events.ts';
import type { AttemptEvents } from './attempt-events.ts';
import type { CommandEvents } from './command-events.ts';
import type { ConflictEvents } from './conflict-events.ts';
import type { DependencyEvents } from './dependency-events.ts';
import type { DirectChangeEvents } from './direct-change-events.ts';
import type { GateEvents } from './gate-events.ts';
import type { HandoffEvents } from './handoff-events.ts';
import type { PatchEvents } from './patch-events.ts';
import type { ReviewEvents } from './review-events.ts';
import type { RunEvents } from './run-events.ts';
import type { TaskEvents } from './task-events.ts';
import type { ToolEvents } from './tool-events.ts';
import type { WaveEvents } from './wave-events.ts';
import type { WorkerEvents } from './worker-events.ts';

export type EventData = RunEvents &
  TaskEvents &
  AttemptEvents &
  WorkerEvents &
  PatchEvents &
  ReviewEvents &
  DirectChangeEvents &
  ConflictEvents &
  GateEvents &
  HandoffEvents &
  DependencyEvents &
  AcceptanceEvents &
  CommandEvents &
  WaveEvents &
  ToolEvents;
export type EventKind = keyof EventData;

export type Entity =
  | 'run'
  | 'workstream'
  | 'task'
  | 'attempt'
  | 'worker'
  | 'patch'
  | 'review'
  | 'direct_change'
  | 'gate_run'
  | 'acceptance'
  | 'tool';

/** An event as `decide` makes it: not yet numbered and chained. `id` is the entity's id. */
export type NewEvent = {
  [K in EventKind]: {
    readonly eventId: string;
    readonly runId: string;
    readonly kind: K;
    /** ISO 8601, UTC, milliseconds. */
    readonly at: string;
    readonly entity: Entity;
    readonly id: string;
    readonly data: EventData[K];
  };
}[EventKind];

/** An event with its place in the log, without the chain. */
export type NumberedEvent = NewEvent & { readonly seq: number };

/** An event of the log. `seq` counts from 1 over the whole ledger; `hash` covers the content and `prevHash`. */
export type LoggedEvent = NewEvent & { readonly seq: number; readonly prevHash: string; readonly hash: string };

/** The columns of an event that need no payload. */
export interface HotEvent {
  readonly seq: number;
  /** As stored; a kind of a newer version may be among them. */
  readonly kind: string;
  readonly at: string;
}
