// A closed run leaves the live tables and comes back: whole or not at all, with the chain unbroken either way.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withArchives } from '../../../../src/main/hosts/service/archived-store.ts';
import { copyRun } from '../../../../src/main/recovery/copy-run.ts';
import { verifyArchive } from '../../../../src/main/recovery/verify-archive.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import { archiveFiles } from '../../../../src/main/store/archive-files.ts';
import type { NewEvent } from '../../../../src/shared/events/event.ts';
import type { ArchiveRecord, Archives } from '../../../../src/shared/ports/archives.ts';
import { STATE_KEYS, type StateTable, type Store } from '../../../../src/shared/ports/store.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { commitOfRun, copyRun as copyOf, copyRunId, recordRun } from '../../../fakes/recorded-runs.ts';
import { commitOf, type Ledger, ledgerFolder } from './ledger-fixture.ts';

const plan = makePlan({ tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b' }), makeTask({ taskId: 'c' })] });
const recording = await recordRun({ plan, seed: 11, troubleChance: 0.2 });
const RUNS = [1, 2, 3].map(copyRunId);
const [FIRST = '', SECOND = '', THIRD = ''] = RUNS;

let ledger: Ledger;
let store: Store;
let archives: Archives;
let folder = '';

/** Three runs whose events lie between each other, as those of runs at the same time do. */
beforeEach(() => {
  ledger = ledgerFolder();
  folder = mkdtempSync(join(ledger.dir, 'archives-'));
  archives = archiveFiles(folder);
  store = ledger.open();
  const commits = [1, 2, 3].map((n) => commitOfRun(copyOf(recording, n)));
  for (const commit of commits) store.commit({ ...commit, events: [] });
  const length = Math.max(...commits.map(({ events }) => events.length));
  for (let at = 0; at < length; at += 3) {
    store.commit(commitOf({ events: commits.flatMap(({ events }) => events.slice(at, at + 3)) }));
  }
});
afterEach(() => ledger.remove());

function recordOf(runId: string): ArchiveRecord {
  const copy = copyRun({ store, archives }, runId);
  const patchIds = store.rowsOf('patches', runId).map((row) => row.patch_id);
  return { runId, ...copy, patchIds, archivedAt: '2026-01-01T00:00:00.000Z', summary: '{}' };
}

function archivedEvent({ runId, file, sha256, bytes, events, lastSeq, lastHash }: ArchiveRecord): NewEvent {
  const data = { file, sha256, bytes, events, lastSeq, lastHash };
  const id = `01JE${runId.slice(4)}`;
  return { eventId: id, runId, kind: 'run-archived', at: '2026-01-01T00:00:00.000Z', entity: 'run', id: runId, data };
}

function archive(runId: string): ArchiveRecord {
  const record = recordOf(runId);
  store.commit(commitOf({ events: [archivedEvent(record)], archived: [record] }));
  return record;
}

function restore(record: ArchiveRecord): void {
  const archived = archives.read(record);
  const run = replay(withArchives(store, archives).eventsOf(record.runId)) ?? expect.fail('no events');
  const restored = [{ runId: record.runId, events: archived.events }];
  store.commit(commitOf({ restored, rows: allRows(run), patchBytes: archived.patches }));
}

function contentOf(from: Store, runId: string) {
  const tables = Object.keys(STATE_KEYS) as StateTable[]; // its keys are exactly StateTable
  return {
    events: from.eventsOf(runId).filter(({ kind }) => kind !== 'run-archived'),
    rows: tables.map((table) => from.rowsOf(table, runId)),
    diffs: from.rowsOf('patches', runId).map(({ patch_id }) => Buffer.from(from.patchDiff(patch_id) ?? [])),
  };
}

test('what is archived is gone from the live tables and read as before, and the chain holds', () => {
  const before = RUNS.map((runId) => contentOf(store, runId));
  const record = archive(SECOND);
  expect(store.eventsOf(SECOND).map(({ kind }) => kind)).toEqual(['run-archived']);
  expect(store.rowsOf('tasks', SECOND)).toEqual([]);
  expect(store.rowsOf('patches', SECOND)).toEqual([]);
  expect(store.checkChain().problems).toEqual([]);
  expect(store.checkTail().problem).toBeNull();
  const whole = withArchives(store, archives);
  expect(RUNS.map((runId) => contentOf(whole, runId))).toEqual(before);
  expect(verifyArchive({ store, read: archives.read }, SECOND)).toEqual([]);
  for (const patchId of record.patchIds) {
    expect(whole.patchRow(patchId)?.patch_id).toBe(patchId);
    expect(whole.ledgerEntryOf(patchId)?.patch_id).toBe(patchId);
  }
});

test('pages of an archived run go on in the live log, from any event', () => {
  const before = store.eventsOf(SECOND);
  archive(SECOND);
  const whole = withArchives(store, archives);
  const after = whole.eventsOf(SECOND);
  expect(after.map(({ seq }) => seq).slice(0, -1)).toEqual(before.map(({ seq }) => seq));
  for (let from = 0; from <= (after.at(-1)?.seq ?? 0); from += 5) {
    const wanted = after.filter(({ seq }) => seq >= from);
    expect(whole.eventPage({ runId: SECOND, from, limit: 4 })).toEqual(wanted.slice(0, 4));
    expect(whole.eventPage({ runId: SECOND, from, limit: 1_000 })).toEqual(wanted);
  }
  expect(whole.eventRange(SECOND)).toEqual({ first: before[0]?.seq, last: after.at(-1)?.seq });
  expect(whole.eventHash(SECOND, before[4]?.seq ?? 0)).toBe(before[4]?.hash);
});

test('all runs can be archived, in any order, and all come back', () => {
  const before = RUNS.map((runId) => contentOf(store, runId));
  const records = [THIRD, FIRST, SECOND].map(archive);
  expect(store.checkChain().problems).toEqual([]);
  expect(store.archives().map(({ runId }) => runId)).toEqual(RUNS);
  for (const record of records) {
    restore(record);
    expect(store.checkChain().problems).toEqual([]);
  }
  expect(RUNS.map((runId) => contentOf(store, runId))).toEqual(before);
  expect(store.archives()).toEqual([]);
  expect(store.archivedRanges(SECOND)).toEqual([]);
});

test('the log says of an archive what it is, and comes back to the same end', () => {
  const record = archive(FIRST);
  const [word] = store.eventsOf(FIRST);
  expect(word).toMatchObject({ kind: 'run-archived', data: { sha256: record.sha256, lastHash: record.lastHash } });
  restore(record);
  const again = archive(FIRST);
  expect(again.events).toBe(record.events + 1);
  expect(store.checkChain().problems).toEqual([]);
});

test('a commit that fails moves nothing out and nothing in', () => {
  const failing = {
    at: (point: string) => {
      if (point === 'ledger-before-commit') throw new Error('power cut');
    },
  };
  const before = contentOf(store, SECOND);
  const record = recordOf(SECOND);
  store.close();
  store = ledger.open({ faults: failing });
  expect(() => store.commit(commitOf({ events: [archivedEvent(record)], archived: [record] }))).toThrow('power cut');
  expect(contentOf(store, SECOND)).toEqual(before);
  expect(store.archiveOf(SECOND)).toBeNull();
  store.close();
  store = ledger.open();
  archive(SECOND);
  store.close();
  store = ledger.open({ faults: failing });
  expect(() => restore(record)).toThrow('power cut');
  expect(store.rowsOf('tasks', SECOND)).toEqual([]);
  expect(contentOf(withArchives(store, archives), SECOND)).toEqual(before);
  expect(store.checkChain().problems).toEqual([]);
});

test('the door is as narrow as its record: what no archive has cannot be deleted', () => {
  archive(SECOND);
  const db = new Database(ledger.file);
  expect(() => db.exec(`DELETE FROM run_events WHERE run_id = '${FIRST}'`)).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM run_events WHERE seq = (SELECT max(seq) FROM run_events)')).toThrow(/append-only/);
  expect(() => db.exec(`DELETE FROM patches WHERE run_id = '${THIRD}'`)).toThrow(/immutable/);
  db.close();
});

test('a run that does not equal its events, or has not ended, is not archived', () => {
  const db = new Database(ledger.file);
  db.exec(`UPDATE tasks SET state = 'queued' WHERE run_id = '${SECOND}'`);
  db.close();
  expect(() => copyRun({ store, archives }, SECOND)).toThrow(expect.objectContaining({ code: 'E_ARCHIVE' }));
  const open = copyOf(recording, 9).slice(0, 10);
  store.commit(commitOfRun(open));
  expect(() => copyRun({ store, archives }, copyRunId(9))).toThrow('it has not ended');
});

test('a byte that changed anywhere in an archive is found', () => {
  const record = archive(SECOND);
  const file = join(folder, record.file);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 37) {
    const broken = Buffer.from(whole);
    broken[at] = (whole[at] ?? 0) ^ 1;
    writeFileSync(file, broken);
    expect(() => archives.read(record)).toThrow(expect.objectContaining({ code: 'E_ARCHIVE' }));
    expect(verifyArchive({ store, read: archives.read }, SECOND)[0]).toContain('its hash does not fit');
  }
  rmSync(file);
  expect(verifyArchive({ store, read: archives.read }, SECOND)[0]).toContain('it cannot be read');
});

test('a record that was exchanged together with its file is found by the log and by the chain', () => {
  const record = archive(SECOND);
  const db = new Database(ledger.file);
  db.exec(`UPDATE archives SET sha256 = '${'f'.repeat(64)}' WHERE run_id = '${SECOND}'`);
  const found = verifyArchive({ store, read: () => archives.read(record) }, SECOND);
  expect(found).toEqual([expect.stringContaining("the ledger's record of the archive is not what event")]);
  db.exec(
    `UPDATE archives SET sha256 = '${record.sha256}'; UPDATE archived_ranges SET last_hash = '${'0'.repeat(64)}'`,
  );
  db.close();
  expect(store.checkChain().problems).not.toEqual([]);
  expect(verifyArchive({ store, read: archives.read }, SECOND)).not.toEqual([]);
});
