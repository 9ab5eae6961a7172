// One owner per data folder, whatever dies, races or lies.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireOwner, findOwner, type Owned } from '../../../../../src/main/hosts/owner/acquire-owner.ts';
import { fakeService } from '../../../../fakes/fake-service.ts';

let dataDir = '';
const racers: ChildProcess[] = [];
const held: Owned[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pb-owner-'));
});

afterEach(() => {
  for (const owned of held.splice(0)) owned.release();
  for (const racer of racers.splice(0)) racer.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function own(): Promise<Owned> {
  const found = await acquireOwner(dataDir);
  if (!found.owner) throw new Error(`already owned by ${found.record.pid}`);
  held.push(found);
  return found;
}

async function race(): Promise<{ readonly child: ChildProcess; readonly owner: boolean; readonly pid: number }> {
  const script = join(import.meta.dirname, 'claim-racer.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  racers.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(String(line)) };
}

describe('acquireOwner', () => {
  it('gives a free folder to the first and a connection to the next', async () => {
    const first = await own();
    first.attach(fakeService({ 'run.list': () => ({ runs: [] }) }));
    const second = await acquireOwner(dataDir);
    if (second.owner) throw new Error('two owners');
    expect(second.record.pid).toBe(process.pid);
    const service = await second.connect();
    await expect(service.call('run.list', {})).resolves.toEqual({ runs: [] });
    await service.close();
  });

  it('makes exactly one owner of five processes at once, also over a dead owner, again and again', async () => {
    for (let round = 0; round < 4; round += 1) {
      const found = await Promise.all([race(), race(), race(), race(), race()]);
      const owners = found.filter((racer) => racer.owner);
      expect(owners).toHaveLength(1);
      expect(new Set(found.map((racer) => racer.pid))).toEqual(new Set([owners[0]?.pid]));
      // Killed, not released: the next round starts over a stale claim.
      await Promise.all(found.map(({ child }) => [child.kill('SIGKILL'), once(child, 'exit')][1]));
    }
  });

  it('takes over from a killed process and removes its socket', async () => {
    const { child, owner } = await race();
    expect(owner).toBe(true);
    const { socket } = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'));
    expect(existsSync(socket)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await findOwner(dataDir)).toBeNull();
    expect((await own()).record.pid).toBe(process.pid);
    expect(existsSync(socket)).toBe(false);
  });

  it('is not fooled by a process that got the pid of the dead owner', async () => {
    await own();
    const name = readdirSync(join(dataDir, 'owner.lock')).sort().at(-1) ?? '';
    const file = join(dataDir, 'owner.lock', name);
    const record = JSON.parse(readFileSync(file, 'utf8'));
    const later = { ...record, processStart: 'another:1', socket: join(dataDir, 'gone.sock') };
    writeFileSync(file, JSON.stringify(later));
    expect(await findOwner(dataDir)).toBeNull();
  });

  it('takes over a damaged claim', async () => {
    (await own()).release();
    writeFileSync(join(dataDir, 'owner.lock', '00000009.json'), '');
    await own();
    expect(readdirSync(join(dataDir, 'owner.lock'))).toEqual(['00000010.json']);
  });

  it('is free again after a release, and leaves no owner.json and no socket', async () => {
    (await own()).release();
    expect(readdirSync(dataDir)).toEqual(['owner.lock']);
    expect(await findOwner(dataDir)).toBeNull();
    await own();
  });

  it('finds nothing in a folder that does not exist, and does not create it', async () => {
    const nowhere = join(dataDir, 'nowhere');
    expect(await findOwner(nowhere)).toBeNull();
    expect(existsSync(nowhere)).toBe(false);
  });

  it('serves clients that came before the ledger was open', async () => {
    const first = await own();
    const second = await findOwner(dataDir);
    const service = await second?.connect();
    const answer = service?.call('run.list', {});
    first.attach(fakeService({ 'run.list': () => ({ runs: [] }) }));
    await expect(answer).resolves.toEqual({ runs: [] });
  });

  it('rejects calls with E_OWNER_GONE when the owner lets go', async () => {
    const first = await own();
    first.attach(fakeService({ 'run.list': () => new Promise(() => {}) }));
    const service = await (await findOwner(dataDir))?.connect();
    const answer = service?.call('run.list', {});
    first.release();
    await expect(answer).rejects.toMatchObject({ code: 'E_OWNER_GONE' });
  });

  it.skipIf(process.platform === 'win32')('keeps socket, claim and owner.json to this user', async () => {
    const { record } = await own();
    const claim = join(dataDir, 'owner.lock', readdirSync(join(dataDir, 'owner.lock'))[0] ?? '');
    for (const file of [record.socket, claim, join(dataDir, 'owner.json')]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });

  it('uses a short socket path for a long folder', async () => {
    const long = join(dataDir, 'ä'.repeat(60));
    const found = await acquireOwner(long);
    expect(found.owner && found.record.socket.startsWith(tmpdir())).toBe(true);
    if (found.owner) found.release();
  });

  it.each([
    ['a wrong token', '{"token":"guess"}\n'],
    ['no token', '{}\n'],
    ['no JSON', 'hello\n'],
    ['an endless first line', 'x'.repeat(10_000)],
  ])('hangs up on %s', async (_what, firstLine) => {
    const { record } = await own();
    const socket = connect(record.socket);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => {}); // a reset is as good an end as any
    socket.write(firstLine);
    await once(socket, 'close');
    expect(answer).toBe('');
  });
});
