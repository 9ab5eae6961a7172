// Every way of tampering with the log that the chain must show.
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitOf, type Ledger, ledgerFolder, noted, notes, wholeCommit } from './ledger-fixture.ts';

let ledger: Ledger;
beforeEach(() => {
  ledger = ledgerFolder();
});
afterEach(() => ledger.remove());

/** Writes ten events, then runs `sql` on the file with every protection of the schema taken away. */
function tampered(sql: string): readonly string[] {
  const store = ledger.open();
  store.commit(commitOf({ events: notes(1, 10) }));
  store.close();
  const db = new Database(ledger.file);
  db.exec('DROP TRIGGER run_events_refuse_update; DROP TRIGGER run_events_refuse_delete;');
  db.exec('DROP TRIGGER patches_refuse_update;');
  db.exec(sql);
  db.close();
  return ledger.open().checkChain().problems;
}

test('an untouched log has no problems', () => {
  expect(tampered('')).toEqual([]);
});

test('a changed payload shows at its event', () => {
  const problems = tampered(`UPDATE run_events SET payload = '{"message":"nothing happened"}' WHERE seq = 4`);
  expect(problems).toEqual(['Event 4 is not what was written: its hash does not fit.']);
});

test.each(['event_id', 'run_id', 'event_type', 'timestamp', 'source', 'entity', 'entity_id'])(
  'a changed %s shows at its event',
  (column) => {
    expect(tampered(`UPDATE run_events SET ${column} = ${column} || 'x' WHERE seq = 4`)).toHaveLength(1);
  },
);

test('a changed version shows at its event', () => {
  expect(tampered('UPDATE run_events SET version = 2 WHERE seq = 4')).toHaveLength(1);
});

test('a changed event with a hash made to fit breaks the link of the next one', () => {
  const problems = tampered(`UPDATE run_events SET hash = 'f' WHERE seq = 4`);
  expect(problems).toContain('Event 5 does not follow from event 4.');
});

test('a removed event leaves a gap', () => {
  expect(tampered('DELETE FROM run_events WHERE seq = 4')).toContain('Events 4 to 4 are missing from the log.');
});

test('events cut off the end are missed', () => {
  const problems = tampered('DELETE FROM run_events WHERE seq > 8');
  expect(problems).toEqual(['The log ends at event 8, but the ledger remembers event 10 as its last one.']);
});

test('a removed event shows even when the later ones are numbered anew', () => {
  const problems = tampered('DELETE FROM run_events WHERE seq = 4; UPDATE run_events SET seq = seq - 1 WHERE seq > 4');
  expect(problems).toContain('Event 4 does not follow from event 3.');
});

test('an inserted event shows', () => {
  const problems = tampered(`INSERT INTO run_events SELECT 11, 'new', run_id, event_type, timestamp, payload, source,
    entity, entity_id, hash, hash, version FROM run_events WHERE seq = 10`);
  expect(problems).toContain('Event 11 is not what was written: its hash does not fit.');
});

test('two events that changed places show', () => {
  const problems = tampered(`UPDATE run_events SET seq = 99 WHERE seq = 4; UPDATE run_events SET seq = 4 WHERE seq = 5;
    UPDATE run_events SET seq = 5 WHERE seq = 99`);
  expect(problems).toContain('Event 4 does not follow from event 3.');
});

test('a changed diff shows at its patch', () => {
  const store = ledger.open();
  store.commit(wholeCommit(new TextEncoder().encode('diff --git a/x b/x\n')));
  store.close();
  const db = new Database(ledger.file);
  db.exec('DROP TRIGGER patches_refuse_update; UPDATE patches SET diff_text = zeroblob(bytes)');
  db.close();
  expect(ledger.open().checkChain().problems.join()).toMatch(/diff of patch 01JPAT\d+ does not have the sha256/);
});

test('a log longer than one chunk of the check is checked to its end', () => {
  const store = ledger.open();
  for (let n = 0; n < 5; n++) store.commit(commitOf({ events: notes(n * 2_000 + 1, 2_000) }));
  expect(store.checkChain()).toEqual({ events: 10_000, problems: [] });
  store.commit(commitOf({ events: [noted(10_001)] }));
  expect(store.checkChain().events).toBe(10_001);
});
