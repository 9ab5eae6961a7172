// `patchbay patch import` through the real command line: a patch from elsewhere passes what every other one passes.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitIn, writeFile } from '../fakes/temp-repository.ts';
import type { RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

interface PatchShape {
  readonly patch_id: string;
  readonly state: string;
  readonly task_id: string;
  readonly files: readonly string[];
  readonly commit: string | null;
}

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'one\ntwo\nthree\n', 'docs/b.txt': 'b\n' });
});
afterEach(() => desk.remove());

const TELLS = 'process.exit(require("fs").readFileSync("a.txt", "utf8").includes("bad") ? 1 : 0)';
const CHECK = { gate_id: 'check', kind: 'unit', command: ['node', '-e', TELLS] };

/** Outside of the repository. */
function patchFile(files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) writeFile(join(desk.root, path), text);
  gitIn(desk.root, ['add', '-AN']);
  const diff = `${gitIn(desk.root, ['diff', '--binary', '--full-index'])}\n`;
  gitIn(desk.root, ['reset', '-q', '--hard']);
  const file = join(desk.repository.folder, 'from elsewhere.patch');
  writeFile(file, diff);
  return file;
}

/** A run that has committed one patch and waits for a person. */
async function waitingRun(): Promise<RunShape> {
  const look = { task_id: 'look', name: 'Look', kind: 'human_review', depends_on: ['make'] };
  const plan = planDocument([scriptTask('make', [{ write: 'made.txt', text: 'made\n' }]), look], { gates: [CHECK] });
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(plan)]);
  expect(answer.code, answer.said).toBe(3);
  return json;
}

test('it is gated on the head of the run, committed, and in the ledger with its task', async () => {
  const run = await waitingRun();
  const file = patchFile({ 'a.txt': 'one\n2\nthree\n' });
  const { answer, json } = await desk.ask<PatchShape>(['patch', 'import', file, '--run', run.run_id, '--why', 'mine']);
  expect(answer.code, answer.said).toBe(0);
  expect(json).toMatchObject({ state: 'committed', task_id: 'import-1', files: ['a.txt'] });
  expect(gitIn(desk.root, ['show', `${json.commit}:a.txt`])).toBe('one\n2\nthree');
  expect(gitIn(desk.root, ['show', `${json.commit}:made.txt`])).toBe('made');
  const events = await desk.run(['events', run.run_id, '--json']);
  const kinds = events.stdout
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).kind);
  expect(kinds.slice(kinds.indexOf('command-accepted'))).toEqual(
    expect.arrayContaining(['command-accepted', 'task-added', 'patch-created', 'gate-finished', 'patch-committed']),
  );
  const verified = await desk.run(['verify', run.run_id]);
  expect(verified.code, verified.said).toBe(0);
  const skipped = await desk.ask<RunShape>(['skip', run.run_id, 'look']);
  expect(skipped.json.state, skipped.answer.said).toBe('succeeded');
});

test('what a gate refuses is kept and not committed, and the run goes on', async () => {
  const run = await waitingRun();
  const file = patchFile({ 'a.txt': 'one\nbad\nthree\n' });
  const { answer, json } = await desk.ask<PatchShape>(['patch', 'import', file, '--run', run.run_id]);
  expect(answer.code, answer.said).toBe(1);
  expect(json.state).toBe('quarantined');
  const skipped = await desk.ask<RunShape>(['skip', run.run_id, 'look']);
  expect(skipped.json.state, skipped.answer.said).toBe('succeeded');
  expect(skipped.json.head).toBe(run.head);
});

test('the same command delivered again brings it in once', async () => {
  const run = await waitingRun();
  const file = patchFile({ 'a.txt': 'one\n2\nthree\n' });
  const once = ['patch', 'import', file, '--run', run.run_id, '--command-id', '01J00000000000000000000001'];
  expect((await desk.run(once)).code).toBe(0);
  const again = await desk.run(once);
  expect(again.said).not.toContain('E_INTERNAL');
  const status = await desk.ask<RunShape>(['status', run.run_id]);
  expect(status.json.patches).toHaveLength(2);
});

test('what cannot be read or does not fit is refused before the run hears of it', async () => {
  const run = await waitingRun();
  const letter = join(desk.repository.folder, 'letter.txt');
  writeFile(letter, 'Dear reader\n');
  const prose = await desk.run(['patch', 'import', letter, '--run', run.run_id]);
  expect(prose.code).toBe(1);
  expect(prose.stderr).toContain('E_PATCH_REFUSED');
  const file = patchFile({ 'a.txt': 'one\n2\nthree\n' });
  const bent = join(desk.repository.folder, 'bent.patch');
  writeFile(bent, gitIn(desk.root, ['apply', '--numstat', file]).replace(/^/, 'x'));
  const unfit = await desk.run(['patch', 'import', bent, '--run', run.run_id]);
  expect(unfit.code).toBe(1);
  const stray = await desk.run(['patch', 'import', file, '--run', run.run_id, '--task', 'make']);
  expect(stray.code).toBe(2);
  expect(stray.stderr).toContain('has no patch that waits for a person');
  const status = await desk.ask<RunShape>(['status', run.run_id]);
  expect(status.json.tasks.map(({ task_id }) => task_id)).toEqual(['make', 'look']);
});

test('it takes the place of a patch that waits for a person, and its commit completes that task', async () => {
  const steer = scriptTask('steer', [{ write: 'package.json', text: '{ "scripts": { "test": "true" } }\n' }]);
  const after = scriptTask('after', [{ write: 'after.txt', text: 'x\n' }], { depends_on: ['steer'] });
  const plan = desk.plan(planDocument([{ ...steer, gates: ['check'] }, after], { gates: [CHECK] }));
  const { answer, json: run } = await desk.ask<RunShape>(['run', plan]);
  expect(answer.code, answer.said).toBe(3);
  const file = patchFile({ 'a.txt': 'one\n2\nthree\n' });
  const imported = await desk.ask<PatchShape>(['patch', 'import', file, '--run', run.run_id, '--task', 'steer']);
  expect(imported.answer.code, imported.answer.said).toBe(0);
  expect(imported.json).toMatchObject({ state: 'committed', task_id: 'import-steer-1', files: ['a.txt'] });
  const status = await desk.ask<RunShape>(['status', run.run_id]);
  expect(status.json.state).toBe('succeeded');
  expect(status.json.tasks.map(({ task_id, state }) => `${task_id} ${state}`)).toEqual(
    expect.arrayContaining(['steer completed', 'after completed', 'import-steer-1 completed']),
  );
  expect(gitIn(desk.root, ['ls-tree', '--name-only', status.json.head]).split('\n')).toEqual([
    'a.txt',
    'after.txt',
    'docs',
  ]);
  const reviews = await desk.ask<{ readonly reviews: readonly unknown[] }>(['review', 'list', '--run', run.run_id]);
  expect(reviews.json.reviews).toEqual([]);
  const verified = await desk.run(['verify', run.run_id]);
  expect(verified.code, verified.said).toBe(0);
});
