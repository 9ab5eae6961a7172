// The real program on the database of an old pipeline: killed, done again, looked at by old ids, taken back.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OLDEST, sha } from '../unit/main/store/legacy/legacy-fixture.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';

let desk: Desk;
let file = '';
beforeAll(() => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'a\n' });
  file = join(desk.repository.folder, 'pipeline state.db');
  const db = new Database(file);
  db.exec(`${OLDEST} CREATE TABLE events (id INTEGER PRIMARY KEY, run_id INTEGER, event_type TEXT, created_at TEXT);
    INSERT INTO events VALUES (1, 7, 'STEP_STARTED', '2025-01-01 00:00:01'), (2, 1, 'NOTE', NULL), (3, 7, 'STEP_FAILED', NULL);`);
  db.close();
});
afterAll(() => desk.remove());

interface Report {
  readonly ok: boolean;
  readonly state: string;
  readonly changed: boolean;
  readonly backup: string | null;
}

interface Shown {
  readonly run_id: string;
  readonly legacy_id: string;
  readonly legacy: boolean;
}

const migrate = (...args: readonly string[]) => desk.ask<Report>(['migrate-legacy', file, ...args]);

test('a killed apply leaves the old database, the next one migrates it, and a rollback gives the old file back', async () => {
  const before = sha(file);
  expect((await migrate('--dry-run')).json).toMatchObject({ ok: true, changed: false, state: 'old' });
  const killed = await desk.run(['migrate-legacy', file, '--apply'], { env: { PATCHBAY_FAIL_AT: '90' } });
  expect(killed.code).toBeNull();
  expect((await migrate('--dry-run')).json).toMatchObject({ state: 'old' });
  expect((await migrate('--apply')).json).toMatchObject({
    changed: true,
    state: 'migrated',
    backup: `${file}.before-migration`,
  });
  expect(sha(`${file}.before-migration`)).toBe(before);

  const { json: listed } = await desk.ask<{ readonly runs: readonly Shown[] }>(['status']);
  expect(listed.runs.map(({ legacy_id, legacy }) => [legacy_id, legacy])).toEqual(
    ['30', '7', '2', '1'].map((id) => [id, true]),
  );
  const { json: byNumber } = await desk.ask<Shown>(['status', '7']);
  expect((await desk.ask<Shown>(['status', byNumber.run_id])).json).toEqual(byNumber);
  const { stdout } = await desk.run(['events', '7', '--json']);
  expect(jsonLines<{ readonly kind: string }>(stdout).map(({ kind }) => kind)).toEqual(['STEP_STARTED', 'STEP_FAILED']);
  const refused = await desk.run(['cancel', '7']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('read-only');

  expect((await migrate('--rollback')).json).toMatchObject({ changed: true, state: 'old' });
  expect(sha(file)).toBe(before);
  expect((await desk.ask<{ readonly runs: readonly Shown[] }>(['status'])).json.runs).toEqual([]);
}, 120_000);
