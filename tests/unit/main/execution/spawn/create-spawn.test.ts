// Real processes through the real helper: limits, trees, losses.
import { execFileSync, spawn as nodeSpawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive, pidFrom, until } from '../../../../fakes/processes-alive.ts';
import { type SpawnFixture, spawnFixture } from '../../../../fakes/spawn-fixture.ts';

let fixture: SpawnFixture;
beforeAll(() => {
  fixture = spawnFixture();
});
afterAll(() => fixture.close());

const ready = (file: string) => until(() => existsSync(file) && readFileSync(file, 'utf8').includes('ready'));

describe('starting a tool', () => {
  it('hands over stdin, collects output and reports the exit code', async () => {
    const order = fixture.evil('stdin', [], { stdin: 'hello\n' });
    const exit = await fixture.spawn.start(order).exit;
    expect(exit).toMatchObject({ reason: 'exit', exitCode: 0, signal: null, outputBytes: 6, leftovers: 0 });
    expect(fixture.output(order).toString()).toBe('hello\n');
    const failing = await fixture.spawn.start(fixture.evil('exit', ['7'])).exit;
    expect(failing).toMatchObject({ reason: 'exit', exitCode: 7 });
  });

  it('gives the tool the environment of the order, its mark, and nothing else', async () => {
    const order = fixture.evil('environment', [], { env: { ONLY: 'this' } });
    await fixture.spawn.start(order).exit;
    const { ONLY, PATCHBAY_PROCESS, ...others } = JSON.parse(fixture.output(order).toString());
    expect([ONLY, PATCHBAY_PROCESS]).toEqual(['this', order.id]);
    expect(others).toEqual({});
  });

  it('tells the number of the process and when it started', async () => {
    const handle = fixture.spawn.start(fixture.evil('hang'));
    const { pid, processStart } = await handle.started;
    expect(isAlive(pid)).toBe(true);
    if (process.platform === 'linux') expect(processStart).toMatch(/^[0-9a-f-]{36}\/\d+$/);
    handle.stop();
    expect(await handle.exit).toMatchObject({ reason: 'stopped', signal: 'SIGTERM' });
    expect(isAlive(pid)).toBe(false);
  });

  it('says that a program was not found, that a folder is missing, that a file is not executable', async () => {
    const missing = fixture.spawn.start(fixture.evil('exit', [], { argv: ['no-such-program-here'] }));
    await expect(missing.started).rejects.toMatchObject({
      code: 'E_SPAWN',
      message: /no-such-program-here was not found on PATH/,
    });
    await expect(missing.exit).rejects.toMatchObject({ code: 'E_SPAWN' });
    const folder = fixture.spawn.start(fixture.evil('exit', [], { cwd: join(fixture.folder, 'nowhere') }));
    await expect(folder.exit).rejects.toMatchObject({ code: 'E_SPAWN', message: /nowhere does not exist/ });
    const file = join(fixture.folder, 'not-executable');
    writeFileSync(file, 'x', { mode: 0o644 });
    const plain = fixture.spawn.start(fixture.evil('exit', [], { argv: [file] }));
    await expect(plain.exit).rejects.toMatchObject({ code: 'E_SPAWN', advice: /executable/ });
    const nul = fixture.spawn.start(fixture.evil('exit', ['a\0b']));
    await expect(nul.exit).rejects.toMatchObject({ code: 'E_SPAWN' });
    const noLogs = fixture.spawn.start(fixture.evil('exit', ['0'], { stdoutFile: join(file, 'log') }));
    await expect(noLogs.exit).rejects.toMatchObject({ code: 'E_SPAWN' });
  });

  it('survives a tool that leaves a large stdin unread', async () => {
    const order = fixture.evil('ignore-stdin', [], { stdin: 'x'.repeat(4_000_000) });
    expect(await fixture.spawn.start(order).exit).toMatchObject({ reason: 'exit', exitCode: 0 });
  });
});

describe('limits', () => {
  // The limit leaves a busy machine the time to start the tool, which ignores nothing before it runs.
  it('ends a tool that ignores SIGTERM at its wall limit', async () => {
    const exit = await fixture.spawn.start(fixture.evil('hang-ignoring-sigterm', [], { wallMs: 3_000 })).exit;
    expect(exit).toMatchObject({ reason: 'wall', exitCode: null, signal: 'SIGKILL' });
  });

  it('ends a silent tool at its idle limit and leaves a talking one alone', async () => {
    const silent = fixture.spawn.start(fixture.evil('hang', [], { idleMs: 300 })).exit;
    const talking = fixture.spawn.start(fixture.evil('chatter', [], { idleMs: 2_500, wallMs: 4_000 })).exit;
    expect(await silent).toMatchObject({ reason: 'idle' });
    expect(await talking).toMatchObject({ reason: 'wall' });
  });

  it('caps the output of a flood exactly, and the memory of the helper with it', async () => {
    const order = fixture.evil('flood', [], { maxOutputBytes: 3_000_001 });
    expect(await fixture.spawn.start(order).exit).toMatchObject({ reason: 'output', outputBytes: 3_000_001 });
    expect(statSync(order.stdoutFile).size).toBe(3_000_001);
  });

  it.runIf(process.platform === 'linux')('keeps its memory flat while a gigabyte passes through', async () => {
    const order = fixture.evil('flood', [], { maxOutputBytes: 2 ** 31, stdoutFile: '/dev/null' });
    const exit = await fixture.spawn.start(order).exit;
    expect(exit).toMatchObject({ reason: 'exit', outputBytes: 2 ** 30 });
    const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${fixture.helperPid()}/status`, 'utf8'))?.[1]);
    expect(peak).toBeLessThan(250_000);
  });

  it('takes one line of 50 MB and bytes that are no text', async () => {
    const line = fixture.evil('long-line', [], { maxOutputBytes: 64 * 1024 * 1024 });
    expect(await fixture.spawn.start(line).exit).toMatchObject({ reason: 'exit', outputBytes: 50 * 1024 * 1024 });
    const bytes = fixture.evil('invalid-utf8');
    await fixture.spawn.start(bytes).exit;
    expect([...fixture.output(bytes)]).toEqual([0x66, 0xff, 0xfe, 0x00, 0xc3, 0x28, 0x0a]);
  });
});

describe.skipIf(process.platform === 'win32')('process trees', () => {
  it('takes the children along when a tool is stopped', async () => {
    const file = join(fixture.folder, 'child.pid');
    const handle = fixture.spawn.start(fixture.evil('child', [file]));
    const child = await pidFrom(file);
    handle.stop();
    await handle.exit;
    expect(isAlive(child)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('finds and kills a double-forked daemon of another session', async () => {
    const file = join(fixture.folder, 'daemon.pid');
    const handle = fixture.spawn.start(fixture.evil('daemon', [file]));
    const exit = await handle.exit;
    expect(exit).toMatchObject({ reason: 'exit', exitCode: 0 });
    expect(exit.leftovers).toBeGreaterThan(0);
    if (existsSync(file)) expect(isAlive(Number(readFileSync(file, 'utf8')))).toBe(false);
  });

  it('does not wait for a daemon that holds the output open', async () => {
    const file = join(fixture.folder, 'holder.pid');
    const exit = await fixture.spawn.start(fixture.evil('daemon-holding-output', [file])).exit;
    expect(exit).toMatchObject({ reason: 'exit', leftovers: 1 });
    expect(exit.durationMs).toBeLessThan(5_000);
    expect(isAlive(await pidFrom(file))).toBe(false);
  });

  it('remembers a descendant that leaves its session and its environment', async () => {
    const file = join(fixture.folder, 'unmarked.pid');
    const exit = await fixture.spawn.start(fixture.evil('unmarked-daemon', [file])).exit;
    expect(exit.leftovers).toBe(1);
    expect(isAlive(await pidFrom(file))).toBe(false);
  });
});

describe.skipIf(process.platform === 'win32')('a lost helper', () => {
  it('ends its orders as lost, leaves no process, and starts again for the next order', async () => {
    const file = join(fixture.folder, 'lost.pid');
    const order = fixture.evil('hang-ignoring-sigterm');
    const handles = [fixture.spawn.start(order), fixture.spawn.start(fixture.evil('child', [file]))] as const;
    const { pid } = await handles[0].started;
    await ready(order.stdoutFile);
    const child = await pidFrom(file);
    process.kill(fixture.helperPid(), 'SIGKILL');
    const exits = await Promise.all(handles.map((handle) => handle.exit));
    expect(exits.map((exit) => exit.reason)).toEqual(['helper-lost', 'helper-lost']);
    expect([pid, child].filter(isAlive)).toEqual([]);
    expect(await fixture.spawn.start(fixture.evil('exit', ['0'])).exit).toMatchObject({ exitCode: 0 });
  });

  it('is what a tool that kills its parent, or its parent group, gets; the engine lives', async () => {
    for (const mode of ['kill-parent', 'kill-parent-group']) {
      const handle = fixture.spawn.start(fixture.evil(mode));
      const { pid } = await handle.started;
      expect(await handle.exit).toMatchObject({ reason: 'helper-lost' });
      expect(isAlive(pid)).toBe(false);
    }
  });

  it('fails commands that were running with a fault that may be retried', async () => {
    const running = fixture.spawn.exec({ argv: ['sleep', '20'], ...EXEC() });
    await until(() => isAlive(fixture.helperPid()));
    process.kill(fixture.helperPid(), 'SIGKILL');
    await expect(running).rejects.toMatchObject({ code: 'E_SPAWN' });
  });
});

describe.skipIf(process.platform === 'win32')('a dead engine', () => {
  it('takes the helper and every tool along within 5 seconds', async () => {
    const engine = resolve(import.meta.dirname, '../../../../fakes/engine-with-tool.ts');
    const file = join(fixture.folder, 'orphan.pid');
    const parent = nodeSpawn(process.execPath, [engine, fixture.folder, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const helper = Number(
      await new Promise<string>((found) => parent.stdout.once('data', (data) => found(String(data)))),
    );
    const tool = await pidFrom(file);
    expect([helper, tool].every(isAlive)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => ![helper, tool].some(isAlive), 5_000);
  });
});

describe('reap', () => {
  it.runIf(process.platform === 'linux')(
    'kills what carries the mark, and the group only of the very same process',
    async () => {
      const file = join(fixture.folder, 'reaped.pid');
      const stray = nodeSpawn(process.execPath, [fixture.evil('x').argv[1] ?? '', 'hang-writing-pid', file], {
        detached: true,
        env: { PATCHBAY_PROCESS: 'reap-me.setup' },
        stdio: 'ignore',
      });
      const bystander = nodeSpawn('sleep', ['30'], { detached: true, stdio: 'ignore' });
      const pid = await pidFrom(file);
      expect(await fixture.spawn.reap('reap-me', bystander.pid ?? 0, 'another start')).toBe(1);
      expect([isAlive(pid), isAlive(bystander.pid ?? 0)]).toEqual([false, true]);
      const start = execFileSync('cat', ['/proc/sys/kernel/random/boot_id'], { encoding: 'utf8' }).trim();
      const ticks = readFileSync(`/proc/${bystander.pid}/stat`, 'latin1').split(') ')[1]?.split(' ')[19];
      await fixture.spawn.reap('unmarked', bystander.pid ?? 0, `${start}/${ticks}`);
      await until(() => !isAlive(bystander.pid ?? 0));
      stray.unref();
    },
  );
});

const EXEC = () => ({
  cwd: fixture.folder,
  env: { PATH: process.env.PATH ?? '' },
  maxBytes: 100_000,
  timeoutMs: 5_000,
});

describe('exec', () => {
  it('returns bytes, errors as text and the exit code, whatever it is', async () => {
    const script =
      'process.stdin.on("data",d=>process.stdout.write(Buffer.from([255,...d])));process.stderr.write("é");process.exitCode=4';
    const result = await fixture.spawn.exec({ argv: [process.execPath, '-e', script], input: 'ab', ...EXEC() });
    expect(result.exitCode).toBe(4);
    expect([...result.stdout]).toEqual([255, 97, 98]);
    expect(result.stderr).toBe('é');
  });

  it('refuses too much output and too much time', async () => {
    const flood = { ...fixture.evil('flood'), ...EXEC() };
    await expect(fixture.spawn.exec(flood)).rejects.toMatchObject({ code: 'E_OUTPUT_LIMIT' });
    const hang = { ...fixture.evil('hang-ignoring-sigterm'), ...EXEC(), timeoutMs: 300 };
    await expect(fixture.spawn.exec(hang)).rejects.toMatchObject({ code: 'E_TIMEOUT' });
    await expect(fixture.spawn.exec({ argv: ['no-such'], ...EXEC() })).rejects.toMatchObject({ code: 'E_SPAWN' });
  });
});
