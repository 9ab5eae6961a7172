// A ledger with an event that only a newer version can have written: every command says so, and none falls over.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventHash, FIRST_HASH } from '../../src/main/store/event-hash.ts';
import type { EventRow } from '../../src/shared/events/read-event.ts';
import type { RefusalShape, RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

let desk: Desk;
let plan: string;
let runId: string;

beforeAll(async () => {
  desk = openDesk('newer');
  desk.repository.commit({ 'a.txt': 'a\n' });
  plan = desk.plan(planDocument([scriptTask('one', [{ write: 'one.txt', text: '1\n' }])]));
  runId = (await desk.ask<RunShape>(['run', plan])).json.run_id;
  const projects = join(desk.data, 'projects');
  const db = new Database(join(projects, readdirSync(projects)[0] ?? '', 'ledger.db'));
  db.exec('DROP TRIGGER run_events_refuse_update');
  writeAsNewer(db);
  db.close();
});

/** As a newer version would have written it: the chain holds. */
function writeAsNewer(db: Database.Database): void {
  db.exec(`UPDATE run_events SET version = 99 WHERE event_type = 'patch-created'`);
  const save = db.prepare('UPDATE run_events SET prev_hash = ?, hash = ? WHERE seq = ?');
  let before = FIRST_HASH;
  for (const row of db.prepare('SELECT * FROM run_events ORDER BY seq').all() as EventRow[]) {
    const hash = eventHash({ ...row, prev_hash: before });
    save.run(before, hash, row.seq);
    before = hash;
  }
  db.prepare(`UPDATE meta SET value = ? WHERE key = 'head_hash'`).run(before);
}

afterAll(() => desk.remove());

test.each([
  ['status', 'RUN'],
  ['events', 'RUN'],
  ['export', 'RUN', '--uet'],
  ['publish', 'RUN'],
])('%s %s says that a newer Patchbay wrote it', async (...args) => {
  const given = args.map((word) => (word === 'RUN' ? runId : word));
  const { answer, json } = await desk.ask<RefusalShape>(given, { cwd: desk.repository.folder });
  expect(answer.code).toBe(4);
  expect(json.error).toMatchObject({
    code: 'E_LEDGER_NEWER',
    message: expect.stringMatching(/^Event \d+ of the ledger is `patch-created` in version 99; .* up to version \d+$/),
    advice: expect.stringContaining('newer Patchbay'),
  });
  expect(answer.stderr).not.toMatch(/\n +at /);
});

test('the list of runs needs none of their events', async () => {
  const { json } = await desk.ask<{ readonly runs: readonly { readonly run_id: string }[] }>(['status']);
  expect(json.runs.map((run) => run.run_id)).toContain(runId);
});

test('verify finds it and goes on to what it can check', async () => {
  const { answer, json } = await desk.ask<{ ok: boolean; problems: readonly string[] }>(['verify', runId]);
  expect(answer.code).toBe(1);
  expect(json.ok).toBe(false);
  expect(json.problems.join('\n')).toContain(`the events of run ${runId} cannot be read: Event`);
});

test('a new run is not hindered by an ended one that cannot be read', async () => {
  const { json } = await desk.ask<RunShape>(['run', plan]);
  expect(json.tasks[0]?.task_id).toBe('one');
});
