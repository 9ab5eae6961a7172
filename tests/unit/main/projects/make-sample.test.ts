// The sample is a real repository whose plan works: its gates pass before, and after each task in order.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from '../../../../src/main/projects/load-project.ts';
import { makeSample } from '../../../../src/main/projects/make-sample.ts';
import { matchAny } from '../../../../src/shared/lib/glob.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import type { Plan, ScriptEdit, TaskPlan } from '../../../../src/shared/plan/plan.ts';
import { runBlockers } from '../../../../src/shared/plan/run-blockers.ts';
import { topologicalOrder } from '../../../../src/shared/plan/topological-order.ts';
import { waves } from '../../../../src/shared/plan/waves.ts';
import { git, put, tempPlace } from './temp-place.ts';

const place = tempPlace();
const from = join(import.meta.dirname, '../../../../resources/sample');
const to = join(place, 'sample');

beforeAll(async () => {
  expect(await makeSample({ from, to })).toEqual({ root: to, created: true });
});

function samplePlan(): Plan {
  const text = readFileSync(join(to, 'plans/tea-shop.plan.yaml'), 'utf8');
  const project = loadProject(to).settings;
  const loaded = loadPlan({ text, file: 'tea-shop', ...(project ? { project } : {}) });
  expect(loaded.problems).toEqual([]);
  expect(runBlockers(loaded)).toEqual([]);
  expect(loaded.plan).not.toBeNull();
  return loaded.plan ?? expect.unreachable();
}

describe('the repository', () => {
  it('is clean, on main, with one commit by the sample', () => {
    expect(git(to, 'status', '--porcelain')).toBe('');
    expect(git(to, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
    expect(git(to, 'log', '--format=%an <%ae>')).toBe('Patchbay sample <sample@patchbay.invalid>');
    expect(git(to, 'config', 'core.autocrlf')).toBe('false');
    expect(readdirSync(place)).toEqual(['sample']);
  });

  it('is left alone the second time, and never made over something else', async () => {
    put(to, { 'mine.txt': 'kept' });
    expect(await makeSample({ from, to })).toEqual({ root: to, created: false });
    expect(readFileSync(join(to, 'mine.txt'), 'utf8')).toBe('kept');
    rmSync(join(to, 'mine.txt'));
    put(join(place, 'full'), { 'a.txt': '' });
    await expect(makeSample({ from, to: join(place, 'full') })).rejects.toMatchObject({ code: 'E_USAGE' });
    rmSync(join(place, 'full'), { recursive: true });
  });
});

it('the plan shows two phases, a diamond, a wave of four, and a task that needs two attempts', () => {
  const plan = samplePlan();
  const wave = waves(plan);
  expect(plan.phases).toHaveLength(2);
  expect(plan.tasks.length).toBeGreaterThanOrEqual(10);
  expect(plan.tasks.filter((task) => wave.get(task.taskId) === 1)).toHaveLength(4);
  expect(plan.tasks.find((task) => task.taskId === 'take-order')?.after.map((edge) => edge.task)).toEqual([
    'pot-prices',
    'search',
  ]);
  const attempts = plan.tasks.map((task) => (task.launch.kind === 'script' ? task.launch.script.attempts.length : 0));
  expect(Math.max(...attempts)).toBe(2);
  const waiting = plan.tasks.flatMap((task) =>
    task.launch.kind === 'script' ? task.launch.script.attempts.map((attempt) => attempt.waitSeconds) : [],
  );
  expect(waiting.reduce((sum, one) => sum + one, 0)).toBeLessThan(10);
});

it('gates pass on the base and after each task; only the first greeting fails the tests', () => {
  const plan = samplePlan();
  expect(failedGates(plan)).toEqual([]);
  for (const id of topologicalOrder(plan)) {
    const task = plan.tasks.find((one) => one.taskId === id) ?? expect.unreachable();
    for (let attempt = 0; attempt < attemptsOf(task); attempt += 1) {
      git(to, 'reset', '-q', '--hard');
      git(to, 'clean', '-qfd');
      perform(task, attempt);
      const last = attempt === attemptsOf(task) - 1;
      expect(failedGates(plan), `${id}, attempt ${attempt + 1}`).toEqual(last ? [] : ['unit']);
    }
    git(to, 'add', '-A');
    const files = git(to, 'diff', '--cached', '--name-only').split('\n');
    expect(files.filter((file) => !matchAny(task.scope.write)(file) || matchAny(task.scope.forbidden)(file))).toEqual(
      [],
    );
    expect(git(to, 'diff', '--cached', '--numstat').split(/\s+/).filter(Boolean).length).toBeGreaterThan(0);
    git(to, 'commit', '-qm', id);
  }
  expect(readFileSync(join(to, 'docs/price-list.md'), 'utf8')).toContain('| Masala chai | black | 4.20 |');
  expect(readFileSync(join(to, 'package.json'), 'utf8')).toContain('"version": "1.1.0"');
}, 120_000);

function attemptsOf(task: TaskPlan): number {
  return task.launch.kind === 'script' ? task.launch.script.attempts.length : 1;
}

function perform(task: TaskPlan, attempt: number): void {
  if (task.launch.kind === 'command') {
    const [program = '', ...args] = task.launch.command.argv;
    execFileSync(program, args, { cwd: to, stdio: 'pipe' });
  } else if (task.launch.kind === 'script') {
    for (const edit of task.launch.script.attempts[attempt]?.edits ?? []) apply(edit);
  }
}

function apply(edit: ScriptEdit): void {
  const read = (path: string): string => readFileSync(join(to, path), 'utf8');
  if ('write' in edit) put(to, { [edit.write]: edit.text });
  else if ('append' in edit) put(to, { [edit.append]: read(edit.append) + edit.text });
  else if ('delete' in edit) rmSync(join(to, edit.delete));
  else if ('move' in edit) renameSync(join(to, edit.move), join(to, edit.to));
  else {
    expect(read(edit.replace)).toContain(edit.find);
    put(to, { [edit.replace]: read(edit.replace).replace(edit.find, () => edit.with) });
  }
}

function failedGates(plan: Plan): readonly string[] {
  return plan.gates
    .filter((gate) => {
      const [program = '', ...args] = gate.argv;
      // The test runner would otherwise take itself for a child of this one and report nothing.
      const { NODE_TEST_CONTEXT: _outer, ...env } = process.env;
      return spawnSync(program, args, { cwd: to, env, stdio: 'pipe' }).status !== gate.expectedExit;
    })
    .map((gate) => gate.gateId);
}
