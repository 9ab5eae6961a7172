// A repository has one key, however one comes to it.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectKey } from '../../../../src/main/projects/project-key.ts';
import { slug } from '../../../../src/main/projects/slug.ts';
import { git, put, tempPlace } from './temp-place.ts';

const place = tempPlace();

it('is the same from the root, a folder below, a worktree, and through a link', async () => {
  const root = join(place, 'Mój Projekt');
  put(root, { 'src/a.txt': 'a' });
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'a');
  git(root, 'worktree', 'add', '-q', '-b', 'other', join(place, 'other tree'));
  symlinkSync(root, join(place, 'link'), 'junction');
  const keys = await Promise.all(
    [root, join(root, 'src'), join(place, 'other tree'), join(place, 'link')].map((folder) => projectKey(folder)),
  );
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^moj-projekt-[0-9a-f]{12}$/);
});

it('differs for two repositories of one name', async () => {
  for (const parent of ['x', 'y']) {
    put(join(place, parent, 'app'), { 'a.txt': '' });
    git(join(place, parent, 'app'), 'init', '-q');
  }
  expect(await projectKey(join(place, 'x/app'))).not.toBe(await projectKey(join(place, 'y/app')));
});

it('refuses a folder outside any repository, and one that is not there', async () => {
  await expect(projectKey(place)).rejects.toMatchObject({ code: 'E_NOT_A_REPOSITORY' });
  await expect(projectKey(join(place, 'no'))).rejects.toMatchObject({
    code: 'E_NOT_A_REPOSITORY',
    message: expect.stringContaining('the folder does not exist'),
  });
});

it.skipIf(process.platform === 'win32')('refuses a path with a line break, and says so', async () => {
  const root = join(place, 'two\nlines');
  put(root, { 'a.txt': '' });
  git(root, 'init', '-q');
  await expect(projectKey(root)).rejects.toMatchObject({
    code: 'E_UNSUPPORTED_REPOSITORY',
    message: expect.stringContaining('line break'),
  });
});

it('a slug is safe as a folder name and never empty', () => {
  expect(slug('Tea & Käse!', 'x')).toBe('tea-kase');
  expect(slug('茶', 'project')).toBe('project');
  expect(slug('a'.repeat(100), 'x')).toHaveLength(40);
});
