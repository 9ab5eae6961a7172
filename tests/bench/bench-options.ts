// What a benchmark is asked for, and the words it says while it works.

export interface BenchOptions {
  /** Also measures other people's programs; installs them into a cache folder first. */
  readonly peers: boolean;
  /** Fraction of the full size, above 0 and at most 1; a slice shows that a benchmark runs, not how fast we are. */
  readonly scale: number;
  /** For a person who waits: what is measured now, what was left out and why. */
  readonly say: (line: string) => void;
}

export const FULL_SIZE: BenchOptions = { peers: false, scale: 1, say: () => undefined };

/** A size at the asked scale, never below `least`. */
export function scaled(size: number, { scale }: BenchOptions, least = 1): number {
  return Math.max(least, Math.round(size * scale));
}

/** A slice is not timed, so one round says what it can. */
export function roundsOf(rounds: number, { scale }: BenchOptions): number {
  return scale < 0.1 ? 1 : rounds;
}
