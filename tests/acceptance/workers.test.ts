// The pool of a run through the real command line: listed, drained, refused.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RefusalShape, RunShape, WorkerShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('workers');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterEach(() => desk.remove());

/** Ends when the test makes the file; then it writes its own. */
const WAIT = `const fs = require('fs'); const [go, out] = process.argv.slice(1);
const timer = setInterval(() => { if (fs.existsSync(go)) { clearInterval(timer); fs.writeFileSync(out, 'done\\n'); } }, 20)`;

async function workers(...args: readonly string[]): Promise<readonly WorkerShape[]> {
  return (await desk.ask<{ readonly workers: readonly WorkerShape[] }>(['workers', ...args])).json.workers;
}

test('workers are listed with what they do, drained, and end with their run', async () => {
  expect(await workers('list')).toEqual([]);
  const go = join(desk.repository.folder, 'go');
  const tasks = ['north', 'south'].map((id) => commandTask(id, ['node', '-e', WAIT, go, `${id}.txt`]));
  const run = desk.start(['run', desk.plan(planDocument(tasks)), '--json']);
  await expect
    .poll(async () => (await workers('list')).map(({ state }) => state), { timeout: 25_000 })
    .toEqual(['BUSY', 'BUSY']);
  const [first] = await workers('list');
  expect(first).toMatchObject({ number: 1, task_id: 'north', tool: 'command', lease: 1, quarantine: null });

  // Small letters are understood, and done twice it is the same.
  const id = first?.worker_id ?? '';
  for (const given of [id, id.toLowerCase()]) {
    expect(await workers('drain', given, '--why', 'for a test')).toMatchObject([{ worker_id: id, state: 'DRAINING' }]);
  }
  const refused = await desk.ask<RefusalShape>(['workers', 'release', id]);
  expect([refused.answer.code, refused.json.error.code]).toEqual([2, 'E_WRONG_STATE']);
  const unknown = await desk.ask<RefusalShape>(['workers', 'drain', '0'.repeat(26)]);
  expect([unknown.answer.code, unknown.json.error.code]).toEqual([2, 'E_NOT_FOUND']);
  expect(unknown.json.error.advice).toContain('patchbay workers list');

  writeFileSync(go, '');
  const answer = await run.answer;
  expect(answer.code).toBe(0);
  const { run_id }: RunShape = JSON.parse(answer.stdout);
  expect(await workers('list')).toEqual([]);
  const all = await workers('list', '--run', run_id);
  expect(all.map(({ state, attempts_completed }) => [state, attempts_completed])).toEqual([
    ['TERMINATED', 1],
    ['TERMINATED', 1],
  ]);
  expect(all[0]?.reason).toBe('for a test');
  expect((await desk.run(['workers', 'list', '--run', run_id])).stdout).toMatch(/WORKER\s+NO\s+STATE\s+TASK/);
});

test('a command that is missing or unknown is said to be', async () => {
  const none = await desk.run(['workers']);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('patchbay workers --help')]);
});
