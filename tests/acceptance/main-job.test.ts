// The main job through the real command line: a plan of forty tasks becomes forty commits, and nothing else is touched.
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { present } from '../../src/shared/lib/assert.ts';
import { gitIn } from '../fakes/temp-repository.ts';
import { checkoutSnapshot } from './checkout-snapshot.ts';
import type { LedgerShape, RefusalShape, RunShape } from './cli-shapes.ts';
import { FORTY_GATES, START_FILES, STEPS, treeByHand } from './forty-tasks.ts';
import { type Answer, type Desk, openDesk } from './patchbay-program.ts';
import { planDocument } from './plan-document.ts';
import { uetProblems, uetSchema } from './uet-problems.ts';

let desk: Desk;
let before: ReturnType<typeof checkoutSnapshot>;
let answer: Answer;
let run: RunShape;

beforeAll(async () => {
  desk = openDesk('Mein Prüf Projekt');
  desk.repository.commit(START_FILES);
  // A file whose times the index does not know yet: whoever looks carelessly rewrites the user's index.
  utimesSync(join(desk.root, 'README.md'), 1_000_000_000, 1_000_000_000);
  before = checkoutSnapshot(desk.root);
  const plan = desk.plan(
    planDocument(
      STEPS.map((step) => step.task),
      { gates: FORTY_GATES },
    ),
    'vierzig Schritte.plan.json',
  );
  ({ answer, json: run } = await desk.ask<RunShape>(['run', plan]));
});
afterAll(() => desk.remove());

test('forty tasks are forty completed tasks, patches and commits', () => {
  expect(answer.code, answer.stderr).toBe(0);
  expect(run).toMatchObject({ state: 'succeeded', control: 'active', reason: '', waiting: [] });
  expect(run.tasks.map((task) => task.task_id)).toEqual(STEPS.map((step) => step.task.task_id));
  for (const task of run.tasks)
    expect(task).toMatchObject({ state: 'completed', attempts: 1, patch_ids: [expect.any(String)] });
  expect(run.patches.filter((patch) => patch.state === 'committed')).toHaveLength(40);
  expect(run.cost).toEqual({ micro_usd: 0, basis: 'reported' });
});

test('the tree is the one that the same changes make by hand', () => {
  const paths = desk.repository.git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', run.head).split('\n');
  const expected = treeByHand();
  expect(paths).toEqual([...expected.keys()].sort(byBytes));
  for (const [path, content] of expected) {
    expect(`${desk.repository.git('show', `${run.head}:${path}`)}\n`, path).toBe(content);
  }
});

test('every commit is one task, on top of the one before, with its trailers', () => {
  const log = desk.repository.git(
    'log',
    '--reverse',
    '--first-parent',
    '--format=%H%x1f%P%x1f%(trailers:unfold,separator=%x1e)',
    `${run.base}..${run.head}`,
  );
  const commits = log.split('\n').map((row) => row.split('\x1f'));
  expect(commits).toHaveLength(40);
  let parent = run.base;
  for (const [commit = '', parents, trailers = ''] of commits) {
    expect(parents).toBe(parent);
    parent = commit;
    const patch = run.patches.find((one) => one.commit === commit);
    expect(trailers.split('\x1e')).toEqual([
      `Patchbay-Run: ${run.run_id}`,
      `Patchbay-Task: ${patch?.task_id}`,
      `Patchbay-Patch: ${patch?.patch_id}`,
      expect.stringMatching(/^Patchbay-Tool: (script|command)$/),
    ]);
  }
  expect(desk.repository.git('rev-parse', `refs/patchbay/runs/${run.run_id}/head`)).toBe(run.head);
});

test('a task is committed after everything it depends on', () => {
  const order = desk.repository
    .git(
      'log',
      '--reverse',
      '--format=%(trailers:key=Patchbay-Task,valueonly,separator=%x20)',
      `${run.base}..${run.head}`,
    )
    .split('\n');
  for (const { task } of STEPS) {
    for (const before of (task['depends_on'] as readonly string[] | undefined) ?? []) // as written by forty-tasks.ts
      expect(order.indexOf(before), `${before} before ${task.task_id}`).toBeLessThan(order.indexOf(task.task_id));
  }
});

test("the user's files, index, branch and configuration are what they were", () => {
  expect(checkoutSnapshot(desk.root)).toEqual(before);
  expect(desk.repository.git('status', '--porcelain')).toBe('');
});

test('verify agrees, and git finds no fault', async () => {
  const verified = await desk.ask<{ ok: boolean; git: { commits: number }; problems: string[] }>([
    'verify',
    run.run_id,
  ]);
  expect(verified.json).toMatchObject({ ok: true, git: { ok: true, commits: 40 }, problems: [] });
  expect(verified.answer.code).toBe(0);
  expect(desk.repository.git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
  expect(desk.repository.git('for-each-ref', '--format=%(refname)', 'refs/patchbay')).toBe(
    `refs/patchbay/runs/${run.run_id}/head`,
  );
});

test('the ledger holds every patch as UET documents, and its bytes apply on its base', async () => {
  const { json } = await desk.ask<{ patches: readonly LedgerShape[] }>(['patch', 'list', '--run', run.run_id]);
  expect(json.patches.map((patch) => patch.patch_id).sort()).toEqual(run.patches.map((patch) => patch.patch_id).sort());
  for (const taskId of ['right-side', 'wave-7', 'tidy']) {
    const patch = present(
      json.patches.find((one) => one.task_id === taskId),
      `a patch of ${taskId}`,
    );
    const shown = await desk.ask<{ artifact: object; ledger_id: string; state_history: unknown }>([
      'patch',
      'show',
      patch.patch_id,
    ]);
    expect(uetProblems('patch_artifact.v1', shown.json.artifact)).toEqual([]);
    expect(uetProblems('patch_ledger_entry.v1', pick(shown.json, LEDGER_FIELDS))).toEqual([]);
    expect(shown.json).toMatchObject({
      state: 'committed',
      tool_id: expect.any(String),
      ledger_id: expect.any(String),
    });
    const file = join(desk.repository.folder, `${taskId}.patch`);
    expect((await desk.run(['patch', 'export', patch.patch_id, '--out', file])).code).toBe(0);
    expect(diffBetween(patch.base, treeWith(patch.base, file)).sort()).toEqual(
      changedBy(present(patch.commit, 'a commit')),
    );
  }
});

test('publishing to a new branch moves that branch and nothing else', async () => {
  const { refs: __, ...files } = checkoutSnapshot(desk.root);
  const preview = await desk.ask<{ branch: string; from: null; to: string }>([
    'publish',
    run.run_id,
    '--to',
    'patchbay/neu',
    '--preview',
  ]);
  expect(preview.json).toMatchObject({ branch: 'patchbay/neu', from: null, to: run.head });
  expect(desk.repository.git('branch', '--list', 'patchbay/*')).toBe('');
  const { answer: done, json } = await desk.ask<{ to: string }>(['publish', run.run_id, '--to', 'patchbay/neu']);
  expect(done.code).toBe(0);
  expect(json.to).toBe(run.head);
  expect(desk.repository.git('rev-parse', 'patchbay/neu')).toBe(run.head);
  const { refs: _, ...after } = checkoutSnapshot(desk.root);
  expect(after).toEqual(files);
});

test('publishing is refused on a dirty checkout and changes nothing', async () => {
  writeFileSync(join(desk.root, 'README.md'), 'my own words\n');
  const dirty = checkoutSnapshot(desk.root);
  const { answer: refused, json } = await desk.ask<RefusalShape>(['publish', run.run_id]);
  expect(refused.code).toBe(2);
  expect(json.error).toMatchObject({ code: 'E_DIRTY_CHECKOUT', message: expect.stringContaining('README.md') });
  expect(checkoutSnapshot(desk.root)).toEqual(dirty);
  desk.repository.git('checkout', '-q', '--', 'README.md');
});

test('publishing to the branch that is checked out brings files and index along', async () => {
  const { answer: done, json } = await desk.ask<{ branch: string; from: string; to: string }>(['publish', run.run_id]);
  expect(done.code, done.stderr).toBe(0);
  expect(json).toMatchObject({ branch: 'main', from: run.base, to: run.head });
  expect(desk.repository.git('rev-parse', 'main')).toBe(run.head);
  expect(desk.repository.git('status', '--porcelain')).toBe('');
});

test('publishing is refused when the branch has moved away and changes nothing', async () => {
  desk.repository.git('branch', '-f', 'other', run.base);
  desk.repository.git('checkout', '-q', 'other');
  desk.repository.commit({ 'mine.txt': 'mine\n' });
  const moved = checkoutSnapshot(desk.root);
  for (const mode of ['ff', 'merge', 'squash']) {
    const { answer: refused, json } = await desk.ask<RefusalShape>([
      'publish',
      run.run_id,
      '--to',
      'other',
      '--mode',
      mode,
    ]);
    expect(refused.code).toBe(2);
    expect(json.error.code).toMatch(/^E_(BRANCH_MOVED|NOT_GATED)$/);
    expect(checkoutSnapshot(desk.root)).toEqual(moved);
  }
});

const LEDGER_FIELDS = Object.keys(uetSchema('patch_ledger_entry.v1').properties);

/** The tree that git itself makes of the exported bytes, on an index of its own. */
function treeWith(base: string, file: string): string {
  const scratch = join(desk.repository.folder, 'scratch');
  desk.repository.git('worktree', 'add', '-q', '--detach', scratch, base);
  gitIn(scratch, ['apply', '--index', file]);
  const tree = gitIn(scratch, ['write-tree']);
  desk.repository.git('worktree', 'remove', '--force', scratch);
  return tree;
}

function diffBetween(from: string, to: string): string[] {
  return desk.repository.git('diff-tree', '-r', '--no-renames', from, to).split('\n');
}

/** The same rows for a commit against its parent: blobs and modes as well as paths. */
function changedBy(commit: string): string[] {
  return diffBetween(`${commit}^`, commit).sort();
}

function pick(from: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
