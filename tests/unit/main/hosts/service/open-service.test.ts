// The whole service in one process on a real repository: calls, pushed views, a reader beside it, a second start.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openService } from '../../../../../src/main/hosts/service/open-service.ts';
import type { ViewItem, ViewName, ViewPush } from '../../../../../src/shared/ipc/views.ts';
import type { Service } from '../../../../../src/shared/ports/service.ts';

const APP_ROOT = join(import.meta.dirname, '../../../../..');
const PLAN = `schema: patchbay/plan.v1
plan_id: two
project_id: test
strategy: dag
gates:
  - { gate_id: unit, kind: unit, command: [git, --version] }
phases:
  - phase_id: PH
    name: Phase
    category: core
    resource_scope: { type: files, write: ["**"], create: ["**"] }
    constraints: {}
    acceptance: { mode: all, checks: [] }
    workstreams:
      - workstream_id: WS
        name: Work
        objective: Work
        tasks:
          - task_id: one
            name: Write one
            kind: code_edit
            tool: script
            script: { edits: [{ write: one.txt, text: "1\\n" }] }
          - task_id: two
            name: Write two
            kind: code_edit
            depends_on: [one]
            tool: script
            script: { edits: [{ append: one.txt, text: "2\\n" }, { write: two.txt, text: "2\\n" }] }
`;

let folder = '';
let project = '';
let service: Service;

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-C', project, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
  }).trim();
}

const open = (role: 'engine' | 'reader') =>
  openService({ projectDir: project, dataDir: join(folder, 'data'), role, log: () => {}, appRoot: APP_ROOT });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay service ü '));
  project = join(folder, 'project');
  mkdirSync(project);
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(join(project, 'two.plan.yaml'), PLAN);
  git('add', '.');
  git('commit', '--quiet', '-m', 'Start');
  service = await open('engine');
});

afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps a subscription's items as a client would. */
function follow<V extends ViewName>(view: V, params: Parameters<typeof service.subscribe<V>>[1]) {
  const items = new Map<string, ViewItem<V>>();
  const pushes: ViewPush<V>[] = [];
  const end = service.subscribe(view, params, (push) => {
    pushes.push(push);
    const changed: readonly ViewItem<V>[] = push.kind === 'snapshot' ? push.items : push.upsert;
    for (const item of changed) items.set((item as { key: string }).key, item); // every item has a key
    if (push.kind === 'delta') for (const key of push.remove) items.delete(key);
  });
  return { items, pushes, end };
}

test('a run goes from start to published commits, and every view says so', async () => {
  const before = git('rev-parse', 'HEAD');
  const runs = follow('runs', {});
  const { runId } = await service.call('run.start', { planFile: 'two.plan.yaml' });
  const run = follow('run', { runId });
  const events = follow('events', { runId });
  const patches = follow('patches', {});
  const report = await service.call('run.wait', { runId });
  expect(report).toMatchObject({ state: 'succeeded', tasks: [{ state: 'completed' }, { state: 'completed' }] });
  await expect.poll(() => runs.items.get(runId)?.state).toBe('succeeded');
  await expect.poll(() => [...run.items.values()].map((task) => task.state)).toEqual(['completed', 'completed']);
  await expect.poll(() => [...patches.items.values()].map((patch) => patch.state)).toEqual(['committed', 'committed']);
  await expect.poll(() => [...events.items.values()].at(-1)?.kind).toBe('run-finished');
  for (const { end } of [runs, run, events, patches]) end();
  expect(git('show', `${report.head}:one.txt`)).toBe('1\n2');
  expect(git('rev-parse', 'HEAD')).toBe(before);
  expect(git('status', '--porcelain')).toBe('');
  const preview = await service.call('run.publish', { runId, preview: true });
  expect(preview).toMatchObject({ branch: 'main', from: before, to: report.head });
  expect(git('rev-parse', 'main')).toBe(before);
  await service.call('run.publish', { runId });
  expect(git('rev-parse', 'main')).toBe(report.head);
  expect(git('status', '--porcelain')).toBe('');
});

test('a patch can be listed, shown, read file by file and exported', async () => {
  const { patches } = await service.call('patch.list', {});
  const patchId = patches.find((patch) => patch.taskId === 'two')?.patchId ?? expect.fail('no patch of task two');
  const shown = await service.call('patch.show', { patchId });
  expect(shown.patch.history.map(({ state }) => state).at(-1)).toBe('committed');
  const sides = await service.call('patch.file', { patchId, path: 'one.txt' });
  expect(sides).toMatchObject({ before: '1\n', after: '1\n2\n' });
  const { base64 } = await service.call('patch.export', { patchId });
  const { diff } = await service.call('patch.diff', { patchId });
  expect(Buffer.from(base64, 'base64').toString('utf8')).toBe(diff);
  await expect(service.call('patch.file', { patchId, path: 'none' })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
});

test('a plan that is not in order starts nothing and brings every problem', async () => {
  const { runs } = await service.call('run.list', {});
  writeFileSync(join(project, 'bad.plan.yaml'), PLAN.replace('depends_on: [one]', 'depends_on: [nobody]'));
  const start = service.call('run.start', { planFile: 'bad.plan.yaml' });
  await expect(start).rejects.toMatchObject({ values: { problems: [{ code: 'E_UNKNOWN_REFERENCE' }] } });
  expect((await service.call('run.list', {})).runs.length).toBe(runs.length);
});

test('a reader sees the same and may change nothing', async () => {
  const reader = await open('reader');
  const { runs } = await reader.call('run.list', {});
  const runId = runs[0]?.runId ?? expect.fail('no run');
  expect((await reader.call('run.verify', { runId })).problems).toEqual([]);
  await expect(reader.call('run.start', { planFile: 'two.plan.yaml' })).rejects.toMatchObject({
    code: 'E_WRONG_STATE',
  });
  await reader.close();
});

test('the next start finds everything, and an ended run cannot be cancelled', async () => {
  await service.close();
  service = await open('engine');
  const { runs } = await service.call('run.list', {});
  expect(runs.map((run) => run.state)).toEqual(['succeeded']);
  const runId = runs[0]?.runId ?? expect.fail('no run');
  await expect(service.call('run.cancel', { runId, commandId: runId })).rejects.toMatchObject({
    code: 'E_WRONG_STATE',
  });
  const { head } = await service.call('run.view', { runId });
  expect(head.published.map(({ branch }) => branch)).toEqual(['main']);
});
