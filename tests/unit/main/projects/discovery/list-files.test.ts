// The files of a repository, asked from git: with every name, up to a limit, without starting anything of the repository.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '../../../../../src/main/projects/discovery/list-files.ts';
import { git, put, repository, tempPlace } from '../temp-place.ts';

const place = tempPlace();

it('lists tracked and new files with their very names, and none that is ignored', async () => {
  const root = repository(join(place, 'names'), { '.gitignore': 'out/\n*.log\n', 'ä "b"/c\td.txt': '', 'z.txt': '' });
  put(root, { 'new.txt': '', 'out/x': '', 'a.log': '' });
  const { paths, cut } = await listFiles(root);
  expect([...paths].sort()).toEqual(['.gitignore', 'new.txt', 'z.txt', 'ä "b"/c\td.txt']);
  expect(cut).toBe(false);
});

it('lists a file in conflict once, and not what is inside another repository', async () => {
  const root = repository(join(place, 'conflict'), { 'a.txt': 'a\n' });
  git(root, 'checkout', '-qb', 'other');
  put(root, { 'a.txt': 'b\n' });
  git(root, 'commit', '-qam', 'b');
  git(root, 'checkout', '-q', 'main');
  put(root, { 'a.txt': 'c\n' });
  git(root, 'commit', '-qam', 'c');
  expect(() => git(root, 'merge', 'other')).toThrow();
  mkdirSync(join(root, 'inner'));
  git(join(root, 'inner'), 'init', '-q');
  put(root, { 'inner/x.txt': '' });
  expect((await listFiles(root)).paths).toEqual(['a.txt']);
});

it('stops at its limit and says so', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, '']));
  const root = repository(join(place, 'many'), files);
  const list = await listFiles(root, 100);
  expect(list.paths).toHaveLength(100);
  expect(list.cut).toBe(true);
  expect((await listFiles(root, 300)).cut).toBe(false);
});

// The monitor of this test is a shell script.
it.skipIf(process.platform === 'win32')('starts no file monitor that the repository configures', async () => {
  const root = repository(join(place, 'monitor'), { 'a.txt': '' });
  put(root, { 'monitor.sh': `#!/bin/sh\ntouch "${join(place, 'ran')}"\n` });
  git(root, 'update-index', '--chmod=+x', '--add', 'monitor.sh');
  git(root, 'checkout-index', '-f', 'monitor.sh');
  git(root, 'config', 'core.fsmonitor', './monitor.sh');
  await listFiles(root);
  expect(existsSync(join(place, 'ran'))).toBe(false);
});

it('says what git said where it cannot list', async () => {
  await expect(listFiles(place)).rejects.toMatchObject({
    code: 'E_GIT',
    message: expect.stringContaining('not a git'),
  });
  await expect(listFiles(join(place, 'nowhere'))).rejects.toMatchObject({ code: 'E_GIT' });
});
