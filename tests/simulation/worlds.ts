// The kinds of simulated worlds, and how one of them is named, made and made again.
import { dayWorld } from './world/day-world.ts';
import type { FaultName } from './world/faults.ts';
import { smallWorld } from './world/small-world.ts';
import type { WorldOrder, WorldResult } from './world/world-order.ts';
import { yearWorld } from './world/year-world.ts';

export const WORLDS = { small: smallWorld, day: dayWorld, year: yearWorld } as const satisfies Record<
  string,
  (seed: number) => WorldOrder
>;
export type WorldKind = keyof typeof WORLDS;

export interface Seed {
  readonly kind: WorldKind;
  readonly seed: number;
  /** Switches to leave off. */
  readonly off?: readonly FaultName[];
  /** Only the first so many of its runs. */
  readonly runs?: number;
}

export function worldOf({ kind, seed, off = [], runs }: Seed): WorldOrder {
  const order = WORLDS[kind](seed);
  return { ...order, off: new Set(off), runs: runs === undefined ? order.runs : order.runs.slice(0, runs) };
}

/** What makes the same world again. */
export function commandOf({ kind, seed, off = [], runs }: Seed): string {
  const more = [
    ...(off.length > 0 ? [`--off ${off.join(',')}`] : []),
    ...(runs === undefined ? [] : [`--runs ${runs}`]),
  ];
  return ['npm run simulate --', `--kind ${kind}`, `--seed ${seed}`, ...more].join(' ');
}

/** Null when nothing is wrong. */
export function describeBreach(seed: Seed, { breaches }: Pick<WorldResult, 'breaches'>): string | null {
  if (breaches.length === 0) return null;
  const said = breaches.map(({ invariant, what, seq, life }) => `  ${invariant} (event ${seq}, life ${life}): ${what}`);
  return [`World ${seed.kind} ${seed.seed} breaks what must hold:`, ...said, `  Again: ${commandOf(seed)}`].join('\n');
}
