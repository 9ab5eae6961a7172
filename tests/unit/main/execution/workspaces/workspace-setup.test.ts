// Set-up commands and copied files: done once, kept clean, never in a patch.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceSetup } from '../../../../../src/shared/plan/plan.ts';
import type { Workspace } from '../../../../../src/shared/ports/workspaces.ts';
import { NO_SETUP, type WorkspaceFixture, workspaceFixture, writeFiles } from '../../../../fakes/workspace-fixture.ts';

/** Installs into ignored and unignored places, rewrites the lock file, uses the home, and counts its runs. */
const INSTALL = `
const fs = require('fs');
fs.mkdirSync('node_modules/dep', { recursive: true });
fs.writeFileSync('node_modules/dep/index.js', 'honest');
fs.writeFileSync('generated.txt', 'generated');
fs.writeFileSync('lock.json', 'rewritten');
fs.writeFileSync(process.env.HOME + '/cache', 'cached');
fs.appendFileSync(process.env.COUNTER, 'x');`;

let fixture: WorkspaceFixture;
let base: string;
let setup: WorkspaceSetup;
const runs = (): number => readFileSync(setup.env.COUNTER ?? '', 'utf8').length;
beforeAll(async () => {
  fixture = await workspaceFixture({ 'a.txt': 'a\n', '.gitignore': 'node_modules/\n', 'lock.json': '1\n' });
  base = fixture.git('rev-parse', 'HEAD');
  writeFiles(fixture.repository, { '.env': 'SECRET=1', 'certs/key.pem': 'key', 'a.txt': 'dirty\n' });
  const COUNTER = join(fixture.folder, 'counter');
  writeFileSync(COUNTER, '');
  setup = { ...NO_SETUP, commands: [[process.execPath, '-e', INSTALL]], env: { COUNTER }, keyFiles: ['lock.json'] };
});
afterAll(() => fixture.close());

let lastUse = 0;
async function acquire(more: Partial<WorkspaceSetup> = {}, commit = base): Promise<Workspace> {
  lastUse += 1;
  return fixture.workspaces.acquire({ useId: `use-${lastUse}`, commit, setup: { ...setup, ...more } });
}
const release = (workspace: Workspace) => fixture.workspaces.release(workspace.useId);
const paths = async (workspace: Workspace) =>
  (await fixture.workspaces.capture(workspace, []))?.files.map((file) => file.path) ?? [];

describe('set-up', () => {
  it('runs once for a folder, and its results stay out of patches', async () => {
    const first = await acquire();
    expect(readFileSync(join(first.path, 'node_modules/dep/index.js'), 'utf8')).toBe('honest');
    expect(readFileSync(join(first.path, 'lock.json'), 'utf8')).toBe('1\n');
    expect(existsSync(join(first.home, 'cache'))).toBe(false);
    expect(await paths(first)).toEqual([]);
    writeFiles(first.path, { 'node_modules/.cache/tool': 'x', 'work.txt': 'w' });
    expect(await paths(first)).toEqual(['work.txt']);
    await release(first);
    const second = await acquire();
    expect(second.path).toBe(first.path);
    expect([runs(), existsSync(join(second.path, 'node_modules/.cache')), await paths(second)]).toEqual([1, false, []]);
    writeFiles(second.path, { 'generated.txt': 'the tool changed it' });
    expect(await paths(second)).toEqual(['generated.txt']);
    await release(second);
  });

  it('is not inherited from a tool that changed its results', async () => {
    const before = runs();
    const poisoned = await acquire();
    writeFiles(poisoned.path, { 'node_modules/dep/index.js': 'poison' });
    await release(poisoned);
    const next = await acquire();
    expect(readFileSync(join(next.path, 'node_modules/dep/index.js'), 'utf8')).toBe('honest');
    expect(runs()).toBeGreaterThan(before);
    await release(next);
  });

  it('is done again when a key file changes, and not when another does', async () => {
    await release(await acquire());
    const before = runs();
    fixture.git('checkout', '-q', '--', 'a.txt');
    await release(await acquire({}, fixture.commit({ 'other.txt': 'o' })));
    expect(runs()).toBe(before);
    await release(await acquire({}, fixture.commit({ 'lock.json': '2\n' })));
    expect(runs()).toBe(before + 1);
  });

  it('survives a restart', async () => {
    await release(await acquire());
    await fixture.workspaces.close();
    const before = runs();
    const again = await fixture.reopen();
    const workspace = await again.acquire({ useId: 'after-restart', commit: base, setup });
    expect(readFileSync(join(workspace.path, 'node_modules/dep/index.js'), 'utf8')).toBe('honest');
    expect([runs(), await again.capture(workspace, [])]).toEqual([before, null]);
    await again.release('after-restart');
    await again.close();
  });

  it('tells the end of its output when it fails, when it hangs, and when it is interrupted', async () => {
    const failing = [process.execPath, '-e', 'console.error("no such registry"); process.exit(3)'];
    await expect(acquire({ commands: [failing] })).rejects.toMatchObject({
      code: 'E_SETUP_FAILED',
      message: /ended with 3: .*no such registry/s,
    });
    const hanging = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
    await expect(acquire({ commands: [hanging], timeoutMs: 300 })).rejects.toMatchObject({
      code: 'E_SETUP_FAILED',
      message: /wall/,
    });
    const interrupted = acquire({ commands: [hanging] });
    const knock = setInterval(() => fixture.workspaces.interrupt(`use-${lastUse}`), 20);
    await expect(interrupted).rejects.toMatchObject({ code: 'E_SETUP_FAILED', message: /stopped/ });
    clearInterval(knock);
    await expect(acquire({ commands: [['no-such-installer']] })).rejects.toMatchObject({ code: 'E_SPAWN' });
  });
});

describe('copied files', () => {
  it('are there by name, stay out of patches, and go with the use', async () => {
    const copyIgnored = ['.env', 'certs', 'a.txt', '../escape', '/etc/hostname', '.git/config', 'missing'];
    const workspace = await acquire({ commands: [], copyIgnored });
    expect(readFileSync(join(workspace.path, '.env'), 'utf8')).toBe('SECRET=1');
    expect(readFileSync(join(workspace.path, 'certs/key.pem'), 'utf8')).toBe('key');
    expect(readFileSync(join(workspace.path, 'a.txt'), 'utf8')).toBe('a\n');
    expect(await paths(workspace)).toEqual([]);
    await release(workspace);
    await fixture.workspaces.close();
    expect(existsSync(join(workspace.path, '.env'))).toBe(false);
    expect(existsSync(join(workspace.path, 'certs'))).toBe(false);
  });
});
