// Git as a port: which repositories it opens, and that nothing the user configured steers it.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createGit } from '../../../../../src/main/integration/git/create-git.ts';
import { parseGitVersion } from '../../../../../src/main/integration/git/git-version.ts';
import { directSpawn } from '../../../../fakes/direct-spawn.ts';
import { gitIn, type TempRepository, tempRepository } from '../../../../fakes/temp-repository.ts';

const made: TempRepository[] = [];
const PATH = process.env.PATH ?? '';

function repository(name?: string, args?: readonly string[]): TempRepository {
  const one = tempRepository(name, args);
  made.push(one);
  return one;
}

const open = (repo: TempRepository, root = repo.root, env: Record<string, string> = { PATH }) =>
  createGit({ repositoryRoot: root, shadowDir: join(repo.folder, 'shadow'), spawn: directSpawn(), env });

afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

describe('createGit', () => {
  it('opens a path with spaces and non-ASCII letters, also from a folder inside', async () => {
    const repo = repository('Über änderung');
    repo.commit({ 'ordner/a.txt': 'a\n' });
    const git = await open(repo, join(repo.root, 'ordner'));
    expect(git.layout.root).toBe(repo.root);
    expect(git.objectsDir).toBe(join(repo.root, '.git', 'objects'));
  });

  it('opens a linked worktree and one whose git directory is elsewhere', async () => {
    const repo = repository();
    repo.commit({ 'a.txt': 'a\n' });
    repo.git('worktree', 'add', '-q', '../linked');
    const linked = await open(repo, join(repo.folder, 'linked'));
    expect(linked.objectsDir).toBe(join(repo.root, '.git', 'objects'));
    expect(await linked.text(['rev-parse', 'refs/heads/linked'], { on: 'repository' })).toBe(
      repo.git('rev-parse', 'HEAD'),
    );
    const apart = repository('apart', ['--separate-git-dir', join(repo.folder, 'apart.git')]);
    apart.commit({ 'a.txt': 'a\n' });
    expect((await open(apart)).objectsDir).toBe(join(repo.folder, 'apart.git', 'objects'));
  });

  it('reads objects that the repository borrows from another one', async () => {
    const lender = repository('lender');
    const commit = lender.commit({ 'a.txt': 'a\n' });
    gitIn(lender.folder, ['clone', '-q', '--shared', lender.root, 'borrower']);
    const git = await open(lender, join(lender.folder, 'borrower'));
    expect(await git.text(['cat-file', '-t', commit], { on: 'shadow' })).toBe('commit');
  });

  it('refuses what is no repository, a bare one, a sha256 one and a partial clone, each by name', async () => {
    const repo = repository();
    repo.commit({ 'a.txt': 'a\n' });
    mkdirSync(join(repo.folder, 'plain'));
    await expect(open(repo, join(repo.folder, 'plain'))).rejects.toMatchObject({ code: 'E_NOT_A_REPOSITORY' });
    gitIn(repo.folder, ['clone', '-q', '--bare', repo.root, 'bare.git']);
    await expect(open(repo, join(repo.folder, 'bare.git'))).rejects.toMatchObject({ code: 'E_BARE_REPOSITORY' });
    const sha256 = repository('sha256', ['--object-format=sha256']);
    await expect(open(sha256)).rejects.toMatchObject({ code: 'E_UNSUPPORTED_REPOSITORY' });
    repo.git('config', 'remote.origin.promisor', 'true');
    await expect(open(repo)).rejects.toMatchObject({ code: 'E_UNSUPPORTED_REPOSITORY' });
  });

  it('says how to get git where there is none', async () => {
    const repo = repository();
    const failure = open(repo, repo.root, { PATH: '/nowhere' });
    await expect(failure).rejects.toMatchObject({
      code: 'E_GIT_MISSING',
      advice: expect.stringContaining('git-scm.com'),
    });
  });

  it('ignores hooks, attributes, filters and inherited variables', async () => {
    const repo = repository();
    const commit = repo.commit({ '.gitattributes': '*.txt filter=evil text eol=crlf\n', 'a.txt': 'a\n' });
    const mark = join(repo.folder, 'ran');
    repo.git('config', 'filter.evil.smudge', `touch ${mark}`);
    repo.git('config', 'core.fsmonitor', `touch ${mark}`);
    mkdirSync(join(repo.root, '.git', 'hooks'), { recursive: true });
    const hook = join(repo.root, '.git', 'hooks', 'reference-transaction');
    writeFileSync(hook, `#!/bin/sh\ntouch ${mark}\n`);
    chmodSync(hook, 0o755);
    const git = await open(repo, repo.root, { PATH, GIT_DIR: '/nowhere', GIT_CONFIG_COUNT: 'x' });
    await git.run(['update-ref', 'refs/patchbay/x', commit], { on: 'repository' });
    const workTree = join(repo.folder, 'work');
    mkdirSync(workTree);
    const call = { on: 'shadow', workTree, indexFile: join(repo.folder, 'index') } as const;
    await git.run(['read-tree', commit], call);
    await git.run(['checkout-index', '-a'], call);
    expect(readFileSync(join(workTree, 'a.txt'), 'utf8')).toBe('a\n');
    expect(existsSync(mark)).toBe(false);
  });

  it('rejects with the exit code and what git said, unless that code was an answer', async () => {
    const repo = repository();
    repo.commit({ 'a.txt': 'a\n' });
    const git = await open(repo);
    const failure = git.run(['rev-parse', '--verify', 'nothing'], { on: 'repository' });
    await expect(failure).rejects.toMatchObject({ code: 'E_GIT', values: { exitCode: 128 } });
    const answer = git.run(['rev-parse', '--verify', '--quiet', 'nothing'], { on: 'repository', ok: [1] });
    await expect(answer).resolves.toMatchObject({ exitCode: 1 });
  });
});

describe('parseGitVersion', () => {
  it('reads the versions of every system and nothing else', () => {
    expect(parseGitVersion('git version 2.39.5')).toEqual({ major: 2, minor: 39 });
    expect(parseGitVersion('git version 2.45.1.windows.1')).toEqual({ major: 2, minor: 45 });
    expect(parseGitVersion('git version 2.39.5 (Apple Git-154)')).toEqual({ major: 2, minor: 39 });
    expect(parseGitVersion('command not found')).toBeNull();
  });
});
