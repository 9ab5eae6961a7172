// Real workspaces over a real repository: handing out, capturing, cleaning, surviving a restart.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceSetup } from '../../../../../src/shared/plan/plan.ts';
import type { Workspace } from '../../../../../src/shared/ports/workspaces.ts';
import { NO_SETUP, type WorkspaceFixture, workspaceFixture, writeFiles } from '../../../../fakes/workspace-fixture.ts';

let fixture: WorkspaceFixture;
let base: string;
beforeAll(async () => {
  fixture = await workspaceFixture({
    'a.txt': 'a\n',
    'src/b.txt': 'b\n',
    'src/deep/c.txt': 'c\n'.repeat(20),
    '.gitignore': 'node_modules/\n.env\n*.ignored\n',
    'package-lock.json': '1\r\n',
  });
  base = fixture.commit({ '.gitattributes': '*.txt text eol=crlf filter=evil\n' });
});
afterAll(() => fixture.close());

let lastUse = 0;
async function acquire(setup: Partial<WorkspaceSetup> = {}, commit = base): Promise<Workspace> {
  lastUse += 1;
  return fixture.workspaces.acquire({ useId: `use-${lastUse}`, commit, setup: { ...NO_SETUP, ...setup } });
}
const capture = (workspace: Workspace, litter: readonly string[] = []) => fixture.workspaces.capture(workspace, litter);
const release = (workspace: Workspace) => fixture.workspaces.release(workspace.useId);
const gitIn = (workspace: Workspace, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd: workspace.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: workspace.home },
  });
/** Applies a captured diff to the base with git itself and returns the tree it gives. */
function appliedTree(diff: Uint8Array): string {
  const index = join(fixture.folder, 'check-index');
  const run = (args: readonly string[], input?: Uint8Array): string =>
    execFileSync('git', ['-C', fixture.repository, ...args], {
      encoding: 'utf8',
      input,
      env: { PATH: process.env.PATH ?? '', GIT_INDEX_FILE: index },
    }).trim();
  run(['read-tree', base]);
  run(['apply', '--cached', '--binary', '-'], diff);
  const tree = run(['write-tree']);
  rmSync(index);
  return tree;
}

describe('acquire', () => {
  it('gives a worker the folder it had last, where another would do as well', async () => {
    const take = (useId: string, worker: string) =>
      fixture.workspaces.acquire({ useId, commit: base, setup: NO_SETUP, worker });
    const [first, second] = [await take('w-1', 'one'), await take('w-2', 'two')];
    await fixture.workspaces.release('w-1');
    await fixture.workspaces.release('w-2');
    expect((await take('w-3', 'two')).path).toBe(second.path);
    expect((await take('w-4', 'one')).path).toBe(first.path);
    await fixture.workspaces.release('w-3');
    await fixture.workspaces.release('w-4');
  });

  it('hands out the files of the commit, byte for byte, with an empty home and tmp', async () => {
    const workspace = await acquire();
    expect(readFileSync(join(workspace.path, 'package-lock.json'), 'utf8')).toBe('1\r\n');
    expect(readFileSync(join(workspace.path, 'a.txt'), 'utf8')).toBe('a\n');
    expect([readdirSync(workspace.home), readdirSync(workspace.tmp)]).toEqual([[], []]);
    expect(await capture(workspace)).toBeNull();
    await release(workspace);
  });

  it('gives the same folder for the same use, and as it was left', async () => {
    const workspace = await acquire();
    writeFiles(workspace.path, { 'a.txt': 'mine\n' });
    const again = await fixture.workspaces.acquire({ useId: workspace.useId, commit: base, setup: NO_SETUP });
    expect(again).toEqual(workspace);
    expect(readFileSync(join(again.path, 'a.txt'), 'utf8')).toBe('mine\n');
    expect(await fixture.workspaces.find(workspace.useId)).toEqual(workspace);
    await release(workspace);
    await release(workspace);
    expect(await fixture.workspaces.find(workspace.useId)).toBeNull();
  });

  it('moves a pooled folder to another commit', async () => {
    const first = await acquire();
    await release(first);
    const next = fixture.commit({ 'src/deep/c.txt': 'next\n', 'src/added.txt': 'added\n' });
    const workspace = await acquire({}, next);
    expect(workspace.path).toBe(first.path);
    expect(readFileSync(join(workspace.path, 'src/deep/c.txt'), 'utf8')).toBe('next\n');
    await release(workspace);
    const back = await acquire();
    expect(existsSync(join(back.path, 'src/added.txt'))).toBe(false);
    expect(await capture(back)).toBeNull();
    await release(back);
  });

  it('gives the tool a repository of its own that works and leads nowhere', async () => {
    const workspace = await acquire();
    expect(gitIn(workspace, 'status', '--porcelain')).toBe('');
    expect(gitIn(workspace, 'log', '-1', '--format=%H').trim()).toBe(base);
    writeFiles(workspace.path, { 'a.txt': 'changed\n' });
    expect(gitIn(workspace, 'diff', '--name-only').trim()).toBe('a.txt');
    gitIn(workspace, '-c', 'user.name=T', '-c', 'user.email=t@t', 'commit', '-qam', 'the tool commits');
    writeFiles(workspace.path, {
      '.git/hooks/post-index-change': '#!/bin/sh\ntouch /tmp/evil',
      '.git/config': '[core]\n\tfsmonitor = false-evil\n',
    });
    const patch = await capture(workspace);
    expect(patch?.files.map((file) => [file.path, file.change])).toEqual([['a.txt', 'modified']]);
    expect(fixture.git('for-each-ref')).not.toMatch(/work/);
    await release(workspace);
    const next = await acquire();
    expect(gitIn(next, 'status', '--porcelain')).toBe('');
    expect(gitIn(next, 'log', '-1', '--format=%H').trim()).toBe(base);
    await release(next);
  });
});

describe('capture', () => {
  it('describes additions, changes, deletions, renames, modes, links and binary files as git does', async () => {
    const workspace = await acquire();
    writeFiles(workspace.path, {
      'a.txt': 'a\nmore\n',
      'new é.txt': 'new\n',
      'binary.bin': '\0\u0001\u0002',
      'x.ignored': 'no',
    });
    renameSync(join(workspace.path, 'src/deep/c.txt'), join(workspace.path, 'src/deep/renamed.txt'));
    rmSync(join(workspace.path, 'package-lock.json'));
    symlinkSync('a.txt', join(workspace.path, 'link'));
    chmodSync(join(workspace.path, 'src/b.txt'), 0o755);
    const patch = await capture(workspace);
    expect(
      patch?.files.map(({ path, oldPath, change, newMode, binary }) => ({ path, oldPath, change, newMode, binary })),
    ).toEqual([
      { path: 'a.txt', oldPath: null, change: 'modified', newMode: '100644', binary: false },
      { path: 'binary.bin', oldPath: null, change: 'added', newMode: '100644', binary: true },
      { path: 'link', oldPath: null, change: 'added', newMode: '120000', binary: false },
      { path: 'new é.txt', oldPath: null, change: 'added', newMode: '100644', binary: false },
      { path: 'package-lock.json', oldPath: null, change: 'deleted', newMode: '000000', binary: false },
      { path: 'src/b.txt', oldPath: null, change: 'modified', newMode: '100755', binary: false },
      { path: 'src/deep/renamed.txt', oldPath: 'src/deep/c.txt', change: 'renamed', newMode: '100644', binary: false },
    ]);
    expect(patch).toMatchObject({ base, insertions: 3, deletions: 1, hunks: 4 });
    expect(appliedTree(patch?.diff ?? new Uint8Array())).toBe(patch?.tree);
    expect((await capture(workspace))?.sha256).toBe(patch?.sha256);
    await release(workspace);
  });

  it('sees an edit of the same size within the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const workspace = await acquire();
      writeFiles(workspace.path, { 'a.txt': `${round}\n` });
      expect((await capture(workspace))?.files).toHaveLength(1);
      await release(workspace);
    }
  });

  it('leaves litter out, but not a change of a file that was there before', async () => {
    const workspace = await acquire();
    writeFiles(workspace.path, { 'x.log': 'l', 'deep/y.log': 'l', 'a.txt': 'changed\n', 'kept.md': 'k' });
    const patch = await capture(workspace, ['*.log', 'a.txt']);
    expect(patch?.files.map((file) => file.path)).toEqual(['a.txt', 'kept.md']);
    await release(workspace);
  });

  it('takes a file that became a folder, a folder that became a file, and a folder that became a link', async () => {
    const workspace = await acquire();
    rmSync(join(workspace.path, 'a.txt'));
    writeFiles(workspace.path, { 'a.txt/inner.txt': 'inner\n' });
    rmSync(join(workspace.path, 'src'), { recursive: true });
    symlinkSync('/etc', join(workspace.path, 'src'));
    const patch = await capture(workspace);
    expect(patch?.files.map((file) => file.path)).toEqual([
      'a.txt',
      'a.txt/inner.txt',
      'src',
      'src/b.txt',
      'src/deep/c.txt',
    ]);
    expect(appliedTree(patch?.diff ?? new Uint8Array())).toBe(patch?.tree);
    await release(workspace);
    const next = await acquire();
    expect(await capture(next)).toBeNull();
    await release(next);
    expect(existsSync('/etc/hostname')).toBe(true);
  });

  it('refuses a change that is too large, says where it is, and keeps the folder', async () => {
    const workspace = await acquire();
    writeFileSync(join(workspace.path, 'huge.bin'), Buffer.alloc(65 * 1024 * 1024, 1));
    await expect(capture(workspace)).rejects.toMatchObject({
      code: 'E_PATCH_TOO_LARGE',
      message: expect.stringContaining(workspace.path),
    });
    await release(workspace);
    expect(existsSync(join(workspace.path, 'huge.bin'))).toBe(true);
    const next = await acquire();
    expect(next.path).not.toBe(workspace.path);
    await release(next);
  });
});

describe('release', () => {
  it('leaves nothing of a use to the next one', async () => {
    const workspace = await acquire();
    writeFiles(workspace.path, {
      'a.txt': 'x',
      'left/over.txt': 'x',
      'y.ignored': 'x',
      'src/new.txt': 'x',
      '../outside.txt': 'x',
    });
    writeFiles(workspace.home, { '.bashrc': 'evil' });
    execFileSync('git', ['init', '-q', join(workspace.path, 'src')]);
    execFileSync('git', ['init', '-q', join(workspace.path, 'own')]);
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(workspace.path, 'pipe')]);
      chmodSync(join(workspace.path, 'src/deep'), 0o555);
      mkdirSync(join(workspace.path, 'locked', 'in'), { recursive: true });
      chmodSync(join(workspace.path, 'locked'), 0o000);
    }
    await release(workspace);
    const next = await acquire();
    expect(next.path).toBe(workspace.path);
    expect(
      readdirSync(next.path, { recursive: true })
        .filter((name) => !/^\.git\b(?!i|a)/.test(String(name)))
        .sort(),
    ).toEqual(
      [
        '.gitattributes',
        '.gitignore',
        'a.txt',
        'package-lock.json',
        'src',
        'src/b.txt',
        'src/deep',
        'src/deep/c.txt',
      ].sort(),
    );
    expect(readFileSync(join(next.path, 'a.txt'), 'utf8')).toBe('a\n');
    expect([readdirSync(next.home), readdirSync(dirname(next.path)).sort()]).toEqual([[], ['home', 'tmp', 'work']]);
    await release(next);
  });

  it('keeps a bounded number of folders', async () => {
    const held = await Promise.all(Array.from({ length: 12 }, () => acquire()));
    expect(new Set(held.map((workspace) => workspace.path)).size).toBe(12);
    await Promise.all(held.map(release));
    await fixture.workspaces.close();
    const slots = readdirSync(join(fixture.folder, 'ws')).filter((name) => /^s\d+$/.test(name));
    expect(slots.length).toBeLessThanOrEqual(9); // eight in the pool, one kept by a test above
  });
});

describe('a restart', () => {
  it('finds what was handed out, cleans what was not, and sweeps what nobody knows', async () => {
    const workspace = await acquire();
    writeFiles(workspace.path, { 'a.txt': 'work in progress\n' });
    writeFiles(join(fixture.folder, 'ws'), {
      's77/work/ghost.txt': 'ghost',
      'private/s78/index': 'x',
      'trash/old/x': 'x',
    });
    const again = await fixture.reopen();
    const found = await again.find(workspace.useId);
    expect(found).toEqual(workspace);
    expect((await again.capture(workspace, []))?.files.map((file) => file.path)).toEqual(['a.txt']);
    await again.close();
    const ghosts = ['s77', 's78', 'private/s78', 'trash/old'].filter((name) =>
      existsSync(join(fixture.folder, 'ws', name)),
    );
    expect(ghosts).toEqual([]);
    await again.release(workspace.useId);
    await again.close();
    await release(workspace);
    await fixture.workspaces.close();
  });
});
