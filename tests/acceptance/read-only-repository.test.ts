// A repository that this user may only read: no run begins in it, and everything that reads goes on.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RefusalShape, RunShape } from './cli-shapes.ts';
import { type Desk, openDesk, PROGRAM } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

/** The administrator may write everywhere, so the program is run as nobody. */
const user = process.getuid?.() === 0 ? 65_534 : undefined;
const call = user === undefined ? {} : { user };

let desk: Desk;
let plan: string;

beforeAll(() => {
  desk = openDesk('locked');
  desk.repository.commit({ 'a.txt': 'a\n' });
  plan = desk.plan(planDocument([scriptTask('one', [{ write: 'one.txt', text: '1\n' }])]));
  mkdirSync(desk.data);
  give(desk.repository.folder);
});
afterAll(() => desk.remove());

function give(path: string): void {
  if (user === undefined) return;
  chownSync(path, user, user);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    chownSync(join(path, entry), user, user);
}

/** Windows knows no such folders, and nobody may not read a program in the administrator's own folder. */
function cannotBeShown(): boolean {
  if (process.platform === 'win32') return true;
  if (user === undefined) return false;
  const read = ['-e', 'require("node:fs").readFileSync(process.argv[1])', PROGRAM];
  return spawnSync(process.execPath, read, { uid: user, gid: user }).status !== 0;
}

test.skipIf(cannotBeShown()).each(['objects', 'refs'])(
  'without a right on %s a run is refused before it is one',
  async (name) => {
    const folder = join(desk.root, '.git', name);
    chmodSync(folder, 0o500);
    const { answer, json } = await desk.ask<RefusalShape>(['run', plan], call);
    expect(answer.code).toBe(4);
    expect(json.error).toMatchObject({
      code: 'E_DISK',
      message: `No run was started: ${folder} may not be written (EACCES)`,
      advice: expect.stringContaining('clone of your own'),
    });
    expect((await desk.ask<{ runs: readonly unknown[] }>(['status'], call)).json.runs).toEqual([]);
    chmodSync(folder, 0o700);
  },
);

test.skipIf(cannotBeShown())('with the right it runs', async () => {
  const { answer, json } = await desk.ask<RunShape>(['run', plan], call);
  expect(answer.code, answer.said).toBe(0);
  expect(json.tasks[0]?.task_id).toBe('one');
});
