// Why one thing might have to come before another.
import type { OrderNode } from './order-nodes.ts';

export type OrderRule =
  | 'edit-after-create'
  | 'read-after-write'
  | 'same-file'
  | 'handover'
  | 'sequence'
  | 'text'
  | 'file-mention'
  | 'mention';

export interface OrderReason {
  readonly rule: OrderRule;
  readonly before: OrderNode;
  readonly after: OrderNode;
  /** 0 to 1: how likely it is that the order was meant. */
  readonly confidence: number;
  readonly words: string;
  /** Pointer below the node `after` (or `at`) that gave the reason. */
  readonly pointer: string;
  /** The node whose document says so; `after` where absent. */
  readonly at?: OrderNode;
}
