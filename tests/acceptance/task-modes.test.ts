// What a task does with a patch, through the real command line: it makes one, looks at one, or applies one.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitIn, writeFile } from '../fakes/temp-repository.ts';
import type { RefusalShape, RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, type TaskDocument } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'one\ntwo\nthree\n', 'b.txt': 'b\n' });
});
afterEach(() => desk.remove());

const CHECK = {
  gate_id: 'check',
  kind: 'unit',
  command: ['node', '-e', 'process.exit(require("fs").readFileSync("a.txt", "utf8").includes("bad") ? 1 : 0)'],
};

/** Commits a patch file that makes these texts of the files. */
function patchFile(name: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) writeFile(join(desk.root, path), text);
  gitIn(desk.root, ['add', '-AN']);
  const diff = `${gitIn(desk.root, ['diff', '--binary', '--full-index'])}\n`;
  gitIn(desk.root, ['reset', '-q', '--hard']);
  desk.repository.commit({ [name]: diff });
}

function applying(id: string, file: string, more: Readonly<Record<string, unknown>> = {}): TaskDocument {
  return {
    task_id: id,
    name: `Apply ${file}`,
    kind: 'code_edit',
    mode: 'patch_apply_validate',
    patch: { file },
    ...more,
  };
}

test('a patch that is there already is applied, gated and committed as any other', async () => {
  patchFile('given.patch', { 'a.txt': 'one\n2\nthree\n', 'c.txt': 'new\n' });
  const plan = desk.plan(planDocument([applying('apply', 'given.patch', { gates: ['check'] })], { gates: [CHECK] }));
  const { answer, json } = await desk.ask<RunShape>(['run', plan]);
  expect(answer.code, answer.said).toBe(0);
  expect(json.patches).toEqual([
    expect.objectContaining({ task_id: 'apply', state: 'committed', files: ['a.txt', 'c.txt'] }),
  ]);
  expect(gitIn(desk.root, ['show', `${json.head}:a.txt`])).toBe('one\n2\nthree');
  const shown = await desk.run(['verify', json.run_id]);
  expect(shown.code, shown.said).toBe(0);
});

test('its gates and its scope hold, and one that does not fit is refused with the place', async () => {
  patchFile('bad.patch', { 'a.txt': 'one\nbad\nthree\n' });
  patchFile('old.patch', { 'b.txt': 'changed\n' });
  desk.repository.commit({ 'b.txt': 'another\n' });
  const tasks = [
    applying('gated', 'bad.patch', { gates: ['check'], execution: { max_attempts: 1 } }),
    applying('outside', 'bad.patch', { resource_scope: { write: ['docs/**'] } }),
    applying('late', 'old.patch'),
  ];
  const plan = desk.plan(planDocument(tasks, { gates: [CHECK] }));
  const { answer, json } = await desk.ask<RunShape>(['run', plan, '--max-parallel', '1']);
  expect(answer.code, answer.said).toBe(1);
  expect(json.patches.some(({ state }) => state === 'committed')).toBe(false);
  const reasons = new Map(json.tasks.map((task) => [task.task_id, task.reason]));
  expect(reasons.get('outside')).toContain('scope');
  expect(reasons.get('late')).toMatch(/does not apply to [0-9a-f]{10}: patch failed: b.txt:1/);
  expect(gitIn(desk.root, ['show', `${json.head}:a.txt`])).toBe('one\ntwo\nthree');
});

test('a review gets the patch, and completes when it changes nothing', async () => {
  const words =
    'const p = require("fs").readFileSync(process.env.PATCHBAY_PATCH_FILE, "utf8"); console.log(p); process.exit(p.includes("+2") ? 0 : 1)';
  const tasks = [
    scriptTask('make', [{ replace: 'a.txt', find: 'two', with: '2' }]),
    commandTask('look', ['node', '-e', words], { mode: 'patch_review', patch: { task: 'make' }, depends_on: ['make'] }),
  ];
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(planDocument(tasks))]);
  expect(answer.code, answer.said).toBe(0);
  expect(json.tasks.map(({ task_id, state }) => `${task_id} ${state}`)).toEqual(['make completed', 'look completed']);
  expect(json.patches).toHaveLength(1);
});

test('a review that edits has failed, and what it changed is kept and not committed', async () => {
  patchFile('given.patch', { 'a.txt': 'one\n2\nthree\n' });
  const look = scriptTask('look', [{ write: 'stray.txt', text: 'x\n' }], {
    mode: 'patch_review',
    patch: { file: 'given.patch' },
    execution: { max_attempts: 1 },
  });
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(planDocument([look]))]);
  expect(answer.code, answer.said).toBe(1);
  expect(json.tasks[0]?.reason).toContain('It was to look and changed 1 file(s): stray.txt');
  expect(json.patches).toEqual([expect.objectContaining({ state: 'quarantined', files: ['stray.txt'] })]);
  expect(json.head).toBe(json.base);
});

test('what the words of a plan leave open or contradict is told with its place, and nothing is changed', async () => {
  desk.repository.commit({ 'letter.txt': 'Dear reader\n' });
  const tasks = [
    scriptTask('a', [{ write: 'a', text: 'a' }], { patch: { file: 'letter.txt' } }),
    applying('b', 'nowhere.patch'),
    applying('c', 'letter.txt'),
    applying('d', '../outside.patch'),
    { ...applying('e', 'letter.txt'), tool: 'script', script: { edits: [] } },
    commandTask('f', ['true'], { mode: 'patch_review' }),
    commandTask('g', ['true'], { mode: 'patch_review', patch: { task: 'a' } }),
    commandTask('h', ['true'], { mode: 'patch_review', patch: { task: 'z' } }),
  ];
  const { answer, json } = await desk.ask<RefusalShape>(['run', desk.plan(planDocument(tasks))]);
  expect(answer.code).toBe(2);
  const messages = json.problems.map(({ message }) => message).join('\n');
  for (const told of [
    'Task `a` names a patch, and its tool is asked for one.',
    'The patch `nowhere.patch` of task `b` cannot be used. There is no such file.',
    'The patch `letter.txt` of task `c` cannot be used.',
    'The patch `../outside.patch` of task `d` cannot be used. It does not lie in the project.',
    'so its `tool` would never be used.',
    'Task `f` has the mode `patch_review` and names no patch.',
    'Task `g` looks at the patches of `a` and does not wait for it.',
    'Task `h` looks at the patches of `z`, which is no task of the plan.',
  ])
    expect(messages).toContain(told);
});
