// Places where a test may end the process; in production every call does nothing.

export interface Faults {
  /** Marks a point between two durable steps. */
  at(point: string): void;
}
