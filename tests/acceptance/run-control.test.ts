// Runs under way through the real command line: watched, cancelled, handed over and shared by several processes.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive, pidFrom } from '../fakes/processes-alive.ts';
import { type EventShape, type LedgerShape, type RefusalShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk, PROGRAM, type Running } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, type TaskDocument, waitingTask } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('control');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterEach(() => desk.remove());

/** Writes a file, says its number to the test, and never ends by itself. */
const HANG = `require('fs').writeFileSync('partial.txt', 'half done\\n'); require('fs').writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1e3)`;

/** Ends when the test makes the file; then it writes `<task>.txt`. */
const WAIT = `const fs = require('fs'); const [go, out] = process.argv.slice(1);
const timer = setInterval(() => { if (fs.existsSync(go)) { clearInterval(timer); fs.writeFileSync(out, 'done\\n'); } }, 20)`;

function signalled(id: string): TaskDocument {
  return commandTask(id, ['node', '-e', WAIT, join(desk.repository.folder, `go-${id}`), `${id}.txt`]);
}

function signal(id: string): void {
  writeFileSync(join(desk.repository.folder, `go-${id}`), '');
}

/** Waits until so many runs are under way. */
async function untilRunning(runs: number): Promise<void> {
  const count = async () => ((await desk.run(['status'])).stdout.match(/running/g) ?? []).length;
  await expect.poll(count, { timeout: 25_000 }).toBe(runs);
}

function pidFile(): string {
  return join(desk.repository.folder, 'pid');
}

function hangingPlan(): string {
  return desk.plan(
    planDocument([
      commandTask('hang', ['node', '-e', HANG, pidFile()]),
      scriptTask('later', [{ write: 'later.txt', text: 'later\n' }], { depends_on: ['hang'] }),
    ]),
    'hanging.plan.json',
  );
}

async function onlyRun(): Promise<string> {
  const { json } = await desk.ask<{ runs: readonly { run_id: string; state: string }[] }>(['status']);
  expect(json.runs).toHaveLength(1);
  return json.runs[0]?.run_id ?? '';
}

/** The document of a call with `--json` that was started before. */
async function document<T>(
  running: Running,
): Promise<{ readonly code: number | null; readonly json: T; readonly stderr: string }> {
  const { code, stdout, stderr } = await running.answer;
  return { code, json: JSON.parse(stdout), stderr };
}

async function expectKeptWork(runId: string): Promise<void> {
  const { json } = await desk.ask<{ patches: readonly LedgerShape[] }>(['patch', 'list', '--run', runId]);
  expect(json.patches).toMatchObject([
    { task_id: 'hang', state: 'quarantined', recovered: true, files: ['partial.txt'], commit: null },
  ]);
  const shown = await desk.run(['patch', 'show', json.patches[0]?.patch_id ?? '']);
  expect(shown.stdout).toMatch(/recovered/);
  expect(shown.stdout).toMatch(/\+half done/);
}

test('a second process cancels a run: the tool ends, its work so far is kept, both processes say so', async () => {
  const running = desk.start(['run', hangingPlan(), '--json']);
  const pid = await pidFrom(pidFile());
  const runId = await onlyRun();
  const waiting = await desk.ask<RunShape>(['status', runId]);
  expect(waiting.json.waiting).toEqual([{ id: 'later', reason: expect.stringContaining('hang'), freed_by: 'hang' }]);
  const cancelled = await desk.ask<RunShape>(['cancel', runId, '--why', 'enough for today']);
  expect(cancelled.answer.code).toBe(0);
  expect(cancelled.json).toMatchObject({ run_id: runId, state: 'canceled', reason: 'enough for today' });
  const first = await document<RunShape>(running);
  expect(first).toMatchObject({ code: 1, json: { state: 'canceled', reason: 'enough for today' } });
  for (const id of ['hang', 'later'])
    expect(taskOf(first.json, id)).toMatchObject({ state: 'cancelled', reason: 'enough for today' });
  expect(isAlive(pid)).toBe(false);
  await expectKeptWork(runId);
  const again = await desk.ask<RefusalShape>(['cancel', runId]);
  expect(again.answer.code).toBe(2);
  expect(again.json.error).toMatchObject({ code: 'E_WRONG_STATE', message: expect.stringContaining('canceled') });
});

test('Ctrl+C cancels the run, keeps the work so far and ends with 130', async () => {
  const running = desk.start(['run', hangingPlan(), '--json']);
  const pid = await pidFrom(pidFile());
  running.child.kill('SIGINT');
  const { code, json, stderr } = await document<RunShape>(running);
  expect(code).toBe(130);
  expect(json.state).toBe('canceled');
  expect(stderr).toMatch(/being cancelled/);
  expect(isAlive(pid)).toBe(false);
  await expectKeptWork(json.run_id);
});

test.skipIf(process.platform === 'win32')('a run that a signal ends says which', async () => {
  const running = desk.start(['run', hangingPlan(), '--json']);
  await pidFrom(pidFile());
  running.child.kill('SIGTERM');
  const { code, json } = await document<RunShape>(running);
  expect(code).toBe(130);
  expect(json).toMatchObject({ state: 'canceled', reason: 'ended by SIGTERM' });
});

test.runIf(process.platform === 'linux')('an answer that cannot be written is a fault', async () => {
  const args = ['status', '--json', '--project', desk.root, '--data', desk.data];
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect(stderr.toString()).toMatch(/E_DISK: .*ENOSPC/);
  expect(status).toBe(4);
});

test('what a killed process leaves, resume takes to its end', async () => {
  const plan = desk.plan(
    planDocument([signalled('one'), scriptTask('two', [{ write: 'two.txt', text: 'two' }], { depends_on: ['one'] })]),
  );
  const running = desk.start(['run', plan]);
  await untilRunning(1);
  running.child.kill('SIGKILL');
  await running.answer;
  const runId = await onlyRun();
  signal('one');
  const { answer, json } = await desk.ask<RunShape>(['resume', runId]);
  expect(answer.code, answer.stderr).toBe(0);
  expect(json).toMatchObject({ run_id: runId, state: 'succeeded' });
  expect((await desk.run(['verify', runId])).code).toBe(0);
});

test('a detached run answers at once, goes on by itself, and can be joined', async () => {
  const plan = desk.plan(
    planDocument([signalled('slow'), scriptTask('next', [{ write: 'n', text: 'n' }], { depends_on: ['slow'] })]),
  );
  const { answer, json } = await desk.ask<RunShape>(['run', plan, '--detach']);
  expect(answer.code, answer.stderr).toBe(0);
  expect(['pending', 'running']).toContain(json.state);
  const status = await desk.ask<RunShape>(['status', json.run_id]);
  expect(status.json.waiting).toEqual([{ id: 'next', reason: 'It comes after slow.', freed_by: 'slow' }]);
  const joining = desk.start(['resume', json.run_id, '--json']);
  signal('slow');
  const joined = await document<RunShape>(joining);
  expect(joined, joined.stderr).toMatchObject({ code: 0, json: { state: 'succeeded' } });
  const again = await desk.ask<RunShape>(['resume', json.run_id]);
  expect(again).toMatchObject({ answer: { code: 0 }, json: { state: 'succeeded' } });
});

test('events follow a run to its end as JSON Lines, from any place', async () => {
  const running = desk.start(['run', desk.plan(planDocument([signalled('slow')])), '--json']);
  await untilRunning(1);
  const runId = await onlyRun();
  const followed = desk.start(['events', runId, '--follow', '--from', '3', '--json']);
  await followed.said(/attempt-created/);
  signal('slow');
  const { code, stdout } = await followed.answer;
  expect(code).toBe(0);
  const events = jsonLines<EventShape>(stdout);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, at) => at + 3));
  expect(events.at(-1)).toMatchObject({ kind: 'run-finished', run_id: runId, data: { state: 'succeeded' } });
  for (const event of events) {
    expect(Object.keys(event).sort()).toEqual(['at', 'data', 'entity', 'event_id', 'id', 'kind', 'run_id', 'seq']);
    expect(new Date(event.at).toISOString()).toBe(event.at);
  }
  expect((await document<RunShape>(running)).code).toBe(0);
  const whole = await desk.run(['events', runId, '--json']);
  expect(jsonLines<EventShape>(whole.stdout).slice(2)).toEqual(events);
});

test('two processes run plans on one project, and the first to finish does not end the work of the other', async () => {
  const first = desk.start(['run', desk.plan(planDocument([signalled('short')]), 'short.plan.json'), '--json']);
  await untilRunning(1);
  const second = desk.start(['run', desk.plan(planDocument([signalled('long')]), 'long.plan.json'), '--json']);
  await untilRunning(2);
  signal('short');
  await first.said(/"succeeded"/);
  signal('long');
  const [one, two] = await Promise.all([document<RunShape>(first), document<RunShape>(second)]);
  expect(one, one.stderr).toMatchObject({ code: 0, json: { state: 'succeeded' } });
  expect(two, two.stderr).toMatchObject({ code: 0, json: { state: 'succeeded' } });
  expect(taskOf(two.json, 'long').attempts).toBe(1);
  for (const { json } of [one, two]) expect((await desk.run(['verify', json.run_id])).code).toBe(0);
});

test('when the process with the engine is killed, another one that waits takes the engine and the run over', async () => {
  const first = desk.start(['run', desk.plan(planDocument([signalled('short')]), 'short.plan.json'), '--json']);
  await untilRunning(1);
  const second = desk.start(['run', desk.plan(planDocument([signalled('long')]), 'long.plan.json'), '--json']);
  await untilRunning(2);
  first.child.kill('SIGKILL');
  await first.answer;
  for (const id of ['short', 'long']) signal(id);
  const two = await document<RunShape>(second);
  expect(two, two.stderr).toMatchObject({ code: 0, json: { state: 'succeeded' } });
  expect((await desk.run(['verify', two.json.run_id])).code).toBe(0);
});

test('four processes at once get one engine and four answers', async () => {
  const plan = desk.plan(planDocument([waitingTask('one', 0.2)]));
  const answers = await Promise.all(Array.from({ length: 4 }, () => desk.ask<RunShape>(['run', plan])));
  for (const { answer, json } of answers) {
    expect(answer.code, answer.stderr).toBe(0);
    expect(json.state).toBe('succeeded');
  }
  expect(new Set(answers.map(({ json }) => json.run_id)).size).toBe(4);
});
