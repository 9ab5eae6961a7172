// Gates through the real command line: what fails is not committed, nothing starts before its turn, and the odd cases say what they are.
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type EventShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask, type TaskDocument } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

async function runPlan(tasks: readonly TaskDocument[], gates: readonly unknown[], files: Record<string, string> = {}) {
  desk = openDesk('gates');
  desk.repository.commit({ 'base.txt': 'base\n', ...files });
  const plan = planDocument(tasks, { gates, feedback: { enabled: false } });
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(plan)]);
  const events = jsonLines<EventShape>((await desk.run(['events', json.run_id, '--json'])).stdout);
  return { run: json, code: answer.code, said: answer.said, events };
}

const write = (id: string, more: Record<string, unknown> = {}) =>
  scriptTask(id, [{ write: `${id}.txt`, text: `${id}\n` }], { execution: { max_attempts: 1 }, ...more });
const node = (code: string) => ['node', '-e', code];
const kinds = (events: readonly EventShape[], gate: string) =>
  events
    .filter((one) => one.kind.startsWith('gate-') && Reflect.get(one.data, 'gateId') === gate)
    .map((one) => one.kind);

test('a failing unit gate leaves the patch out, keeps its run with the failing tests, and halts what comes after', async () => {
  const suite =
    "import test from 'node:test'; import assert from 'node:assert';\ntest('adds', () => {\n  assert.equal(1 + 1, 3);\n});\n";
  const { run, code, said, events } = await runPlan(
    [write('first'), write('second', { depends_on: ['first'] })],
    [{ gate_id: 'unit', command: ['node', '--test', '--test-reporter=tap'], report: { format: 'tap' } }],
    { 'package.json': '{"type":"module"}', 'sum.test.js': suite },
  );
  expect(code).toBe(1);
  expect([taskOf(run, 'first').state, taskOf(run, 'second').state]).toEqual(['failed', 'blocked']);
  expect(desk.repository.git('rev-list', '--count', `refs/patchbay/runs/${run.run_id}/head`)).toBe('1');
  const finished = events.find((one) => one.kind === 'gate-finished');
  expect(finished?.data).toMatchObject({
    verdict: 'failed',
    failures: [{ name: 'adds', file: 'sum.test.js', line: 3, message: '2 == 3' }],
  });
  expect(said).toContain('adds (sum.test.js:3)');
  const [patch] = taskOf(run, 'first').patch_ids ?? [];
  const shown = (await desk.run(['patch', 'show', String(patch ?? finished?.data.patchId)])).stdout;
  if (patch !== undefined) expect(shown).toContain('✗ adds  sum.test.js:3  2 == 3');
});

test('integration never starts before unit has passed, and is skipped where that failed', async () => {
  const order = (verdict: number) => [
    { gate_id: 'unit', command: node(`setTimeout(() => process.exit(${verdict}), 300)`), rerun: false },
    { gate_id: 'integration', command: node(''), after: ['unit'] },
    { gate_id: 'security' },
  ];
  const passed = await runPlan([write('a')], order(0));
  expect(passed.run.state).toBe('succeeded');
  expect(kinds(passed.events, 'integration')).toEqual([
    'gate-queued',
    'gate-unblocked',
    'gate-started',
    'gate-finished',
  ]);
  const seqOf = (kind: string, gate: string) =>
    passed.events.findIndex((one) => one.kind === kind && Reflect.get(one.data, 'gateId') === gate);
  expect(seqOf('gate-started', 'integration')).toBeGreaterThan(seqOf('gate-finished', 'unit'));
  expect(seqOf('gate-started', 'security')).toBeLessThan(seqOf('gate-finished', 'unit'));
  desk.remove();
  const failed = await runPlan([write('a')], order(3));
  expect(failed.run.state).toBe('failed');
  expect(kinds(failed.events, 'integration')).toEqual(['gate-queued', 'gate-unblocked', 'gate-skipped']);
});

test('an equal tree is not asked again, and a gate that says so is', async () => {
  desk = openDesk('gates');
  desk.repository.commit({ 'base.txt': 'base\n' });
  const gates = [
    { gate_id: 'unit', command: node('') },
    { gate_id: 'always', command: node(''), cache: false },
  ];
  const plan = desk.plan(planDocument([write('a')], { gates }));
  const cachedOf = async () => {
    const { json } = await desk.ask<RunShape>(['run', plan]);
    const events = jsonLines<EventShape>((await desk.run(['events', json.run_id, '--json'])).stdout);
    const finished = events.filter((one) => one.kind === 'gate-finished');
    return Object.fromEntries(finished.map(({ data }) => [data.gateId, data.cached]));
  };
  expect(await cachedOf()).toEqual({ unit: false, always: false });
  expect(await cachedOf()).toEqual({ unit: true, always: false });
});

test('a flaky gate passes and says so', async () => {
  desk = openDesk('gates');
  desk.repository.commit({ 'base.txt': 'base\n' });
  const mark = JSON.stringify(join(desk.repository.folder, 'ran-once'));
  const once = `const fs = require('fs'); if (!fs.existsSync(${mark})) { fs.writeFileSync(${mark}, ''); process.exit(1); }`;
  const plan = desk.plan(planDocument([write('a')], { gates: [{ gate_id: 'unit', command: node(once) }] }));
  const { json } = await desk.ask<RunShape>(['run', plan]);
  expect(json.state).toBe('succeeded');
  const events = jsonLines<EventShape>((await desk.run(['events', json.run_id, '--json'])).stdout);
  const finished = events.find((one) => one.kind === 'gate-finished');
  expect(finished?.data).toMatchObject({ verdict: 'passed', flaky: true });
  expect((await desk.run(['events', json.run_id])).stdout).toContain('it is flaky');
  expect((await desk.ask<{ ok: boolean }>(['verify', json.run_id])).json.ok).toBe(true);
});

test('a gate at the end of a wave runs once on what the wave left, and holds the next one', async () => {
  const seesWave = node("const { existsSync } = require('fs'); process.exit(existsSync('b.txt') ? 0 : 1)");
  const { run, events } = await runPlan(
    [write('b'), write('c'), write('d', { depends_on: [{ task: 'b', edge: 'finish' }] })],
    [{ gate_id: 'whole', command: seesWave, wave_boundary: true }],
  );
  expect(run.state).toBe('succeeded');
  expect(events.filter((one) => one.kind === 'gate-finished')).toHaveLength(2);
  const at = (kind: string, taskId?: string) =>
    events.findIndex(
      (one) => one.kind === kind && (taskId === undefined || Reflect.get(one.data, 'taskId') === taskId),
    );
  expect(at('attempt-created', 'd')).toBeGreaterThan(at('wave-opened'));
  expect(at('wave-landed')).toBeGreaterThan(at('task-completed', 'c'));
  desk.remove();
  const held = await runPlan(
    [write('b'), write('d', { depends_on: ['b'] })],
    [{ gate_id: 'whole', command: node('process.exit(4)'), wave_boundary: true }],
  );
  expect([held.run.state, held.code]).toEqual(['failed', 1]);
  expect(taskOf(held.run, 'b').state).toBe('completed');
  expect(held.events.some((one) => one.kind === 'attempt-created' && Reflect.get(one.data, 'taskId') === 'd')).toBe(
    false,
  );
  expect(held.said).toContain('Gate whole did not pass on what wave 1 left');
});

test('a missing tool is an error with its remedy, on which no attempt is spent', async () => {
  const { run, events } = await runPlan(
    [write('a', { execution: { max_attempts: 3 } })],
    [{ gate_id: 'lint', command: ['no-such-linter', '.'] }],
  );
  expect(run.state).toBe('failed');
  expect(events.filter((one) => one.kind === 'attempt-created')).toHaveLength(1);
  const finished = events.find((one) => one.kind === 'gate-finished');
  expect(finished?.data).toMatchObject({ verdict: 'error', missing: 'no-such-linter' });
  expect(String(finished?.data.message)).toContain('Install it, and make sure that it is on the PATH');
});

test('a gate without a command is a problem of the plan, with its place', async () => {
  desk = openDesk('gates');
  desk.repository.commit({ 'base.txt': 'base\n' });
  const plan = desk.plan(planDocument([write('a')], { gates: [{ gate_id: 'e2e', kind: 'integration' }] }));
  const answer = await desk.run(['validate', plan]);
  expect(answer.code).toBe(2);
  expect(answer.said).toContain('Gate `e2e` of kind `integration` has no command');
});
