// `bench commit`: the slowest commits of an engine whose write-ahead log a thread moves, beside SQLite's automatic checkpoints.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startKeeper } from '../../src/main/hosts/keeper/start-keeper.ts';
import { createChangeFeed } from '../../src/main/hosts/service/change-feed.ts';
import { careForLedger } from '../../src/main/hosts/service/ledger-care.ts';
import { systemClock } from '../../src/main/hosts/service/system-clock.ts';
import { createStore } from '../../src/main/store/create-store.ts';
import { openDatabase } from '../../src/main/store/open-database.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { NewEvent } from '../../src/shared/events/event.ts';
import { present } from '../../src/shared/lib/assert.ts';
import type { Store } from '../../src/shared/ports/store.ts';
import { type BenchCase, type BenchReport, interleave } from './bench-report.ts';
import { MIGRATIONS } from './replay-ledger.ts';

const KEEPER = join(import.meta.dirname, '../../src/main/hosts/keeper/ledger-keeper.ts');
const EVENTS_A_COMMIT = 20;
const PAUSE_MS = 2;
const COMMITS = 1_500;
/** Not counted, on either side: code gets warm, and the thread is started once in the life of an engine. */
const FIRST_COMMITS = 300;
const ROUNDS = 5;
/** SQLite's own default: it moves the log in the commit that makes it longer than so many pages. */
const AUTOMATIC = 1_000;
type Synchronous = 'NORMAL' | 'FULL';

interface Slowest {
  readonly worst: number;
  readonly p99: number;
}

export async function run(): Promise<BenchReport> {
  const cases: BenchCase[] = [];
  for (const synchronous of ['NORMAL', 'FULL'] as const) cases.push(...(await measure(synchronous)));
  const { ours, floor, ratio } = present(cases[0], 'the first case');
  return { name: 'commit', unit: 'seconds of the slowest commits', ours, floor, peers: {}, ratio, cases };
}

async function measure(synchronous: Synchronous): Promise<readonly BenchCase[]> {
  const p99: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  const worst = await interleave(ROUNDS, {
    floor: async () => note(p99.floor, await inFolder((folder) => automatic(folder, synchronous))),
    ours: async () => note(p99.ours, await inFolder((folder) => byThread(folder, synchronous))),
  });
  const inTurn = { ours: p99.ours.values(), floor: p99.floor.values() };
  const late = await interleave(ROUNDS, {
    floor: () => inTurn.floor.next().value ?? Number.NaN,
    ours: () => inTurn.ours.next().value ?? Number.NaN,
  });
  const what = `${COMMITS} commits of ${EVENTS_A_COMMIT} events, one every ${PAUSE_MS} ms, ${synchronous}`;
  return [
    { name: `worst of ${what}`, ...worst, note: milliseconds(worst) },
    { name: `p99 of ${what}`, ...late, note: milliseconds(late) },
  ];
}

/** Keeps the 99th percentile aside and answers the worst. */
function note(kept: number[], { worst, p99 }: Slowest): number {
  kept.push(p99);
  return worst;
}

/** As an engine does it. */
async function byThread(folder: string, synchronous: Synchronous): Promise<Slowest> {
  const ledger = join(folder, 'ledger.db');
  const store = openStore({ file: ledger, migrationsDir: MIGRATIONS, synchronous, movesWal: false });
  const feed = createChangeFeed();
  const place = { ledger, snapshots: join(folder, 'snapshots'), archives: join(folder, 'archives') };
  const startThread = () => startKeeper(KEEPER, place);
  const care = careForLedger({ store, feed, clock: systemClock, log: () => {}, startThread });
  try {
    return await commitMany(store, () => feed.publish({ events: [], touched: new Map() }));
  } finally {
    await care.close();
    store.close();
  }
}

async function automatic(folder: string, synchronous: Synchronous): Promise<Slowest> {
  const file = join(folder, 'ledger.db');
  openStore({ file, migrationsDir: MIGRATIONS }).close();
  const db = openDatabase({ file, readOnly: false, synchronous });
  db.pragma(`wal_autocheckpoint = ${AUTOMATIC}`);
  const store = createStore(db, file);
  try {
    return await commitMany(store, () => {});
  } finally {
    store.close();
  }
}

async function commitMany(store: Store, after: () => void): Promise<Slowest> {
  const times: number[] = [];
  for (let n = 0; n < FIRST_COMMITS + COMMITS; n += 1) {
    const events = Array.from({ length: EVENTS_A_COMMIT }, (_, at) => noted(n * EVENTS_A_COMMIT + at));
    const from = process.hrtime.bigint();
    store.commit({ events, rows: {}, patchBytes: [], outboxAdded: [], outboxDone: [] });
    after();
    const time = Number(process.hrtime.bigint() - from) / 1e9;
    if (n >= FIRST_COMMITS) times.push(time);
    await wait(PAUSE_MS);
  }
  times.sort((a, b) => a - b);
  return { worst: present(times.at(-1), 'a time'), p99: present(times[Math.floor(times.length * 0.99)], 'a time') };
}

function noted(n: number): NewEvent {
  const runId = '01JR0000000000000000000000';
  const eventId = `01JE${String(n).padStart(22, '0')}`;
  const message = 'x'.repeat(400);
  return {
    eventId,
    runId,
    kind: 'run-noted',
    at: '2026-01-01T00:00:00.000Z',
    entity: 'run',
    id: runId,
    data: { message },
  };
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function milliseconds({ ours, floor }: { readonly ours: number; readonly floor: number }): string {
  return `${(ours * 1e3).toFixed(1)} ms, automatic ${(floor * 1e3).toFixed(1)} ms`;
}
