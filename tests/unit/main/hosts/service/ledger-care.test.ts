// The ledger is looked after by a thread of its own: the real one on a real ledger, and a fake one for when it is asked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS_DIR } from '../../../../../build/dump-ledger.ts';
import { loadRunAt } from '../../../../../src/main/engine/load-run.ts';
import { buildHash } from '../../../../../src/main/hosts/keeper/build-hash.ts';
import type { KeeperOrder } from '../../../../../src/main/hosts/keeper/keeper-order.ts';
import { type KeeperThread, startKeeper } from '../../../../../src/main/hosts/keeper/start-keeper.ts';
import { createChangeFeed } from '../../../../../src/main/hosts/service/change-feed.ts';
import { careForLedger } from '../../../../../src/main/hosts/service/ledger-care.ts';
import { openStore } from '../../../../../src/main/store/open-store.ts';
import { snapshotFiles } from '../../../../../src/main/store/snapshot-files.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import type { Store } from '../../../../../src/shared/ports/store.ts';
import { makePlan, makeTask } from '../../../../fakes/make-plan.ts';
import { commitOfRun, copyRun, copyRunId, type Recording, recordRun } from '../../../../fakes/recorded-runs.ts';
import { createVirtualClock } from '../../../../fakes/virtual-clock.ts';

const KEEPER = join(import.meta.dirname, '../../../../../src/main/hosts/keeper/ledger-keeper.ts');
const plan = makePlan({ tasks: Array.from({ length: 10 }, (_, n) => makeTask({ taskId: `t${n}` })) });

let folder = '';
let store: Store;
let recording: Recording;
let file = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-care-'));
  file = join(folder, 'ledger.db');
  store = openStore({ file, migrationsDir: MIGRATIONS_DIR, movesWal: false });
  recording = await recordRun({ plan, seed: 1 });
  store.commit(commitOfRun(copyRun(recording, 1)));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const placeOf = () => ({ ledger: file, snapshots: join(folder, 'snapshots'), archives: join(folder, 'archives') });

/** Answers at once and remembers what it was asked. */
function fakeThread(): KeeperThread & { readonly asked: KeeperOrder[] } {
  const asked: KeeperOrder[] = [];
  const ask = async (order: KeeperOrder) => {
    asked.push(order);
    return (order.type === 'check' ? { events: 1, problems: ['something'] } : null) as never; // what the order answers
  };
  return { asked, ask, end: async () => {} };
}

function fakeCare(wal: () => number, whole = true) {
  const thread = fakeThread();
  const clock = createVirtualClock();
  const feed = createChangeFeed();
  const truncated: string[] = [];
  const care = careForLedger({
    store: {
      opened: { inOrder: true, whole },
      walBytes: wal,
      checkpoint: (mode = 'passive') => truncated.push(mode),
    },
    feed,
    clock,
    log: () => {},
    startThread: () => thread,
  });
  return { thread, clock, feed, care, truncated };
}

test('the thread saves a run as its events give it, and moves the log into the file', async () => {
  const place = placeOf();
  const thread = startKeeper(KEEPER, place);
  const runId = copyRunId(1);
  const last = store.eventRange(runId)?.last ?? expect.fail('no events');
  expect(await thread.ask({ type: 'save-run', runId })).toBe(last);
  const snapshots = snapshotFiles({ folder: place.snapshots, shape: buildHash });
  const loaded = loadRunAt({ store, snapshots }, runId);
  expect(loaded).toMatchObject({ seq: last, replayed: 0 });
  expect(loaded?.run).toEqual(loadRunAt({ store, snapshots: null }, runId)?.run);
  expect(store.walBytes()).toBeGreaterThan(0);
  await thread.ask({ type: 'move-log', truncate: true });
  expect(store.walBytes()).toBe(0);
  expect(await thread.ask({ type: 'check' })).toEqual({ events: last, problems: [] });
  await expect(thread.ask({ type: 'save-run', runId: '01JX' })).rejects.toThrow('There is no run 01JX');
  await thread.end();
});

test('the thread finds an event that was changed in the middle of the log', async () => {
  const db = new Database(file);
  db.exec('DROP TRIGGER run_events_refuse_update');
  db.prepare(`UPDATE run_events SET payload = '{}' WHERE seq = 7`).run();
  db.close();
  const thread = startKeeper(KEEPER, placeOf());
  const { problems } = await thread.ask({ type: 'check' });
  expect(problems).toEqual(['Event 7 is not what was written: its hash does not fit.']);
  await thread.end();
});

test('a thread that cannot start is an answer, not a crash', async () => {
  const thread = startKeeper(join(folder, 'nothing.js'), placeOf());
  await expect(thread.ask({ type: 'check' })).rejects.toThrow('nothing.js');
  await expect(thread.ask({ type: 'check' })).rejects.toThrow();
});

test('a long log is moved by the thread while commits go on, and cut off when nothing happens', async () => {
  const { thread, clock, feed, truncated } = fakeCare(() => LIMITS.walMovedBytes + 1);
  for (let n = 0; n < 32; n += 1) feed.publish({ events: [], touched: new Map() });
  expect(thread.asked).toEqual([{ type: 'move-log', truncate: false }]);
  await new Promise((resolve) => setImmediate(resolve));
  while (clock.step()) await Promise.resolve();
  expect(thread.asked.at(-1)).toEqual({ type: 'move-log', truncate: true });
  expect(truncated).toEqual([]);
});

test('what a thread cannot do the engine does, and a disk that refuses it ends nothing', async () => {
  const refusing = {
    opened: { inOrder: true, whole: true },
    walBytes: () => LIMITS.walMovedBytes + 1,
    checkpoint: () => expect.fail('the disk refuses'),
  };
  const gone = { ask: () => Promise.reject(new Error('no thread')), end: async () => {} };
  const said: string[] = [];
  const log = (_: string, message: string) => void said.push(message);
  const feed = createChangeFeed();
  careForLedger({ store: refusing, feed, clock: createVirtualClock(), log, startThread: () => gone });
  for (let n = 0; n < 32; n += 1) feed.publish({ events: [], touched: new Map() });
  await new Promise((resolve) => setImmediate(resolve));
  expect(said.join()).toContain('could not be moved: the disk refuses');
});

test('a log that the thread never gets to the end of is cut off between two commits', () => {
  const { feed, truncated } = fakeCare(() => LIMITS.walCutBytes + 1);
  for (let n = 0; n < 32; n += 1) feed.publish({ events: [], touched: new Map() });
  expect(truncated).toEqual(['truncate']);
});

test('a ledger that was not looked through when it was opened is checked a little later, and what is wrong is said', async () => {
  const { thread, clock, care } = fakeCare(() => 0, false);
  expect(care.problems()).toEqual([]);
  clock.step();
  await new Promise((resolve) => setImmediate(resolve));
  expect(thread.asked).toEqual([{ type: 'check' }]);
  expect(care.problems()).toEqual(['something']);
});

test('long runs are saved on the way and at their end, short ones never', async () => {
  const { thread, feed, care } = fakeCare(() => 0);
  const events = copyRun(recording, 1).map((event, at) => ({ ...event, seq: at + 1, prevHash: '', hash: '' }));
  const run = loadRunAt({ store, snapshots: null }, copyRunId(1))?.run ?? expect.fail('no run');
  const publish = (ended: boolean) =>
    feed.publish({ events, touched: new Map([[{ ...run, endedAt: ended ? run.endedAt : null }, new Set()]]) });
  publish(true);
  expect(thread.asked).toEqual([]);
  for (let n = 0; n <= LIMITS.snapshotEvents / events.length; n += 1) publish(false);
  expect(thread.asked).toEqual([{ type: 'save-run', runId: copyRunId(1) }]);
  for (let n = 0; n <= LIMITS.snapshotTailEvents / events.length; n += 1) publish(false);
  publish(true);
  expect(thread.asked).toHaveLength(2);
  for (let n = 0; n <= LIMITS.snapshotTailEvents / events.length; n += 1) publish(false);
  await care.close();
  expect(thread.asked).toHaveLength(3);
});
