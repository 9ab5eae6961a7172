// The shape in which every benchmark answers (cli.md), and the arithmetic they share.

/** Values are time per unit, lower is better; `ratio` = ours / floor, the median of interleaved rounds. */
export interface BenchCase {
  readonly name: string;
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  readonly note?: string;
}

/** A peer beside ours where both promise as much. */
export interface PeerCase {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  /** peer / ours, the median of interleaved rounds: above 1, ours is faster. */
  readonly faster: number;
  /** As `faster`, of CPU time: what a busy machine does not change. */
  readonly lessCpu?: number;
  readonly note: string;
}

export interface BenchReport {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  readonly floor: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly ratio: number;
  readonly cases: readonly (BenchCase | PeerCase)[];
}

/** The value that the share `of` of all others does not pass; not a number when there are none. */
export function quantile(values: readonly number[], of: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Runs floor and ours by turns, so that a load on the machine meets both, and takes medians. */
export async function interleave(
  rounds: number,
  measure: { readonly ours: () => Promise<number> | number; readonly floor: () => Promise<number> | number },
): Promise<{ readonly ours: number; readonly floor: number; readonly ratio: number }> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await measure.floor());
    ours.push(await measure.ours());
  }
  const ratios = ours.map((value, round) => value / (floor[round] ?? Number.NaN));
  return { ours: median(ours), floor: median(floor), ratio: median(ratios) };
}
