// What a number of simulated worlds came to: how often each fault hit, and what the worlds did.
import { addCounts, FAULT_NAMES, FAULTS, type FaultCounts, type FaultName, noCounts } from './world/faults.ts';
import type { WorldResult } from './world/world-order.ts';

export interface Coverage {
  worlds: number;
  simulatedMs: number;
  tasks: number;
  events: number;
  lives: number;
  snapshots: number;
  readonly counts: FaultCounts;
  readonly refusals: { ledger: number; workspace: number; git: number };
  readonly states: Record<string, number>;
}

export function noCoverage(): Coverage {
  const nothing = { worlds: 0, simulatedMs: 0, tasks: 0, events: 0, lives: 0, snapshots: 0 };
  return { ...nothing, counts: noCounts(), refusals: { ledger: 0, workspace: 0, git: 0 }, states: {} };
}

export function cover(sum: Coverage, result: WorldResult): void {
  const { simulatedMs, tasks, events, lives, snapshots, counts, refusals, states } = result;
  sum.worlds += 1;
  sum.simulatedMs += simulatedMs;
  sum.tasks += tasks;
  sum.events += events;
  sum.lives += lives;
  sum.snapshots += snapshots;
  addCounts(sum.counts, counts);
  for (const by of ['ledger', 'workspace', 'git'] as const) sum.refusals[by] += refusals[by];
  for (const state of states) sum.states[state] = (sum.states[state] ?? 0) + 1;
}

/** Switches that were hit less often than wanted. */
export function missed({ counts }: Coverage, least: number): readonly FaultName[] {
  return FAULT_NAMES.filter((name) => counts[name] < least);
}

export function coverageTable(sum: Coverage): string {
  const width = Math.max(...FAULT_NAMES.map((name) => name.length));
  const rows = FAULT_NAMES.map(
    (name) => `${name.padEnd(width)} ${String(sum.counts[name]).padStart(9)}  ${FAULTS[name].says}`,
  );
  const { ledger, workspace, git } = sum.refusals;
  const days = (sum.simulatedMs / 86_400_000).toFixed(1);
  const states = Object.entries(sum.states).map(([state, count]) => `${count} ${state}`);
  return [
    ...rows,
    `A full disk refused ${ledger} commits, ${workspace} workspaces and ${git} writes of git.`,
    `${sum.worlds} worlds, ${days} simulated days, ${sum.tasks} tasks, ${sum.events} events, ${sum.lives} lives of the engine, ${sum.snapshots} of a snapshot.`,
    `Runs: ${states.join(', ')}.`,
  ].join('\n');
}
