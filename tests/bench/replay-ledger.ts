// The ledger of `bench replay`: simulated runs, each a copy with ids of its own, as many as give the events wanted.
import { join } from 'node:path';
import { openStore } from '../../src/main/store/open-store.ts';
import { makePlan, makeTask } from '../fakes/make-plan.ts';
import { commitOfRun, copyRun, copyRunId, recordRun } from '../fakes/recorded-runs.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../schema/migrations');
const TASKS = 1_000;

export interface ReplayLedger {
  readonly file: string;
  readonly events: number;
  /** All have ended but the last one. */
  readonly runIds: readonly string[];
}

/** Some 500 bytes of payload an event, 14 events a task; the last run is left in its middle. */
export async function writeReplayLedger(folder: string, events: number): Promise<ReplayLedger> {
  const file = join(folder, 'ledger.db');
  const tasks = Array.from({ length: TASKS }, (_, n) => makeTask({ taskId: `t${n}` }));
  const recording = await recordRun({ plan: makePlan({ tasks }), seed: 1, maxParallel: 64 });
  const store = openStore({ file, migrationsDir: MIGRATIONS, synchronous: 'NORMAL' });
  const runIds: string[] = [];
  let written = 0;
  try {
    while (written < events) {
      const copy = copyRun(recording, runIds.length + 1);
      const isLast = written + copy.length >= events;
      const part = isLast ? copy.slice(0, Math.floor(copy.length * 0.6)) : copy;
      store.commit(commitOfRun(part));
      written += part.length;
      runIds.push(copyRunId(runIds.length + 1));
      if (isLast) break;
    }
  } finally {
    store.close();
  }
  return { file, events: written, runIds };
}
