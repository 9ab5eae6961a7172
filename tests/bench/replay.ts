// `bench replay`: reading a large log back, each case beside raw SQLite reading the same columns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { loadRunAt } from '../../src/main/engine/load-run.ts';
import { findLeftover } from '../../src/main/engine/recover-engine.ts';
import { createRunLibrary } from '../../src/main/hosts/service/run-library.ts';
import { createTimeline } from '../../src/main/projections/run-timeline.ts';
import { packRun } from '../../src/main/state/pack-run.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import { snapshotFiles } from '../../src/main/store/snapshot-files.ts';
import { present } from '../../src/shared/lib/assert.ts';
import type { Store } from '../../src/shared/ports/store.ts';
import { seededRandom } from '../simulation/seeded-random.ts';
import { type BenchCase, type BenchReport, interleave, median } from './bench-report.ts';
import { MIGRATIONS, type ReplayLedger, writeReplayLedger } from './replay-ledger.ts';

/** Rows read at once on both sides. */
const CHUNK = 5_000;
const PAGES = 2_000;
const PAGE_ROWS = 100;
const ROUNDS = 3;

interface Bench {
  readonly ledger: ReplayLedger;
  readonly store: Store;
  readonly raw: Database.Database;
  readonly folder: string;
}

/** `PATCHBAY_BENCH_EVENTS` for another size than a million; ten million take some 8 GB of disk and ten minutes. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  try {
    const ledger = await writeReplayLedger(folder, Number(process.env['PATCHBAY_BENCH_EVENTS'] ?? 1_000_000));
    const store = openStore({ file: ledger.file, migrationsDir: MIGRATIONS, readOnly: true });
    const raw = new Database(ledger.file, { readonly: true });
    const bench = { ledger, store, raw, folder };
    const cases = [await hotColumns(bench), await payloads(bench), await pages(bench)];
    store.close();
    raw.close();
    cases.push(await opening(bench), await fromSnapshot(bench));
    const [first] = cases;
    const { ours, floor, ratio } = present(first, 'the first case');
    return {
      name: 'replay',
      unit: 'seconds per event (pages, openings: seconds each)',
      ours,
      floor,
      peers: {},
      ratio,
      cases,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(work: () => void): number {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e9;
}

/** What happened when, over the whole log, into counts over time: no payload is looked at. */
async function hotColumns({ ledger, store, raw }: Bench): Promise<BenchCase> {
  const scan = raw.prepare('SELECT seq, event_type, timestamp FROM run_events WHERE seq > ? ORDER BY seq LIMIT ?');
  const work = () => {
    const timeline = createTimeline(1_000);
    drain((after) => {
      const events = store.hotEvents(null, after, CHUNK);
      timeline.add(events);
      return events;
    });
  };
  const { ours, floor, ratio } = await interleave(ROUNDS, {
    floor: () => seconds(() => drain((after) => scan.all(after, CHUNK) as { seq: number }[])) / ledger.events,
    ours: () => seconds(work) / ledger.events,
  });
  return {
    name: `${ledger.events} events from hot columns into a timeline`,
    ours,
    floor,
    ratio,
    note: `${rates(ours, floor)}; ${cpuRate(work, ledger.events)}`,
  };
}

/** Every run of the ledger, from its first event, into its whole state. */
async function payloads({ ledger, store, raw }: Bench): Promise<BenchCase> {
  const scan = raw.prepare('SELECT * FROM run_events WHERE seq > ? ORDER BY seq LIMIT ?');
  const work = () => {
    for (const runId of ledger.runIds) loadRunAt({ store, snapshots: null }, runId);
  };
  const { ours, floor, ratio } = await interleave(ROUNDS, {
    floor: () =>
      seconds(() =>
        drain((after) => {
          const rows = scan.all(after, CHUNK) as { seq: number; payload: string }[];
          for (const row of rows) JSON.parse(row.payload);
          return rows;
        }),
      ) / ledger.events,
    ours: () => seconds(work) / ledger.events,
  });
  const name = `${ledger.events} events with payloads into the states of ${ledger.runIds.length} runs`;
  return { name, ours, floor, ratio, note: `${rates(ours, floor)}; ${cpuRate(work, ledger.events)}` };
}

/** Pages of one run's log at random places, by keyset. */
async function pages({ ledger, store, raw }: Bench): Promise<BenchCase> {
  const sql = 'SELECT * FROM run_events WHERE run_id = ? AND seq >= ? ORDER BY seq LIMIT ?';
  const scan = raw.prepare(sql);
  const random = seededRandom(7);
  const places = Array.from({ length: PAGES }, () => {
    const runId = present(ledger.runIds[Math.floor(random() * ledger.runIds.length)], 'a run');
    const { first, last } = present(store.eventRange(runId), 'its events');
    return { runId, from: first + Math.floor(random() * (last - first)) };
  });
  const p50 = (read: (runId: string, from: number) => void) =>
    median(places.map(({ runId, from }) => seconds(() => read(runId, from))));
  const { ours, floor, ratio } = await interleave(ROUNDS, {
    floor: () => p50((runId, from) => scan.all(runId, from, PAGE_ROWS)),
    ours: () => p50((runId, from) => store.eventRows({ runId, from, limit: PAGE_ROWS })),
  });
  const note = `p50 ${(ours * 1e3).toFixed(3)} ms, floor ${(floor * 1e3).toFixed(3)} ms`;
  return { name: `pages of ${PAGE_ROWS} of ${ledger.events} events`, ours, floor, ratio, note };
}

/** What an engine and the list of runs do after a clean stop; the floor only opens the file and reads its last event. */
async function opening({ ledger, folder }: Bench): Promise<BenchCase> {
  const snapshots = snapshotFiles({ folder: join(folder, 'snapshots'), shape: () => 'bench' });
  const open = present(ledger.runIds.at(-1), 'the open run');
  withStore(ledger, (store) => save(store, open, snapshots));
  const { ours, floor, ratio } = await interleave(5, {
    floor: () =>
      seconds(() => {
        const db = new Database(ledger.file);
        db.prepare('SELECT * FROM run_events ORDER BY seq DESC LIMIT 1').get();
        db.close();
      }),
    ours: () => {
      let opened: Store | null = null;
      const time = seconds(() => {
        opened = openStore({ file: ledger.file, migrationsDir: MIGRATIONS });
        if (!opened.opened.inOrder || opened.opened.whole) throw new Error('it was not closed in order, or is small');
        if (opened.checkTail().problem !== null) throw new Error('its end does not hold');
        findLeftover({ store: opened, snapshots });
        createRunLibrary({ store: opened, snapshots }, null).newest(200);
      });
      (opened as Store | null)?.close();
      return time;
    },
  });
  const name = `opening ${ledger.events} events after a clean stop, with a run to go on with and the list of runs`;
  return { name, ours, floor, ratio, note: `${(ours * 1e3).toFixed(0)} ms` };
}

/** One run from its snapshot; the floor replays all its events. */
async function fromSnapshot({ ledger, folder }: Bench): Promise<BenchCase> {
  const snapshots = snapshotFiles({ folder: join(folder, 'more-snapshots'), shape: () => 'bench' });
  const runId = present(ledger.runIds[0], 'a run');
  return withStore(ledger, async (store) => {
    save(store, runId, snapshots);
    const { ours, floor, ratio } = await interleave(5, {
      floor: () => seconds(() => loadRunAt({ store, snapshots: null }, runId)),
      ours: () => seconds(() => loadRunAt({ store, snapshots }, runId)),
    });
    const name = `a run of ${store.eventCount(runId)} events from its snapshot; floor: replayed`;
    return { name, ours, floor, ratio, note: `${(ours * 1e3).toFixed(0)} ms, replayed ${(floor * 1e3).toFixed(0)} ms` };
  });
}

function save(store: Store, runId: string, snapshots: ReturnType<typeof snapshotFiles>): void {
  const { run, seq, hash } = present(loadRunAt({ store, snapshots: null }, runId), 'the run');
  snapshots.write({ runId, seq, hash, state: packRun(run) });
}

function withStore<T>(ledger: ReplayLedger, use: (store: Store) => T): T {
  const store = openStore({ file: ledger.file, migrationsDir: MIGRATIONS });
  const result = use(store);
  if (result instanceof Promise) return result.finally(() => store.close()) as T; // the same promise, later
  store.close();
  return result;
}

function drain(read: (after: number) => readonly { readonly seq: number }[]): void {
  for (let after = 0; ; ) {
    const rows = read(after);
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.seq ?? after;
  }
}

/** On a machine that others use, only the processor's own time says what a quiet one would do. */
function cpuRate(work: () => void, events: number): string {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return `${Math.round((events / (user + system)) * 1e3)} thousand events per second of processor time`;
}

function rates(ours: number, floor: number): string {
  return `${Math.round(1 / ours / 1e3)} thousand events/s, floor ${Math.round(1 / floor / 1e3)} thousand`;
}
