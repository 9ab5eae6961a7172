// What is said about the user's repository: what works, with a word, and what does not, with advice.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectRepository } from '../../../../../src/main/integration/git/inspect-repository.ts';
import { gitIn, type TempRepository, tempRepository } from '../../../../fakes/temp-repository.ts';

const made: TempRepository[] = [];
function repository(name?: string): TempRepository {
  const one = tempRepository(name);
  made.push(one);
  return one;
}
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

describe('inspectRepository', () => {
  it('finds root, branch and head from a folder inside, whatever the path is called', async () => {
    const repo = repository('mein Ördner');
    const head = repo.commit({ 'src/a.txt': 'a\n' });
    const facts = await inspectRepository(join(repo.root, 'src'));
    expect(facts).toMatchObject({ root: repo.root, head, branch: 'refs/heads/main', dirtyFiles: 0, notes: [] });
  });

  it('says no to a plain folder, a missing one, a bare and an empty repository', async () => {
    const repo = repository();
    await expect(inspectRepository(repo.root)).rejects.toMatchObject({ code: 'E_EMPTY_REPOSITORY' });
    await expect(inspectRepository(join(repo.root, 'gone'))).rejects.toMatchObject({ code: 'E_NOT_A_REPOSITORY' });
    mkdirSync(join(repo.folder, 'plain'));
    await expect(inspectRepository(join(repo.folder, 'plain'))).rejects.toMatchObject({ code: 'E_NOT_A_REPOSITORY' });
    gitIn(repo.folder, ['init', '-q', '--bare', 'bare.git']);
    await expect(inspectRepository(join(repo.folder, 'bare.git'))).rejects.toMatchObject({ code: 'E_BARE_REPOSITORY' });
  });

  it('notes a detached head, a dirty checkout and a merge under way', async () => {
    const repo = repository();
    const first = repo.commit({ 'a.txt': 'a\n' });
    repo.git('checkout', '-q', '--detach');
    writeFileSync(join(repo.root, 'a.txt'), 'changed\n');
    writeFileSync(join(repo.root, 'new.txt'), 'new\n');
    writeFileSync(join(repo.root, '.git', 'MERGE_HEAD'), `${first}\n`);
    const facts = await inspectRepository(repo.root);
    expect(facts).toMatchObject({ branch: null, dirtyFiles: 2 });
    expect(facts.notes.join('\n')).toMatch(/Detached head[\s\S]*2 changed or untracked[\s\S]*merge is under way/);
  });

  it('names submodules and says that they are left out', async () => {
    const inner = repository('inner');
    const commit = inner.commit({ 'a.txt': 'a\n' });
    const repo = repository();
    repo.commit({ 'a.txt': 'a\n' });
    repo.git('update-index', '--add', '--cacheinfo', `160000,${commit},libs/inner`);
    repo.git('commit', '-q', '-m', 'submodule');
    const facts = await inspectRepository(repo.root);
    expect(facts.submodules).toEqual(['libs/inner']);
    expect(facts.notes.join('\n')).toContain('Submodules are left out');
  });
});
