// What a gate refuses is mended by tasks of the run, through the real command line: stored, blocked, mended, bounded, proved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EventShape, type RefusalShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, type TaskDocument } from './plan-document.ts';

const SUM_TEST = `const test = require('node:test'); const assert = require('node:assert');
const { add, take } = require('../src/sum.js');
test('adds', () => assert.equal(add(1, 2), 3));
test('takes', () => assert.equal(take(3, 1), 2));
`;

/**
 * A tool that gets both functions wrong; asked to mend, it looks at what it is given and mends as its first argument
 * says: all of it, the first named test, or nothing of use. What it was given is kept in the file of its second argument.
 */
const TOOL = `const fs = require('fs'); const [how, kept] = process.argv.slice(2);
const write = (add, take) => fs.writeFileSync('src/sum.js', 'exports.add = (a, b) => a ' + add + ' b;\\nexports.take = (a, b) => a ' + take + ' b;\\n');
const file = process.env.PATCHBAY_FIX_FILE;
if (file === undefined) { fs.mkdirSync('src', { recursive: true }); write('-', '+'); process.exit(0); }
const fix = JSON.parse(fs.readFileSync(file, 'utf8'));
fs.appendFileSync(kept, JSON.stringify({ ...fix, begun: fs.readFileSync('src/sum.js', 'utf8') }) + '\\n');
if (how === 'all') write('+', '-');
else if (how === 'one-by-one') fix.failures.some(({ name }) => name === 'adds') ? write('+', '+') : write('+', '-');
else if (how === 'nothing') fs.writeFileSync('src/sum.js', fs.readFileSync('src/sum.js', 'utf8') + '// ' + fix.fix.number + '\\n');
`;
const UNIT = { gate_id: 'unit', kind: 'unit', command: ['node', '--test'] };
const INTEGRATION = { gate_id: 'integration', kind: 'integration', command: ['node', '-e', '0'], after: ['unit'] };

/** What the tool was given, as it kept it. */
interface Given {
  readonly schema: string;
  readonly task_id: string;
  readonly for_task: string;
  readonly patch_id: string;
  readonly signature: string;
  readonly fix: { readonly number: number; readonly of: number };
  readonly failed: number;
  readonly failures: readonly { readonly name: string; readonly file: string | null }[];
  readonly files: readonly string[];
  readonly output_tail: string;
  readonly begun: string;
}

let desk: Desk;
beforeEach(() => {
  desk = openDesk('mended');
  desk.repository.commit({ 'test/sum.test.js': SUM_TEST, 'package.json': '{}\n', 'tool.cjs': TOOL });
});
afterEach(() => desk.remove());

const keptFile = () => join(desk.repository.folder, 'given.jsonl');
const given = () => jsonLines<Given>(readFileSync(keptFile(), 'utf8'));
const makes = (how: string, more = {}) =>
  commandTask('make', ['node', 'tool.cjs', how, keptFile()], { gates: ['unit', 'integration'], ...more });
const AFTER = scriptTask('after', [{ write: 'after.txt', text: 'x\n' }], { depends_on: ['make'] });

async function runTasks(tasks: readonly TaskDocument[], settings: object = {}) {
  const plan = desk.plan(planDocument(tasks, { gates: [UNIT, INTEGRATION], ...settings }));
  const { answer, json } = await desk.ask<RunShape>(['run', plan]);
  return { run: json, code: answer.code };
}

async function eventsOf({ run_id }: RunShape) {
  return jsonLines<EventShape>((await desk.run(['events', run_id, '--json'])).stdout);
}

async function expectProved({ run_id }: RunShape): Promise<void> {
  const { json } = await desk.ask<{ readonly problems: readonly string[] }>(['verify', run_id]);
  expect(json.problems).toEqual([]);
}

test('a failing unit gate leaves the patch uncommitted; one fix names the failing tests, and what comes after waits for it', async () => {
  const { run, code } = await runTasks([makes('all'), AFTER]);
  expect(code).toBe(0);
  expect(run.tasks.map(({ task_id, state, completion }) => [task_id, state, completion])).toEqual([
    ['make', 'completed', 'replaced'],
    ['after', 'completed', 'committed'],
    ['fix-make-1', 'completed', 'committed'],
  ]);
  const [refused, mended] = run.patches;
  expect(run.patches.map(({ task_id, state }) => [task_id, state])).toEqual([
    ['make', 'dropped'],
    ['fix-make-1', 'committed'],
    ['after', 'committed'],
  ]);
  expect(refused?.commit).toBeNull();
  expect(taskOf(run, 'fix-make-1').origin).toEqual({ kind: 'fix', task: 'make', patch: refused?.patch_id });
  const [fix, ...more] = given();
  expect(more).toEqual([]);
  expect(fix).toMatchObject({
    schema: 'patchbay/fix.v1',
    task_id: 'fix-make-1',
    for_task: 'make',
    patch_id: refused?.patch_id,
    fix: { number: 1, of: 3 },
    failed: 2,
    files: ['src/sum.js'],
  });
  expect(fix?.failures.map(({ name, file }) => [name, file])).toEqual([
    ['adds', 'test/sum.test.js'],
    ['takes', 'test/sum.test.js'],
  ]);
  expect(fix?.begun).toContain('a - b');
  // The gate run and its events are stored, integration never began before unit had passed, and `after` waited.
  const events = await eventsOf(run);
  const at = (kind: string, holds: (event: EventShape) => boolean = () => true) =>
    events.findIndex((event) => event.kind === kind && holds(event));
  const failed = at('gate-finished', ({ data }) => data['gateId'] === 'unit' && data['verdict'] === 'failed');
  const passed = at('gate-finished', ({ data }) => data['gateId'] === 'unit' && data['verdict'] === 'passed');
  const added = at('task-added');
  const landed = at('patch-committed', ({ id }) => id === mended?.patch_id);
  const integration = at('gate-started', ({ data }) => data['gateId'] === 'integration');
  expect(failed).toBeGreaterThan(0);
  expect(added).toBeGreaterThan(failed);
  expect(passed).toBeGreaterThan(added);
  expect(integration).toBeGreaterThan(passed);
  expect(at('attempt-created', ({ data }) => data['taskId'] === 'after')).toBeGreaterThan(landed);
  const message = desk.repository.git('log', '-1', '--format=%B', mended?.commit ?? '');
  expect(message).toMatch(/^Task make\n[\s\S]*Patchbay-Task: make\nPatchbay-Added-Task: fix-make-1\n/);
  const kept = desk.repository.git('for-each-ref', '--format=%(refname)', 'refs/patchbay/keep');
  expect(kept).toBe('');
  await expectProved(run);
});

test('a fix that fails less is gone on from, and counts anew for what is left', async () => {
  const { run, code } = await runTasks([makes('one-by-one'), AFTER]);
  expect(code).toBe(0);
  expect(run.patches.filter(({ task_id }) => task_id !== 'after').map(({ state }) => state)).toEqual([
    'dropped',
    'dropped',
    'committed',
  ]);
  const [first, second] = given();
  expect(first?.failures.map(({ name }) => name)).toEqual(['adds', 'takes']);
  expect(second?.failures.map(({ name }) => name)).toEqual(['takes']);
  expect(second?.begun).toMatch(/add = .*a \+ b/);
  expect(second?.fix.number).toBe(1);
  expect(second?.signature).not.toBe(first?.signature);
  await expectProved(run);
});

test('a fourth fix of one signature is not made: the patch stays in quarantine, the task fails, the chain halts', async () => {
  const { run, code } = await runTasks([makes('nothing'), AFTER]);
  expect(code).toBe(1);
  expect(run.tasks.map(({ task_id, state }) => [task_id, state])).toEqual([
    ['make', 'failed'],
    ['after', 'blocked'],
    ['fix-make-1', 'failed'],
    ['fix-make-2', 'failed'],
    ['fix-make-3', 'failed'],
  ]);
  expect(given().map(({ fix, signature }) => [fix.number, signature])).toEqual(
    [1, 2, 3].map((number) => [number, given()[0]?.signature]),
  );
  expect(taskOf(run, 'make').reason).toMatch(/3 fixes for this signature of errors \([0-9a-f]{12}\) did not mend it/);
  expect(run.patches.map(({ state }) => state)).toEqual(['quarantined', 'dropped', 'dropped', 'dropped']);
  expect(run.head).toBe(run.base);
  expect((await eventsOf(run)).filter(({ kind }) => kind === 'task-added')).toHaveLength(3);
  await expectProved(run);
});

test('a script mends by its `fix` list, and where feedback is off a task is tried again as before', async () => {
  const wrong = { write: 'src/sum.js', text: 'exports.add = (a, b) => a - b;\nexports.take = (a, b) => a - b;\n' };
  const fix = [{ edits: [{ replace: 'src/sum.js', find: 'a - b', with: 'a + b' }] }];
  const script = { ...scriptTask('make', [], { gates: ['unit'] }), script: { edits: [wrong], fix } };
  const mended = await runTasks([script]);
  expect(mended.code).toBe(0);
  expect(taskOf(mended.run, 'make').completion).toBe('replaced');
  const off = await runTasks([script], { feedback: { enabled: false } });
  expect(off.code).toBe(1);
  expect(off.run.tasks.map(({ task_id, attempts }) => [task_id, attempts])).toEqual([['make', 3]]);
});

test('a tool of the project mends with a prompt, and a plan may allow no more than the project', async () => {
  const mender = "require('fs').writeFileSync('prompt.txt', require('fs').readFileSync(0, 'utf8'))";
  const settings = {
    schema: 'patchbay/project.v1',
    project_id: 'mended',
    tools: { mender: { command: ['node', '-e', mender] } },
    feedback: { tool: 'mender', max_fixes: 1 },
  };
  desk.repository.commit({ 'patchbay.yaml': JSON.stringify(settings) });
  const { run, code } = await runTasks([makes('all')]);
  expect(code).toBe(1);
  expect(taskOf(run, 'make').reason).toContain('1 fix did not mend it, and there may be no more for one task');
  const diff = await desk.run(['patch', 'show', run.patches[1]?.patch_id ?? '']);
  expect(diff.said).toContain('adds (test/sum.test.js:3)');
  const plan = desk.plan(planDocument([makes('all')], { gates: [UNIT, INTEGRATION], feedback: { max_fixes: 5 } }));
  const refused = await desk.ask<RefusalShape>(['run', plan]);
  expect(refused.answer.code).toBe(2);
  expect(refused.json.problems.map(({ code: found }) => found)).toContain('E_LOOSENED');
});
