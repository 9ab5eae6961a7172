// Time as a port.

export interface Clock {
  /** Wall clock, milliseconds since 1970 UTC. For stamps that people read, never for durations. */
  now(): number;
  /** Monotonic milliseconds, for durations. */
  monotonic(): number;
  /** Calls `wake` once after `ms`; the returned function takes it back. */
  after(ms: number, wake: () => void): () => void;
}
