// What one event brings to the function that applies it.
import type { EventData, EventKind } from '../../shared/events/event.ts';
import type { Node, RunNode } from './run-state.ts';

/** Told about every node whose row or view an event changed. */
export type Touch = (node: Node) => void;

export interface Step<K extends EventKind> {
  readonly run: RunNode;
  readonly at: string;
  /** The entity's id. */
  readonly id: string;
  readonly data: EventData[K];
  readonly touch: Touch;
}

/** The functions of one family of events: a new event does not compile until it is here. */
export type Family<Kinds extends EventKind> = { readonly [K in Kinds]: (step: Step<K>) => void };
