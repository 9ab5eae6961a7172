// The first look after an update: yesterday's runs are there for every command that reads, however many look at once.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onFile, RECORDED, RECORDED_RUN, writeOlderLedger } from '../fakes/older-ledger.ts';
import type { RefusalShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';

const PATCH = String(RECORDED['patches']?.[0]?.['patch_id']);

let desk: Desk;
let folder: string;

beforeEach(async () => {
  desk = openDesk('older');
  desk.repository.commit({ 'a.txt': 'a\n' });
  await desk.ask(['status']); // makes the folder
  const projects = join(desk.data, 'projects');
  folder = join(projects, readdirSync(projects)[0] ?? '');
  for (const file of readdirSync(folder)) if (file.startsWith('ledger.db')) rmSync(join(folder, file));
  writeOlderLedger(join(folder, 'ledger.db'));
});
afterEach(() => desk.remove());

const schema = () => {
  let version: unknown;
  onFile(join(folder, 'ledger.db'), (db) => {
    version = db.pragma('user_version', { simple: true });
  });
  return version;
};

test.each([
  ['status', 'RUN'],
  ['events', 'RUN'],
  ['patch', 'list', '--run', 'RUN'],
  ['patch', 'show', PATCH],
  ['export', 'RUN', '--out', 'OUT'],
])('%s %s shows a run of the version before', async (...args) => {
  const out = join(desk.repository.folder, 'exported');
  const words = args.map((word) => (word === 'RUN' ? RECORDED_RUN : word === 'OUT' ? out : word));
  const answer = await desk.run(words);
  expect(answer.stderr).toBe('');
  expect(answer.code).toBe(0);
  expect(readdirSync(folder)).toContain('ledger.db.backup-1');
});

test('verify finds its chain and its tables whole', async () => {
  const { json } = await desk.ask<{ events: unknown; rebuilt: unknown }>(['verify', RECORDED_RUN]);
  // Its commits lie in another repository, which is all that is wrong with it.
  expect(json).toMatchObject({
    events: { ok: true, count: RECORDED['run_events']?.length },
    rebuilt: { ok: true },
    problems: [expect.stringMatching(/^git has no ref /)],
  });
  expect(schema()).toBeGreaterThan(1);
});

test('several who look at once all see it, and none takes up a run', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => desk.run(['status', RECORDED_RUN])));
  for (const answer of answers) expect(answer).toMatchObject({ code: 0, stderr: '' });
  expect(schema()).toBeGreaterThan(1);
  onFile(join(folder, 'ledger.db'), (db) => {
    const { length } = RECORDED['run_events'] ?? [];
    expect(db.prepare('SELECT count(*) FROM run_events').pluck().get()).toBe(length);
  });
});

test('where the folder may not be written, the answer says what to do, and nothing has changed', async () => {
  rmSync(join(folder, 'owner.lock'), { recursive: true, force: true });
  writeFileSync(join(folder, 'owner.lock'), ''); // refuses the administrator, too
  const { answer, json } = await desk.ask<RefusalShape>(['status', RECORDED_RUN]);
  expect(answer.code).toBe(4);
  expect(json.error).toMatchObject({
    code: 'E_DISK',
    message: expect.stringMatching(
      /older schema 1 .*could not be brought to the present one: The disk refused: EEXIST/,
    ),
    advice: expect.stringContaining('has to be written once before it can be read'),
  });
  expect(schema()).toBe(1);
});
