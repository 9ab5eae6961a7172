// Real tools through the real helper that stop, fall silent or take too much memory: each costs a worker and no work.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openService } from '../../../../../src/main/hosts/service/open-service.ts';
import type { EventView, WorkerView } from '../../../../../src/shared/ipc/views.ts';
import type { Service } from '../../../../../src/shared/ports/service.ts';
import { isAlive } from '../../../../fakes/processes-alive.ts';

const APP_ROOT = join(import.meta.dirname, '../../../../..');
const HEARTBEAT_MS = 1_000;
const TIMEOUT_MS = 60_000;

/** Each does its part, goes wrong the first time, and does all of it the second. */
const WRONG: Readonly<Record<string, string>> = {
  stopped: 'kill -STOP $$',
  silent: 'exec sleep 1000',
  hungry: `exec "$NODE" -e "globalThis.kept = Buffer.alloc(400e6, 1); setInterval(() => {}, 10)"`,
};

let folder = '';
let project = '';
let service: Service;

function git(...args: readonly string[]): string {
  return execFileSync('git', ['-C', project, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
  }).trim();
}

function taskOf(taskId: string): string {
  const mark = join(folder, `${taskId}.mark`);
  const wrong = `touch '${mark}'; NODE='${process.execPath}'; ${WRONG[taskId]}`;
  const script = `echo half > ${taskId}.txt; if [ ! -e '${mark}' ]; then ${wrong}; fi; echo whole > ${taskId}.txt`;
  return command(taskId, script);
}

function command(taskId: string, script: string, after = ''): string {
  return `          - task_id: ${taskId}
            name: ${taskId}
            kind: code_edit
            tool: command
            command: { argv: [sh, -c, ${JSON.stringify(script)}] }
${after === '' ? '' : `            depends_on: [${after}]\n`}`;
}

const plan = (tasks: string) => `schema: patchbay/plan.v1
plan_id: lost
project_id: test
strategy: dag
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
${tasks}`;

async function start(name: string, tasks: string, maxParallel: number): Promise<string> {
  writeFileSync(join(project, `${name}.plan.yaml`), plan(tasks));
  const { runId } = await service.call('run.start', { planFile: `${name}.plan.yaml`, options: { maxParallel } });
  return runId;
}

async function eventsOf(runId: string): Promise<readonly EventView[]> {
  return (await service.call('events.page', { runId, limit: 5000 })).events;
}

/** Settles when what the run has written down holds. */
async function untilEvents(runId: string, holds: (events: readonly EventView[]) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = async () => {
    if (holds(await eventsOf(runId))) resolve();
  };
  const end = service.subscribe('events', { runId }, () => void look());
  await promise;
  end();
}

async function workersOf(runId: string): Promise<readonly WorkerView[]> {
  return (await service.call('workers.list', { runId })).workers;
}

const kindsOf = (events: readonly EventView[], kind: string) => events.filter((event) => event.kind === kind);
const dataOf = (event: EventView | undefined) => (event?.data ?? {}) as Readonly<Record<string, unknown>>; // events carry objects

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-workers-'));
  project = join(folder, 'project');
  mkdirSync(project);
  git('init', '--quiet', '--initial-branch=main');
  const settings = ['schema: patchbay/project.v1', 'project_id: test', 'workers:'];
  settings.push(`  heartbeat_seconds: ${HEARTBEAT_MS / 1000}`, '  memory_mb: 250', '');
  writeFileSync(join(project, 'patchbay.yaml'), settings.join('\n'));
  git('add', '.');
  git('commit', '--quiet', '-m', 'Start');
  const log = () => {};
  service = await openService({
    projectDir: project,
    dataDir: join(folder, 'data'),
    role: 'engine',
    log,
    appRoot: APP_ROOT,
  });
});

afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform !== 'linux')('a tool that', () => {
  test.each([
    { taskId: 'stopped', check: 'stopped', heartbeats: 2, words: 'was stopped (SIGSTOP)' },
    { taskId: 'hungry', check: 'memory', heartbeats: 2, words: 'are allowed' },
    // The one in which it fell silent was not missed yet.
    { taskId: 'silent', check: 'heartbeat', heartbeats: 3, words: 'used no processor time' },
  ])('is $taskId costs its worker, and its task is done by another', { timeout: TIMEOUT_MS }, async (wrong) => {
    const { taskId, check, heartbeats, words } = wrong;
    const runId = await start(taskId, taskOf(taskId), 2);
    const report = await service.call('run.wait', { runId });
    expect(report).toMatchObject({ state: 'succeeded', tasks: [{ state: 'completed', attempts: 2 }] });
    expect(git('show', `${report.head}:${taskId}.txt`)).toBe('whole');

    const events = await eventsOf(runId);
    const [started] = kindsOf(events, 'attempt-started');
    const [quarantined] = kindsOf(events, 'worker-quarantined');
    expect(dataOf(kindsOf(events, 'worker-check-failed').at(-1))).toMatchObject({ check });
    expect(dataOf(quarantined)['reason']).toContain(words);
    const tookMs = Date.parse(quarantined?.at ?? '') - Date.parse(started?.at ?? '');
    // On a machine with other work a heartbeat comes late; the next one must not be needed.
    expect(tookMs).toBeLessThan((heartbeats + 0.9) * HEARTBEAT_MS);

    // Its work is kept aside, the tool is gone, and who had it got nothing more to do.
    const [first, second] = kindsOf(events, 'attempt-created').map((event) => dataOf(event)['workerId']);
    expect(first).toBe(quarantined?.id);
    expect(second).not.toBe(first);
    expect(isAlive(Number(dataOf(started)['pid']))).toBe(false);
    expect(report.patches.map(({ state, files }) => [state, files])).toEqual([
      ['quarantined', [`${taskId}.txt`]],
      ['committed', [`${taskId}.txt`]],
    ]);
    expect((await service.call('run.verify', { runId })).problems).toEqual([]);
  });

  test('is released by a person gets work again, and what it reported late was ignored', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const mark = join(folder, 'go.mark');
    const rest = ['b', 'c'].map((taskId, at) => {
      const script = `while [ ! -e '${mark}' ]; do sleep 0.1; done; echo x > ${taskId}.txt`;
      return command(taskId, script, at === 0 ? 'again' : 'b');
    });
    const again = command(
      'again',
      `echo half > again.txt; if [ ! -e '${folder}/again.mark' ]; then touch '${folder}/again.mark'; kill -STOP $$; fi`,
    );
    const runId = await start('release', [again, ...rest].join(''), 1);
    await untilEvents(runId, (log) => kindsOf(log, 'report-ignored').length > 0);
    await untilEvents(runId, (log) => kindsOf(log, 'attempt-created').length === 3);
    const [lost, other] = await workersOf(runId);
    expect(lost).toMatchObject({ number: 1, state: 'IDLE', lease: null, quarantined: { reason: expect.any(String) } });
    expect(other).toMatchObject({ number: 2, state: 'BUSY', taskId: 'b' });

    const given = { runId, commandId: ulid(), workerId: lost?.workerId ?? '', reason: 'looked into it' };
    expect((await service.call('workers.release', given)).worker).toMatchObject({ quarantined: null, state: 'IDLE' });
    // Given again under the same id it is nothing; there is one worker too many now, which ends after its task.
    await service.call('workers.release', given);
    expect((await workersOf(runId)).map(({ state }) => state)).toEqual(['IDLE', 'DRAINING']);
    writeFileSync(mark, '');
    const report = await service.call('run.wait', { runId });
    expect(report.state).toBe('succeeded');

    const events = await eventsOf(runId);
    expect(kindsOf(events, 'worker-released').map(({ id }) => id)).toEqual([lost?.workerId]);
    const given3 = kindsOf(events, 'attempt-created').map((event) => dataOf(event)['workerId']);
    expect(given3).toEqual([lost?.workerId, other?.workerId, other?.workerId, lost?.workerId]);
    expect(dataOf(kindsOf(events, 'report-ignored')[0])).toMatchObject({ taskId: 'again', lease: 1 });
    expect((await service.call('run.verify', { runId })).problems).toEqual([]);
  });
});
