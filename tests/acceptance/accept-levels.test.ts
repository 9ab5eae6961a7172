// Acceptance through the real command line: every type of check on real trees, what a refusal halts, and a kill in between.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { gitIn } from '../fakes/temp-repository.ts';
import { type RefusalShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { scriptTask } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

const write = (path: string, text = 'x\n') => [{ write: path, text }];
interface More {
  readonly workstream?: object;
  readonly task?: Readonly<Record<string, unknown>>;
}

/** Two phases of one workstream each; the second one comes after the first. */
function twoPhases(first: object, { workstream = {}, task = {} }: More = {}): unknown {
  const phase = (id: string, more: object, tasks: readonly unknown[], ofWorkstream = {}) => ({
    phase_id: id,
    name: id,
    ...more,
    workstreams: [{ workstream_id: `${id}-W`, name: id, tasks, ...ofWorkstream }],
  });
  return {
    schema: 'patchbay/plan.v1',
    plan_id: 'judged',
    phases: [
      phase('P1', first, [scriptTask('a', write('a.txt'), task)], workstream),
      phase('P2', {}, [scriptTask('b', write('b.txt'))]),
    ],
  };
}

function open(): Desk {
  desk = openDesk('judged');
  desk.repository.commit({ 'README.md': 'hello\n' });
  return desk;
}

const PRESENT = 'require("node:fs").accessSync("a.txt")';

test('a plan that is accepted at every level succeeds, and says by what', async () => {
  open();
  const hook = 'const f = JSON.parse(process.env.PATCHBAY_FACTS); process.exit(f.completed_tasks === 1 ? 0 : 1)';
  writeFileSync(
    join(desk.root, 'patchbay.yaml'),
    JSON.stringify({
      schema: 'patchbay/project.v1',
      project_id: 'p',
      hooks: { facts: { command: ['node', '-e', hook] } },
    }),
  );
  const checks = [
    { id: 'command', type: 'command', command: ['node', '-e', PRESENT] },
    { id: 'line', type: 'test_command', command: 'test -f a.txt && test ! -f b.txt' },
    {
      id: 'patches',
      type: 'patch_state',
      condition: 'count_quarantined_patches == 0 and count_committed_patches == 1',
    },
    { id: 'tasks', type: 'run_state', condition: 'state == "succeeded" and failed_tasks == 0' },
    { id: 'files', type: 'file_presence', path_glob: ['*.txt', 'README.md'] },
    { id: 'hook', type: 'custom', hook: 'facts' },
    { id: 'wish', type: 'file_presence', path_glob: 'docs/**', severity: 'warning' },
  ];
  const acceptance = { mode: 'all', checks };
  const plan = desk.plan(twoPhases({ acceptance }, { workstream: { acceptance }, task: { acceptance } }));
  const { answer, json } = await desk.ask<RunShape>(['run', plan]);
  expect(answer.code, answer.said).toBe(0);
  expect(json.acceptance.map(({ level, id, state }) => [level, id, state])).toEqual([
    ['task', 'a', 'passed'],
    ['workstream', 'P1-W', 'passed'],
    ['phase', 'P1', 'passed'],
  ]);
  for (const { checks: done } of json.acceptance) {
    expect(done.map((check) => check.state)).toEqual([...Array(6).fill('passed'), 'failed']);
  }
  expect(json.notes.filter((note) => note.includes('no file matches `docs/**`'))).toHaveLength(3);
  const verified = await desk.run(['verify', json.run_id]);
  expect(verified.code, verified.said).toBe(0);
}, 60_000);

test('a phase that is not accepted fails the run, names the check, and halts what comes after', async () => {
  open();
  const check = { id: 'looks', type: 'command', command: ['node', '-e', 'console.log("not nice"); process.exit(3)'] };
  const plan = desk.plan(twoPhases({ acceptance: { mode: 'all', checks: [check] } }));
  const { answer, json } = await desk.ask<RunShape>(['run', plan]);
  expect(answer.code).toBe(1);
  expect(json.reason).toContain('Phase P1: it was not accepted: check looks failed: it ended with exit code 3');
  expect(taskOf(json, 'a').state).toBe('completed');
  expect(taskOf(json, 'b')).toMatchObject({ state: 'blocked', attempts: 0 });
  expect(gitIn(desk.root, ['show', `${json.head}:a.txt`])).toBe('x');
  const status = await desk.run(['status', json.run_id]);
  expect(status.stdout).toContain('phase P1: it was not accepted: check looks failed');
}, 60_000);

test('a task that is not accepted leaves nothing on the head', async () => {
  open();
  const acceptance = { checks: [{ id: 'text', type: 'command', command: ['grep', '-q', 'good', 'a.txt'] }] };
  const attempts = [{ edits: write('a.txt', 'bad\n') }, { edits: write('a.txt', 'good\n') }];
  const mended = desk.plan(twoPhases({}, { task: { acceptance, script: { attempts } } }), 'mended.plan.json');
  const { json } = await desk.ask<RunShape>(['run', mended]);
  expect(json.state).toBe('succeeded');
  expect(taskOf(json, 'a').attempts).toBe(2);
  expect(json.acceptance.map((one) => one.state)).toEqual(['failed', 'passed']);
  const failing = desk.plan(
    twoPhases({}, { task: { acceptance, execution: { max_attempts: 1 } } }),
    'failing.plan.json',
  );
  const { answer, json: failed } = await desk.ask<RunShape>(['run', failing]);
  expect(answer.code).toBe(1);
  expect(failed.head).toBe(failed.base);
  expect(taskOf(failed, 'a').reason).toContain('it was not accepted: check text failed');
}, 60_000);

test('a check that was running when everything was killed is run again, and its verdict counts once', async () => {
  open();
  const mark = join(desk.repository.folder, 'mark');
  const stall = `const fs = require('node:fs'); const again = fs.existsSync(${JSON.stringify(mark)}); fs.writeFileSync(${JSON.stringify(mark)}, ''); setTimeout(() => {}, again ? 0 : 60000)`;
  const acceptance = { mode: 'all', checks: [{ id: 'slow', type: 'command', command: ['node', '-e', stall] }] };
  const plan = desk.plan(twoPhases({ acceptance }));
  const running = desk.start(['run', plan, '--json']);
  await expect.poll(() => existsSync(mark), { timeout: 30_000, interval: 50 }).toBe(true);
  running.child.kill('SIGKILL');
  await running.answer;
  const { json: listed } = await desk.ask<{ runs: readonly { run_id: string }[] }>(['status']);
  const { answer, json } = await desk.ask<RunShape>(['resume', listed.runs[0]?.run_id ?? '']);
  expect(answer.code, answer.said).toBe(0);
  expect(json).toMatchObject({ state: 'succeeded', acceptance: [{ level: 'phase', id: 'P1', state: 'passed' }] });
  const events = await desk.run(['events', json.run_id, '--json']);
  expect(events.stdout.match(/"check-started"/g)).toHaveLength(1);
  expect(events.stdout.match(/"check-finished"/g)).toHaveLength(1);
  expect((await desk.run(['verify', json.run_id])).code).toBe(0);
}, 90_000);

test('a policy of the command line is held to, whatever the plan allows', async () => {
  open();
  const edits = write('a.txt', 'line\n'.repeat(8));
  const plan = desk.plan(
    twoPhases({ constraints: { patch: { max_lines_changed: 100 } } }, { task: { script: { edits } } }),
  );
  const policy = join(desk.repository.folder, 'small.json');
  const document = { patch_policy_id: 'small', scope: { level: 'doc' }, constraints: { max_lines_changed: 5 } };
  writeFileSync(policy, JSON.stringify(document));
  const { answer, json } = await desk.ask<RunShape>(['run', plan, '--policy', policy]);
  expect(answer.code).toBe(1);
  expect(taskOf(json, 'a').reason).toContain('8 changed lines, at most 5 are allowed');
  expect(json.patches).toMatchObject([{ task_id: 'a', state: 'quarantined' }]);
}, 60_000);

test('a policy that loosens the project is refused with both places before anything is written', async () => {
  open();
  writeFileSync(
    join(desk.root, 'patchbay.yaml'),
    'schema: patchbay/project.v1\nproject_id: p\npatch_policy_ref: python_strict\n',
  );
  const { answer, json } = await desk.ask<RefusalShape>(['run', desk.plan(twoPhases({})), '--policy', 'global']);
  expect(answer.code).toBe(2);
  expect(json.error.code).toBe('E_LOOSENED');
  expect(json.problems[0]?.message).toMatch(
    /`max_lines_changed` of policy `global` \(resources\/policies\/global.json:\d+, .*\) is 300, but policy `python_strict` \(resources\/policies\/python_strict.json:\d+, .*\) allows only 200/,
  );
  expect((await desk.ask<{ runs: unknown[] }>(['status'])).json.runs).toEqual([]);
}, 60_000);

test('the effective policy of a plan says who set each limit', async () => {
  open();
  const plan = desk.plan(twoPhases({ patch_policy_ref: 'global', constraints: { patch: { max_files_changed: 2 } } }));
  interface Forecast {
    readonly tasks: readonly { readonly id: string; readonly policy: number }[];
    readonly policies: readonly (readonly { limit: string; value: unknown; from: readonly { owner: string }[] }[])[];
  }
  const { json } = await desk.ask<Forecast>(['plan', plan]);
  const [a, b] = json.tasks.map((task) => json.policies[task.policy] ?? []);
  const said = (policy: Forecast['policies'][number] = [], limit: string) =>
    policy.filter((line) => line.limit === limit).map(({ value, from }) => [value, from.map((place) => place.owner)]);
  expect(said(a, 'max_lines_changed')).toEqual([[300, ['policy `global`']]]);
  expect(said(a, 'max_files_changed')).toEqual([[2, ['phase `P1`']]]);
  expect(said(b, 'max_lines_changed')).toEqual([[300, ['Patchbay']]]);
}, 60_000);
