// Simulated runs as they would lie in a ledger, as often as wanted: each copy with ids of its own.
import { createHash } from 'node:crypto';
import { replay } from '../../src/main/state/evolve.ts';
import { allRows } from '../../src/main/state/rows.ts';
import type { NewEvent } from '../../src/shared/events/event.ts';
import { present } from '../../src/shared/lib/assert.ts';
import type { LedgerCommit } from '../../src/shared/ports/store.ts';
import { SIM_RUN, type SimulationOptions, simulate } from '../simulation/simulate.ts';

export interface Recording {
  readonly text: string;
}

export async function recordRun(options: SimulationOptions): Promise<Recording> {
  const { store } = await simulate(options);
  const events = store.eventsOf(SIM_RUN).map(({ seq: _, prevHash: __, hash: ___, ...event }) => event);
  return { text: JSON.stringify(events) };
}

/** Id of copy `n`. */
export function copyRunId(n: number): string {
  return `01JR${String(n).padStart(22, '0')}`;
}

/** Copy `n` of the run; its diffs are what the simulated tools give: the name of their attempt. */
export function copyRun({ text }: Recording, n: number): readonly NewEvent[] {
  const number = String(n).padStart(10, '0');
  const renamed = text.replaceAll(SIM_RUN, copyRunId(n)).replaceAll(/01J0{10}(\d{13})/g, `01J${number}$1`);
  const events: NewEvent[] = JSON.parse(renamed);
  return events.map((event) =>
    event.kind === 'patch-created'
      ? { ...event, data: { ...event.data, sha256: sha256(event.data.attemptId), bytes: event.data.attemptId.length } }
      : event,
  );
}

/** The commit that writes a whole run at once. */
export function commitOfRun(events: readonly NewEvent[]): LedgerCommit {
  const run = present(replay(events), 'a run');
  const patchBytes = [...run.patches.values()].map(({ patchId, created }) => {
    return { patchId, diff: new TextEncoder().encode(created.attemptId) };
  });
  return { events, rows: allRows(run), patchBytes, outboxAdded: [], outboxDone: [] };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
