// Several projects in one real engine process, and several processes on one project.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ulid } from 'ulid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { engineEntry, forkEngine } from '../../src/main/hosts/engine/fork-engine.ts';
import { type EngineSupervisor, superviseEngine } from '../../src/main/hosts/engine/supervise-engine.ts';
import { type ProjectPlace, placeOf } from '../../src/main/hosts/owner/project-place.ts';
import { systemClock } from '../../src/main/hosts/service/system-clock.ts';
import { serviceClient } from '../../src/main/ipc/service-client.ts';
import type { MethodResult } from '../../src/shared/ipc/contract.ts';
import type { ProjectHead, RunHead } from '../../src/shared/ipc/views.ts';
import type { Service } from '../../src/shared/ports/service.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, waitingTask } from './plan-document.ts';

const APP_ROOT = resolve(import.meta.dirname, '..', '..');

let one: Desk;
let two: Desk;
let places: { readonly one: ProjectPlace; readonly two: ProjectPlace };
const engines: EngineSupervisor[] = [];

beforeEach(async () => {
  one = openDesk('one');
  two = openDesk('two');
  for (const desk of [one, two]) desk.repository.commit({ 'a.txt': 'a\n' });
  places = { one: await placeOf(one.root, one.data), two: await placeOf(two.root, one.data) };
});
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
  one.remove();
  two.remove();
});

interface Wish {
  readonly place?: ProjectPlace;
  readonly also?: readonly string[];
  readonly readOnly?: boolean;
  readonly maxWorkers?: number;
}

async function engine({ place = places.one, also = [], readOnly = false, maxWorkers }: Wish = {}) {
  const supervisor = superviseEngine({
    fork: () =>
      forkEngine(engineEntry(APP_ROOT), {
        projectDir: place.folder,
        dataDir: one.data,
        ownerDir: place.ownerDir,
        appRoot: APP_ROOT,
        mode: 'child',
        also,
        readOnly,
        maxWorkers: maxWorkers ?? null,
      }),
    clock: systemClock,
    log: () => {},
  });
  engines.push(supervisor);
  await supervisor.ready;
  const client = (project?: string): Service =>
    serviceClient(supervisor.connect(), project === undefined ? {} : { project });
  return { supervisor, client };
}

/** Writes its own file when it has waited a little. */
const slow = (id: string) => waitingTask(id, 0.2);

const planOf = (desk: Desk, count: number, name: string) =>
  desk.plan(
    planDocument(
      Array.from({ length: count }, (_, n) => slow(`${name}-${n}`)),
      { strategy: 'dag' },
    ),
    `${name}.plan.json`,
  );

const cardOf = (list: MethodResult<'project.list'>, place: ProjectPlace) =>
  list.projects.find(({ key }) => key === place.key);

test('runs of two projects share the workers of one service, and both come to their end', async () => {
  const { client } = await engine({ also: [two.root], maxWorkers: 2 });
  const first = client();
  const second = client(places.two.key);
  const runs = [
    await first.call('run.start', { planFile: planOf(one, 6, 'one') }),
    await second.call('run.start', { planFile: planOf(two, 6, 'two') }),
  ];
  const loads: number[] = [];
  let shared = false;
  const ended = Promise.all([
    first.call('run.wait', { runId: runs[0]?.runId ?? '' }),
    second.call('run.wait', { runId: runs[1]?.runId ?? '' }),
  ]);
  let done = false;
  void ended.finally(() => {
    done = true;
  });
  while (!done) {
    const { capacity } = await first.call('project.list', {});
    loads.push(capacity.taken);
    const heads = await Promise.all(
      [first, second].map((service, n) => service.call('run.view', { runId: runs[n]?.runId ?? '' })),
    );
    shared ||= heads.every(({ head }) => head.tasksRunning === 1);
    await new Promise((resume) => setTimeout(resume, 20));
  }
  expect((await ended).map((report) => report.state)).toEqual(['succeeded', 'succeeded']);
  expect(Math.max(...loads)).toBe(2);
  expect(shared).toBe(true);
  for (const [service, run] of [
    [first, runs[0]],
    [second, runs[1]],
  ] as const)
    expect(await service.call('run.verify', { runId: run?.runId ?? '' })).toMatchObject({ ok: true });
});

test('a project is opened and closed in a service that runs, and comes back with it', async () => {
  const { client, supervisor } = await engine();
  const first = client();
  const { key } = await first.call('project.open', { folder: two.root });
  expect(key).toBe(places.two.key);
  await expect(first.call('project.open', { folder: two.root })).resolves.toEqual({ key });
  expect(cardOf(await first.call('project.list', {}), places.two)).toMatchObject({ state: 'open', openRuns: 0 });

  const second = client(key);
  const { runId } = await second.call('run.start', { planFile: planOf(two, 3, 'three') });
  await expect(first.call('project.close', { key })).rejects.toMatchObject({
    code: 'E_WRONG_STATE',
    message: 'A run goes on in this project.',
  });
  await first.call('project.close', { key, stop: true });
  expect(cardOf(await first.call('project.list', {}), places.two)).toMatchObject({ state: 'closed', openRuns: null });
  await expect(client(key).call('run.list', {})).rejects.toMatchObject({ code: 'E_NOT_FOUND' });

  await first.call('project.open', { folder: two.root });
  const report = await client(key).call('run.wait', { runId });
  expect(report.state).toBe('succeeded');

  process.kill(supervisor.pid() ?? 0, 'SIGKILL');
  await expect
    .poll(async () => cardOf(await client().call('project.list', {}), places.two)?.state, { timeout: 20_000 })
    .toBe('open');
});

test.each([
  ['a relative path', 'two', 'E_USAGE'],
  ['a folder that is not there', '/nowhere/at/all', 'E_NOT_A_REPOSITORY'],
])('%s is refused with advice and changes nothing', async (_what, folder, code) => {
  const { client } = await engine();
  const first = client();
  await expect(first.call('project.open', { folder })).rejects.toMatchObject({
    code,
    advice: expect.stringMatching(/./),
  });
  expect((await first.call('project.list', {})).projects).toHaveLength(1);
  await expect(first.call('project.close', { key: places.one.key })).rejects.toMatchObject({ code: 'E_WRONG_STATE' });
});

test('a second service passes on to the first, and takes its place when that is killed', async () => {
  const owner = await engine();
  const { runId } = await owner.client().call('run.start', { planFile: planOf(one, 16, 'long') });
  const other = await engine({ place: places.two, also: [one.root] });
  const through = other.client(places.one.key);
  expect(cardOf(await through.call('project.list', {}), places.one)).toMatchObject({ state: 'shared', openRuns: 1 });
  const heads: RunHead[] = [];
  through.subscribe('run', { runId }, (push) => {
    if (push.head !== undefined) heads.push(push.head);
  });
  await expect.poll(() => heads.at(-1)?.state, { timeout: 10_000 }).toBe('running');
  const pid = owner.supervisor.pid() ?? 0;
  engines.splice(engines.indexOf(owner.supervisor), 1);
  process.kill(pid, 'SIGSTOP');
  const closing = owner.supervisor.close();
  process.kill(pid, 'SIGKILL');
  await closing;
  await expect.poll(() => heads.at(-1)?.state, { timeout: 20_000 }).toBe('succeeded');
  expect(cardOf(await through.call('project.list', {}), places.one)).toMatchObject({ state: 'open' });
});

test('what owns a project is named to who would own it too, and anybody may look on', async () => {
  const owner = await engine();
  const pid = owner.supervisor.pid();
  const planFile = one.plan(
    planDocument([
      commandTask('hang', ['node', '-e', `require('fs').writeFileSync('x.txt', 'x'); setInterval(() => {}, 1e3)`]),
      scriptTask('later', [{ write: 'later.txt', text: 'later\n' }], { depends_on: ['hang'] }),
    ]),
  );
  const { runId } = await owner.client().call('run.start', { planFile });
  const reader = await engine({ readOnly: true });
  const looking = reader.client();
  const heads: RunHead[] = [];
  const projects: ProjectHead[] = [];
  looking.subscribe('project', {}, (push) => {
    if (push.head !== undefined) projects.push(push.head);
  });
  looking.subscribe('run', { runId }, (push) => {
    if (push.head !== undefined) heads.push(push.head);
  });
  await expect.poll(() => heads.at(-1)?.tasksRunning, { timeout: 10_000 }).toBe(1);
  expect(projects.at(-1)?.readOnly).toBe(`Nothing can be changed from here. Process ${pid} owns the project.`);
  await expect(looking.call('run.cancel', { runId, commandId: ulid() })).rejects.toMatchObject({
    code: 'E_WRONG_STATE',
    message: expect.stringContaining(`Process ${pid} owns the project.`),
  });
  await owner.client().call('run.cancel', { runId, commandId: ulid() });
  await expect.poll(() => heads.at(-1)?.state, { timeout: 10_000 }).toBe('canceled');
});

test('settings of the machine that are not in order are refused with their place', async () => {
  mkdirSync(one.data, { recursive: true });
  writeFileSync(join(one.data, 'service.json'), '{"max_workers": 0}');
  await expect(engine()).rejects.toMatchObject({
    code: 'E_SCHEMA',
    message: expect.stringContaining('max_workers is 0, but has to be a whole number from 1 to 64'),
  });
});

test('a served window names the faulty folder before it starts', () => {
  const program = join(APP_ROOT, 'out', 'main', 'cli.js');
  const args = [program, 'serve', '--no-open', '--project', one.root, '--data', one.data, '/nowhere/at/all'];
  const answer = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
  expect(answer.status).toBe(2);
  expect(answer.stderr).toContain('/nowhere/at/all is not inside a git repository');
});
