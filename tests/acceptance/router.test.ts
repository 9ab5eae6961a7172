// Tools of a project through the real command line: chosen by a rule, shut off when they fail, replaced, and let in again.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventShape, RunShape } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { planDocument } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('router');
});
afterEach(() => desk.remove());

/** Writes the file of its task; where the test says so by a file beside the repository, it fails instead. */
const TOOL = `const fs = require('fs'); const [task, broken] = process.argv.slice(2);
const prompt = fs.readFileSync(0, 'utf8');
if (broken && fs.existsSync(broken)) { console.error('the server said: ' + fs.readFileSync(broken, 'utf8')); process.exit(1); }
fs.writeFileSync(task + '.txt', prompt + '\\n');`;

const broken = (name: string) => join(desk.repository.folder, `${name}-is-broken`);
const breakTool = (name: string, words: string) => writeFileSync(broken(name), words);
const mendTool = (name: string) => rmSync(broken(name));

function project(tools: Readonly<Record<string, object>>, router: object | null = null): void {
  const declared = Object.entries(tools).map(([name, more]) => [
    name,
    { command: ['node', 'tool.cjs', '{task_id}', broken(name)], ...more },
  ]);
  desk.repository.commit({
    'tool.cjs': TOOL,
    'patchbay.yaml': JSON.stringify({
      schema: 'patchbay/project.v1',
      project_id: 'tools',
      tools: Object.fromEntries(declared),
    }),
    ...(router === null ? {} : { 'config/router_config.json': JSON.stringify(router) }),
  });
}

const task = (id: string, more: object = {}) => ({
  task_id: id,
  name: `Task ${id}`,
  kind: 'code_edit',
  prompt: `Write ${id}.`,
  ...more,
});

const ROUTER = {
  version: '1.0.0',
  apps: {},
  routing: {
    rules: [{ id: 'edits', match: { task_kind: ['code_edit'] }, select_from: ['shaky'], fallback_to: ['steady'] }],
  },
};

async function eventsOf(runId: string): Promise<readonly EventShape[]> {
  return jsonLines<EventShape>((await desk.run(['events', runId, '--json'])).stdout);
}

test('a tool that fails five times is shut off, the next of its rule does the work, and the log says why', async () => {
  project({ shaky: { breaker: { failures: 5, cooldown_seconds: 600 } }, steady: {} }, ROUTER);
  breakTool('shaky', 'I am not well');
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const plan = desk.plan(planDocument(ids.map((id) => task(id))));

  const forecast = await desk.ask<{
    tasks: readonly { id: string; tool: string; rule: string }[];
    forecast: { micro_usd: number | null };
  }>(['plan', plan]);
  expect(forecast.json.forecast.micro_usd).toBeNull();
  expect(forecast.json.tasks[0]).toMatchObject({ id: 'a', tool: 'shaky', rule: 'edits', tools: ['shaky', 'steady'] });
  expect((await desk.run(['plan', plan])).stdout).toMatch(/shaky, then steady +edits/);

  const { answer, json: run } = await desk.ask<RunShape>(['run', plan, '--max-parallel', '6']);
  expect(answer.code, answer.said).toBe(0);
  expect(run.state).toBe('succeeded');
  expect(run.cost).toEqual({ micro_usd: 0, basis: 'unknown' });
  expect(run.tasks.every(({ attempts }) => attempts === 2)).toBe(true);

  const events = await eventsOf(run.run_id);
  const of = (kind: string) => events.filter((event) => event.kind === kind);
  expect(of('breaker-opened').map(({ data }) => data)).toEqual([
    expect.objectContaining({ toolId: 'shaky', failures: 5, class: 'unknown' }),
  ]);
  expect(of('task-routed').map(({ data }) => data)).toEqual([
    ...ids.map((taskId) => expect.objectContaining({ taskId, toolId: 'shaky', rule: 'edits', from: null })),
    ...ids.map(() => expect.objectContaining({ toolId: 'steady', from: 'shaky' })),
  ]);
  const text = (await desk.run(['events', run.run_id])).stdout;
  expect(text).toMatch(/Tool shaky is shut off until .*: it failed, 5 failures in a row/);
  expect(text).toMatch(/goes from shaky to steady by rule edits/);
  expect((await desk.run(['verify', run.run_id])).code).toBe(0);
});

test('what waits for a tool that is shut off says so, and goes on when a person says that it works again', async () => {
  project({ shaky: { max_workers: 1 } });
  breakTool('shaky', 'HTTP 401 Unauthorized');
  const tasks = [task('first', { critical: false, tool: 'shaky' }), task('second', { tool: 'shaky' })];
  const running = desk.start(['run', desk.plan(planDocument(tasks)), '--json']);
  const shut = async () => (await desk.run(['tools', 'list'])).stdout;
  await expect.poll(shut, { timeout: 30_000 }).toMatch(/shaky .*shut off until .*its sign-in was refused/);

  const { json: runs } = await desk.ask<{ runs: readonly { run_id: string }[] }>(['status']);
  const runId = runs.runs[0]?.run_id ?? '';
  const { json: status } = await desk.ask<RunShape>(['status', runId]);
  expect(status.waiting).toEqual([
    {
      id: 'second',
      reason: 'shaky is shut off: its sign-in was refused.',
      freed_by: expect.stringContaining('patchbay tools reset shaky'),
    },
  ]);

  mendTool('shaky');
  const id = '01KB7Q3T0E8W6S5R4Q3P2N1M0K';
  const reset = await desk.ask<{ tools: readonly { breaker: string }[] }>([
    'tools',
    'reset',
    'shaky',
    '--command-id',
    id,
  ]);
  expect(reset.answer.code, reset.answer.said).toBe(0);
  expect(reset.json.tools).toMatchObject([{ tool: 'shaky', breaker: 'closed' }]);
  const { code } = await running.answer;
  expect(code).toBe(0);
  const events = await eventsOf(runId);
  expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['command-accepted', 'breaker-closed']));
  expect(
    events.filter(({ kind, data }) => kind === 'task-failed' && Reflect.get(data as object, 'taskId') === 'second'),
  ).toEqual([]);
});

test('a rate limit waits as long as it says and costs no attempt', async () => {
  project({ shaky: {} });
  breakTool('shaky', '429 Too Many Requests, Retry-After: 2');
  const plan = desk.plan(planDocument([task('only', { tool: 'shaky', execution: { max_attempts: 1 } })]));
  const running = desk.start(['run', plan, '--json']);
  const rests = async () => (await desk.run(['tools', 'list'])).stdout;
  await expect.poll(rests, { timeout: 30_000 }).toMatch(/rests until/);
  mendTool('shaky');
  const { code, stdout } = await running.answer;
  expect(code).toBe(0);
  const run: RunShape = JSON.parse(stdout);
  const events = await eventsOf(run.run_id);
  const retries = events.filter(({ kind }) => kind === 'task-retrying').map(({ data }) => data);
  expect(retries.length).toBeGreaterThan(0);
  for (const data of retries) expect(data).toMatchObject({ counted: false });
  const times = events.filter(({ kind }) => kind === 'attempt-created').map(({ at }) => Date.parse(at));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2_000);
});

test('a router that names tools that are not there is refused with its place, and nothing is run', async () => {
  const rules = [{ id: 'edits', match: {}, select_from: ['shakey'] }];
  project({ shaky: {} }, { ...ROUTER, routing: { rules } });
  const plan = desk.plan(planDocument([task('a')]));
  const { answer, json } = await desk.ask<{ error: { message: string } }>(['run', plan]);
  expect(answer.code).toBe(2);
  expect(JSON.stringify(json)).toMatch(/config\/router_config\.json:1 \/routing\/rules\/0\/select_from\/0.*shakey/);
  const checked = await desk.run(['validate', join(desk.root, 'config/router_config.json')]);
  expect(checked.code).toBe(2);
  expect(checked.said).toMatch(/Did you mean `shaky`/);
});
