// A host's engine process dies and comes back; its clients see an error that says so, then a working engine.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromEngine, ToEngine } from '../../../../../src/main/hosts/engine/engine-message.ts';
import { detachEngine, forkEngine } from '../../../../../src/main/hosts/engine/fork-engine.ts';
import {
  CRASH_LOOP,
  type EngineChild,
  type EngineSupervisor,
  superviseEngine,
} from '../../../../../src/main/hosts/engine/supervise-engine.ts';
import { acquireOwner, findOwner } from '../../../../../src/main/hosts/owner/acquire-owner.ts';
import { systemClock } from '../../../../../src/main/hosts/service/system-clock.ts';
import { serviceClient } from '../../../../../src/main/ipc/service-client.ts';
import type { ServerMessage } from '../../../../../src/shared/ipc/wire.ts';
import { fakeService, RUN_ID } from '../../../../fakes/fake-service.ts';

const ENTRY = join(import.meta.dirname, 'fake-engine.ts');
let dataDir = '';
let supervisor: EngineSupervisor | null = null;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pb-engine-'));
});

afterEach(async () => {
  await supervisor?.close();
  supervisor = null;
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
});

const options = (projectDir = '.') => ({
  projectDir,
  dataDir,
  ownerDir: dataDir,
  appRoot: '.',
  mode: 'child' as const,
  also: [],
  readOnly: false,
  maxWorkers: null,
});

function supervise(projectDir?: string): EngineSupervisor {
  const fork = () => forkEngine(ENTRY, options(projectDir));
  supervisor = superviseEngine({ fork, clock: systemClock, log: () => {} });
  return supervisor;
}

describe('an engine process under a supervisor', () => {
  it('serves several clients at once and owns the project', async () => {
    const engine = supervise();
    await engine.ready;
    expect((await findOwner(dataDir))?.record.pid).toBe(engine.pid());
    const one = serviceClient(engine.connect());
    const two = serviceClient(engine.connect());
    const answers = await Promise.all([one.call('run.list', {}), two.call('run.report', { runId: RUN_ID })]);
    expect(answers).toMatchObject([{ runs: [] }, { run_id: RUN_ID }]);
    await one.close();
    await expect(two.call('run.list', {})).resolves.toEqual({ runs: [] });
  });

  it('starts a killed engine again: calls in flight fail with E_OWNER_GONE, views come back by themselves', async () => {
    const engine = supervise();
    await engine.ready;
    const client = serviceClient(engine.connect());
    const snapshots: unknown[] = [];
    client.subscribe('runs', {}, (push) => snapshots.push(push));
    await expect.poll(() => snapshots.length).toBe(1);
    const inFlight = client.call('run.wait', { runId: RUN_ID });
    const before = engine.pid() ?? 0;
    process.kill(before, 'SIGKILL');
    await expect(inFlight).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
    await expect.poll(() => snapshots.length, { timeout: 10_000 }).toBe(2);
    const { reason } = await client.call('run.report', { runId: RUN_ID });
    expect(Number(reason)).toBe(engine.pid());
    expect(engine.pid()).not.toBe(before);
  });

  it('says why when the project cannot be opened, and does not try again', async () => {
    const engine = supervise('newer');
    await expect(engine.ready).rejects.toMatchObject({ code: 'E_LEDGER_NEWER', advice: 'Update Patchbay.' });
    expect(engine.state()).toBe('failed');
    const client = serviceClient(engine.connect());
    await expect(client.call('run.list', {})).rejects.toMatchObject({ code: 'E_LEDGER_NEWER' });
    expect(readFileSync(join(dataDir, 'logs', 'engine.log'), 'utf8')).toContain('E_LEDGER_NEWER');
  });

  it('stops after a crash loop with a clear error', async () => {
    const engine = supervise('crash');
    await expect(engine.ready).rejects.toMatchObject({
      code: 'E_INTERNAL',
      message: expect.stringContaining('exit 7'),
    });
    expect(engine.state()).toBe('failed');
  });

  it('passes its clients on to an owner that is there already, and takes over when that one goes', async () => {
    const other = await acquireOwner(dataDir);
    if (!other.owner) throw new Error('owned');
    other.attach(fakeService({ 'run.list': () => ({ runs: [] }) }));
    const engine = supervise();
    await engine.ready;
    const client = serviceClient(engine.connect());
    await expect(client.call('run.list', {})).resolves.toEqual({ runs: [] });
    other.release();
    await expect
      .poll(async () => (await findOwner(dataDir))?.record.pid === engine.pid(), { timeout: 10_000 })
      .toBe(true);
  });

  it('ends its engine in order when it closes', async () => {
    const engine = supervise();
    await engine.ready;
    await engine.close();
    expect(await findOwner(dataDir)).toBeNull();
  });

  it('ends with its host even when that is killed', async () => {
    const { fork } = await import('node:child_process');
    const host = fork(join(import.meta.dirname, 'fake-host.ts'), [JSON.stringify(options())], { execArgv: [] });
    const [pid] = await once(host, 'message');
    host.kill('SIGKILL');
    await expect.poll(() => isThere(Number(pid)), { timeout: 10_000 }).toBe(false);
  });

  it('refuses to detach a second engine and names the first in its log', async () => {
    const other = await acquireOwner(dataDir);
    detachEngine(ENTRY, { ...options(), mode: 'detached' });
    const log = () => readFileSync(join(dataDir, 'logs', 'engine.log'), 'utf8');
    await expect.poll(log, { timeout: 10_000 }).toMatch(new RegExp(`Process ${process.pid} already.*E_OWNED`));
    if (other.owner) other.release();
  });
});

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ');
  } catch {
    return false;
  }
}

describe('superviseEngine without processes', () => {
  function fakeChild() {
    let message: (message: FromEngine) => void = () => {};
    let exit: (how: string) => void = () => {};
    const sent: ToEngine[] = [];
    const child: EngineChild = {
      pid: 1,
      send: (given) => void sent.push(given),
      onMessage: (listener) => {
        message = listener;
      },
      onExit: (listener) => {
        exit = listener;
      },
      kill: () => exit('killed'),
    };
    return { child, sent, say: (given: FromEngine) => message(given), die: (how: string) => exit(how) };
  }

  it('starts again at once, then ever later, and gives up after five deaths within a minute', () => {
    const children: ReturnType<typeof fakeChild>[] = [];
    const pauses: number[] = [];
    const engine = superviseEngine({
      fork: () => {
        const next = fakeChild();
        children.push(next);
        return next.child;
      },
      clock: {
        now: () => 0,
        monotonic: () => 0,
        after: (ms, wake) => {
          pauses.push(ms);
          wake();
          return () => {};
        },
      },
      log: () => {},
    });
    const told: ServerMessage[] = [];
    engine.connect().onMessage((message) => told.push(message));
    for (let death = 1; death <= CRASH_LOOP.deaths; death += 1) {
      children.at(-1)?.say({ k: 'ready' });
      children.at(-1)?.die('exit 1');
    }
    expect(pauses).toEqual([0, 100, 200, 400]);
    expect(children).toHaveLength(CRASH_LOOP.deaths);
    expect(engine.state()).toBe('failed');
    expect(told.filter((message) => message.t === 'engine' && message.state === 'up')).toHaveLength(CRASH_LOOP.deaths);
    expect(told.at(-1)).toEqual({ t: 'engine', state: 'down' });
  });

  it('keeps nothing for an engine that is away', () => {
    const only = fakeChild();
    const engine = superviseEngine({ fork: () => only.child, clock: systemClock, log: () => {} });
    const told: ServerMessage[] = [];
    const channel = engine.connect();
    channel.onMessage(vi.fn((message: ServerMessage) => void told.push(message)));
    channel.send({ t: 'call', id: 1, method: 'run.list', params: {} });
    expect(told.at(-1)).toMatchObject({ t: 'error', id: 1, error: { code: 'E_OWNER_GONE' } });
    only.say({ k: 'ready' });
    expect(only.sent).toEqual([{ k: 'open', client: 1 }]);
  });
});
