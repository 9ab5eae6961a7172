// A ledger as an earlier version left it: recorded from a real run, opened, verified and continued by this one.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uetDocuments } from '../../../../src/main/projections/uet-documents.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import { STATE_KEYS, type StateTable } from '../../../../src/shared/ports/store.ts';
import { DOCUMENT_SCHEMAS } from '../../../../src/shared/uet/recognise-schema.ts';
import { onFile, RECORDED, RECORDED_RUN, writeOlderLedger } from '../../../fakes/older-ledger.ts';
import { commitOf, type Ledger, ledgerFolder } from './ledger-fixture.ts';

const RUN = RECORDED_RUN;

let ledger: Ledger;
beforeEach(() => {
  ledger = ledgerFolder();
  writeOlderLedger(ledger.file);
});
afterEach(() => ledger.remove());

test('its chain holds: events from before versions were counted keep their hashes', () => {
  const events = RECORDED['run_events']?.length ?? 0;
  expect(events).toBeGreaterThan(40);
  expect(ledger.open().checkChain()).toEqual({ events, problems: [] });
});

test('its events of old versions replay to the rows that the old version wrote', () => {
  const store = ledger.open();
  const rebuilt = allRows(replay(store.eventsOf(RUN)) ?? expect.fail('no events'));
  for (const table of Object.keys(STATE_KEYS) as StateTable[]) {
    const byKey = (a: object, b: object) =>
      String(Reflect.get(a, STATE_KEYS[table])) < String(Reflect.get(b, STATE_KEYS[table])) ? -1 : 1;
    expect([...(rebuilt[table] ?? [])].sort(byKey), table).toEqual([...store.rowsOf(table, RUN)].sort(byKey));
  }
});

test('what is appended to it carries its version and is chained to the old events', () => {
  const store = ledger.open();
  const before = store.eventsOf(RUN);
  const attempt = before.find((event) => event.kind === 'attempt-created') ?? expect.fail('no attempt');
  store.commit(commitOf({ events: [{ ...attempt, eventId: '01KB7Q3T0E8W6S5R4Q3P2N1M0A' }] }));
  expect(store.checkChain()).toEqual({ events: before.length + 1, problems: [] });
  expect(store.eventsOf(RUN).at(-1)).toMatchObject({ kind: 'attempt-created', data: { request: null, lease: null } });
  onFile(ledger.file, (db) => {
    const versions = db.prepare('SELECT DISTINCT version FROM run_events WHERE event_type = ? ORDER BY 1').pluck();
    expect(versions.all('attempt-created')).toEqual([1, 3]);
  });
});

test('it is exported as valid UET v1, with requests made from its plan and no prompts', () => {
  const events = ledger.open().eventsOf(RUN);
  const documents = [...uetDocuments(replay(events) ?? expect.fail('no events'), events)];
  for (const { schema, document } of documents) {
    const validate = DOCUMENT_SCHEMAS[schema];
    expect(validate(document) ? [] : validate.errors, schema).toEqual([]);
  }
  const count = (schema: string) => documents.filter((one) => one.schema === schema).length;
  expect(count('step_attempt.v1')).toBeGreaterThan(0);
  expect(count('execution_request.v1')).toBe(count('step_attempt.v1'));
  expect(count('prompt_instance.v1')).toBe(0);
});

test('an event that only a newer version can have written is a clear fault', () => {
  ledger.open().close();
  onFile(ledger.file, (db) => {
    db.exec('DROP TRIGGER run_events_refuse_update; UPDATE run_events SET version = 99 WHERE seq = 3');
  });
  expect(() => ledger.open().eventsOf(RUN)).toThrow(
    expect.objectContaining({ code: 'E_LEDGER_NEWER', advice: expect.stringContaining('newer Patchbay') }),
  );
});
