// Commands about runs under way through the real command line: from several processes, twice, and over restarts.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EventShape, type RefusalShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, type TaskDocument } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('commands');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterEach(() => desk.remove());

/** Ends when the test makes the file; then it writes `<task>.txt`. */
const WAIT = `const fs = require('fs'); const [go, out] = process.argv.slice(1); fs.writeFileSync(out, 'begun\\n');
const timer = setInterval(() => { if (fs.existsSync(go)) { clearInterval(timer); fs.writeFileSync(out, 'done\\n'); } }, 20)`;
/** Fails until the test makes the file. */
const NEED = `const fs = require('fs'); const [go, out] = process.argv.slice(1);
if (!fs.existsSync(go)) { console.error('not yet'); process.exit(1); } fs.writeFileSync(out, 'done\\n')`;

const go = (id: string) => join(desk.repository.folder, `go-${id}`);
const signal = (id: string) => writeFileSync(go(id), '');
const task = (id: string, program: string, more: Readonly<Record<string, unknown>> = {}): TaskDocument =>
  commandTask(id, ['node', '-e', program, go(id), `${id}.txt`], more);
const follows = (id: string, before: string) =>
  scriptTask(id, [{ write: `${id}.txt`, text: 'x\n' }], { depends_on: [before] });

/** Runs on by itself; resolves when `id` is at work. */
async function detached(tasks: readonly TaskDocument[], id: string, more: readonly string[] = []): Promise<string> {
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(planDocument(tasks)), '--detach', ...more]);
  expect(answer.code, answer.stderr).toBe(0);
  await untilTask(json.run_id, id, 'running');
  return json.run_id;
}

async function report(runId: string): Promise<RunShape> {
  return (await desk.ask<RunShape>(['status', runId])).json;
}

async function untilTask(runId: string, id: string, state: string): Promise<void> {
  await expect.poll(async () => taskOf(await report(runId), id).state, { timeout: 60_000 }).toBe(state);
}

async function untilControl(runId: string, control: string): Promise<void> {
  await expect.poll(async () => (await report(runId)).control, { timeout: 60_000 }).toBe(control);
}

async function expectVerified(runId: string): Promise<void> {
  const { code, said } = await desk.run(['verify', runId]);
  expect(code, said).toBe(0);
}

async function kinds(runId: string): Promise<readonly string[]> {
  return jsonLines<EventShape>((await desk.run(['events', runId, '--json'])).stdout).map(({ kind }) => kind);
}

test('pause lets the tool end, is delivered once, survives the end of the engine, and resume goes on to the end', async () => {
  const runId = await detached([task('one', WAIT), follows('two', 'one')], 'one');
  const command = ['pause', runId, '--why', 'lunch', '--command-id', ulid()];
  const first = await desk.ask<RunShape>(command);
  expect(first.answer.code, first.answer.stderr).toBe(0);
  expect(first.json).toMatchObject({ run_id: runId, control: 'pausing', reason: 'lunch' });
  expect(first.json.waiting[0]).toMatchObject({ id: runId, freed_by: 'the end of the tool of one' });
  expect((await desk.ask<RunShape>(command)).answer.code).toBe(0);
  const other = await desk.ask<RefusalShape>(['pause', runId]);
  expect(other).toMatchObject({ answer: { code: 2 }, json: { error: { code: 'E_WRONG_STATE' } } });
  expect(other.json.error.advice).toContain('resume');
  signal('one');
  await untilControl(runId, 'paused');
  expect((await kinds(runId)).filter((kind) => kind === 'command-accepted')).toHaveLength(1);
  // Nobody is needed for a paused run: the engine leaves, and the next one finds it paused.
  const owner = async () => (await desk.run(['status', runId])).code;
  await expect.poll(owner, { timeout: 60_000 }).toBe(0);
  expect(taskOf(await report(runId), 'two').state).toBe('pending');
  const resumed = await desk.ask<RunShape>(['resume', runId]);
  expect(resumed.answer.code, resumed.answer.stderr).toBe(0);
  expect(resumed.json.state).toBe('succeeded');
  await expectVerified(runId);
}, 180_000);

test('a run whose followed command finds it paused answers 3', async () => {
  const running = desk.start(['run', desk.plan(planDocument([task('one', WAIT), follows('two', 'one')])), '--json']);
  await expect.poll(async () => (await desk.run(['status'])).stdout, { timeout: 60_000 }).toMatch(/running/);
  const runId = /[0-9A-Z]{26}/.exec((await desk.run(['status'])).stdout)?.[0] ?? '';
  await untilTask(runId, 'one', 'running');
  await desk.run(['pause', runId]);
  signal('one');
  const { code, stderr } = await running.answer;
  expect(code).toBe(3);
  expect(stderr).toContain(`patchbay resume ${runId}`);
}, 180_000);

test('stop --drain commits what is in hand, and --kill keeps what the tool had written', async () => {
  const drained = await detached([task('one', WAIT), follows('two', 'one')], 'one');
  const stopping = desk.start(['stop', drained, '--json']);
  await untilControl(drained, 'stopping');
  signal('one');
  const { code, stdout } = await stopping.answer;
  expect(code).toBe(0);
  const end: RunShape = JSON.parse(stdout);
  expect(end.state).toBe('canceled');
  expect([taskOf(end, 'one').state, taskOf(end, 'two').state]).toEqual(['completed', 'cancelled']);
  await expectVerified(drained);

  const killed = await detached([task('three', WAIT)], 'three');
  await expect.poll(() => taskHasBegun(killed), { timeout: 60_000 }).toBe(true);
  const { answer, json } = await desk.ask<RunShape>(['stop', killed, '--kill', '--why', 'night']);
  expect(answer.code, answer.stderr).toBe(0);
  expect(json).toMatchObject({
    state: 'canceled',
    reason: 'night',
    patches: [{ task_id: 'three', state: 'quarantined' }],
  });
  await expectVerified(killed);
}, 180_000);

/** Its process is there; the file comes with its first line. */
async function taskHasBegun(runId: string): Promise<boolean> {
  return (await kinds(runId)).includes('attempt-started');
}

test('a failed task keeps a detached run waiting, and retry takes it to its end in whatever process', async () => {
  const failing = task('flaky', NEED, { execution: { max_attempts: 1 } });
  const { json } = await desk.ask<RunShape>([
    'run',
    desk.plan(planDocument([failing, follows('after', 'flaky')])),
    '--detach',
  ]);
  const runId = json.run_id;
  await untilControl(runId, 'waiting');
  const waiting = await report(runId);
  expect(waiting.state).toBe('running');
  expect(waiting.waiting[0]).toMatchObject({
    id: runId,
    freed_by: expect.stringContaining(`patchbay retry ${runId} flaky`),
  });
  const blocked = await desk.ask<RefusalShape>(['retry', runId, 'after']);
  expect(blocked).toMatchObject({ answer: { code: 2 }, json: { error: { code: 'E_WRONG_STATE' } } });
  expect(blocked.json.error.advice).toContain(`patchbay retry ${runId} flaky`);
  signal('flaky');
  const id = ulid();
  const { answer } = await desk.ask<RunShape>(['retry', runId, 'flaky', '--command-id', id]);
  expect(answer.code, answer.stderr).toBe(0);
  await expect.poll(async () => (await report(runId)).state, { timeout: 60_000 }).toBe('succeeded');
  const end = await report(runId);
  expect(taskOf(end, 'flaky')).toMatchObject({ state: 'completed', retries: 1, attempts: 2 });
  const again = await desk.ask<RunShape>(['retry', runId, 'flaky', '--command-id', id]);
  expect(again, again.answer.stderr).toMatchObject({ answer: { code: 0 }, json: { state: 'succeeded' } });
  const other = await desk.ask<RefusalShape>(['retry', runId, 'flaky']);
  expect(other).toMatchObject({ answer: { code: 2 }, json: { error: { code: 'E_WRONG_STATE' } } });
  expect((await kinds(runId)).filter((kind) => kind === 'task-retried')).toHaveLength(1);
  await expectVerified(runId);
}, 180_000);

test('a plain run of the same plan ends as failed and says how to keep one open; --keep-open answers 3', async () => {
  const plan = desk.plan(
    planDocument([task('flaky', NEED, { execution: { max_attempts: 1 } }), follows('after', 'flaky')]),
  );
  const plain = await desk.ask<RunShape>(['run', plan]);
  expect(plain).toMatchObject({ answer: { code: 1 }, json: { state: 'failed' } });
  expect(plain.answer.stderr).toContain('--keep-open');
  const open = await desk.ask<RunShape>(['run', plan, '--keep-open']);
  expect(open).toMatchObject({ answer: { code: 3 }, json: { state: 'running', control: 'waiting' } });
  const skipped = await desk.ask<RunShape>(['skip', open.json.run_id, 'flaky', '--why', 'not needed']);
  expect(skipped.answer.code, skipped.answer.stderr).toBe(0);
  expect(skipped.json.state).toBe('succeeded');
  expect(taskOf(skipped.json, 'flaky')).toMatchObject({
    state: 'completed',
    completion: 'skipped',
    reason: 'not needed',
  });
  await expectVerified(open.json.run_id);
}, 180_000);

test('prioritise and parallel change what goes next while a run goes on', async () => {
  const tasks = ['one', 'two', 'three', 'four'].map((id) => task(id, WAIT));
  const runId = await detached(tasks, 'one', ['--max-parallel', '1']);
  const first = await desk.ask<RunShape>(['prioritise', runId, 'four']);
  expect(first.answer.code, first.answer.stderr).toBe(0);
  const wider = await desk.ask<RunShape>(['parallel', runId, '2']);
  expect(wider.answer.code, wider.answer.stderr).toBe(0);
  await untilTask(runId, 'four', 'running');
  expect(taskOf(await report(runId), 'two').state).toBe('queued');
  expect(await desk.ask<RefusalShape>(['parallel', runId, '0'])).toMatchObject({ answer: { code: 2 } });
  const unknown = await desk.ask<RefusalShape>(['prioritise', runId, 'fuor']);
  expect(unknown).toMatchObject({ answer: { code: 2 }, json: { error: { code: 'E_NOT_FOUND' } } });
  expect(unknown.json.error.advice).toContain('`four`');
  for (const { task_id } of tasks) signal(task_id);
  const end = await desk.ask<RunShape>(['resume', runId]);
  expect(end).toMatchObject({ answer: { code: 0 }, json: { state: 'succeeded' } });
  expect(existsSync(join(desk.root, 'one.txt'))).toBe(false);
  await expectVerified(runId);
}, 180_000);

test('an id that is no ULID is bad usage', async () => {
  const { code, said } = await desk.run(['pause', ulid(), '--command-id', 'first']);
  expect(code).toBe(2);
  expect(said).toMatch(/`first` is no id of a command/);
});
