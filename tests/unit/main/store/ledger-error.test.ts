// Which words a fault of SQLite becomes, and which faults end a connection.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createStore } from '../../../../src/main/store/create-store.ts';
import { endsConnection, ledgerError } from '../../../../src/main/store/ledger-error.ts';
import { commitOf, ledgerFolder, notes, RUN } from './ledger-fixture.ts';

const thrown = (code: string) => new Database.SqliteError('what SQLite said', code);

test.each([
  ['SQLITE_FULL', 'E_DISK', false],
  ['SQLITE_IOERR_FSYNC', 'E_DISK', true],
  ['SQLITE_IOERR', 'E_DISK', true],
  ['SQLITE_CORRUPT', 'E_LEDGER', true],
  ['SQLITE_NOTADB', 'E_LEDGER', true],
  ['SQLITE_BUSY_SNAPSHOT', 'E_LEDGER', false],
  ['SQLITE_CANTOPEN', 'E_LEDGER', false],
  ['SQLITE_READONLY_DIRECTORY', 'E_LEDGER', false],
  ['SQLITE_CONSTRAINT_CHECK', 'E_LEDGER', false],
])('%s becomes %s with advice and its values; it ends the connection: %s', (code, expected, ends) => {
  const error = ledgerError(thrown(code), '/data/ledger.db');
  expect(error).toMatchObject({ code: expected, values: { file: '/data/ledger.db', sqlite: code } });
  expect(error).toMatchObject({
    advice: expect.stringMatching(/\w{3,}/),
    message: expect.stringContaining('what SQLite said'),
  });
  expect(endsConnection(thrown(code))).toBe(ends);
});

test('what is no fault of SQLite stays what it is', () => {
  const bug = new Error('a bug');
  expect(ledgerError(bug, 'x')).toBe(bug);
  expect(endsConnection(bug)).toBe(false);
});

test('after an I/O error the connection is never used again', () => {
  const ledger = ledgerFolder();
  try {
    ledger.open().commit(commitOf({ events: notes(1, 1) }));
    let broken = true;
    const faults = {
      at: () => {
        if (broken) throw thrown('SQLITE_IOERR_FSYNC');
      },
    };
    const db = new Database(ledger.file);
    const store = createStore(db, ledger.file, { faults });
    const error = expect.objectContaining({ code: 'E_DISK' });
    expect(() => store.commit(commitOf({ events: notes(2, 1) }))).toThrow(error);
    broken = false;
    expect(() => store.commit(commitOf({ events: notes(2, 1) }))).toThrow(error);
    expect(() => store.eventsOf(RUN)).toThrow(error);
    store.close();
    expect(ledger.open().checkChain()).toEqual({ events: 1, problems: [] });
  } finally {
    ledger.remove();
  }
});
