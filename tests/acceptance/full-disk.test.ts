// A disk that is really full: nothing starts, what waits says so, and the run goes on when there is room.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventShape, RunShape } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk, startProgram } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchbay-disk-'));
const disk = join(folder, 'small');
const mount = (...args: readonly string[]) => spawnSync('mount', [...args, disk], { stdio: 'ignore' }).status === 0;
mkdirSync(disk);
/** Only an administrator of Linux can make a disk of any size. */
const canMount = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=100m', 'tmpfs');

let desk: Desk;
beforeAll(() => {
  desk = openDesk('disk');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterAll(() => {
  if (canMount) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
  desk.remove();
});

test.skipIf(!canMount)('a run waits for room and loses nothing', { timeout: 60_000 }, async () => {
  const where = ['--project', desk.root, '--data', disk];
  const tasks = ['b', 'c'].map((id) => scriptTask(id, [{ write: `${id}.txt`, text: `${id}\n` }]));
  const run = startProgram(['run', ...where, desk.plan(planDocument(tasks)), '--json']);
  const ask = async (...args: readonly string[]) => (await startProgram([...args, ...where]).answer).stdout;
  const waiting = async () => {
    const [, id = ''] = /([0-9A-Z]{26})/.exec(await ask('status')) ?? [];
    if (id === '') return '';
    const report: RunShape = JSON.parse(await ask('status', id, '--json'));
    return report.waiting.map(({ reason, freed_by }) => `${reason} ${freed_by}`).join('\n');
  };
  await expect.poll(waiting, { timeout: 25_000 }).toMatch(/MiB left. Nothing new is started. 320 MiB free on the disk/);
  expect(mount('-o', 'remount,size=2g')).toBe(true);
  const answer = await run.answer;
  const report: RunShape = JSON.parse(answer.stdout);
  expect([answer.code, report.state, report.tasks.map(({ attempts }) => attempts)]).toEqual([0, 'succeeded', [1, 1]]);
  const events = jsonLines<EventShape>(await ask('events', report.run_id, '--json'));
  const changes = events.filter(({ kind }) => kind === 'resource-changed').map(({ data }) => data['level']);
  expect(changes).toEqual(['hard', 'ok']);
  const first = events.findIndex(({ kind }) => kind === 'attempt-created');
  expect(events.findLastIndex(({ kind }) => kind === 'resource-changed')).toBeLessThan(first);
});
