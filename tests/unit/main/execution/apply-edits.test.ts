// Edits stay inside the workspace, and say which of them could not be made.
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/main/execution/apply-edits.ts';
import { writeFiles } from '../../../fakes/workspace-fixture.ts';

let folder: string;
let work: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-edits-'));
  work = join(folder, 'work');
  writeFiles(work, { 'a.txt': 'one two one\n', 'src/b.txt': 'b\n', '.git/config': '' });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const read = (path: string): string => readFileSync(join(work, path), 'utf8');

describe('applyEdits', () => {
  it('writes, appends, replaces the first occurrence, moves and deletes, in order', async () => {
    await applyEdits(work, [
      { write: 'new/deep/file.txt', text: 'new\n' },
      { append: 'new/deep/file.txt', text: 'more\n' },
      { append: 'fresh.txt', text: 'fresh\n' },
      { replace: 'a.txt', find: 'one', with: '$& 1' },
      { move: 'src/b.txt', to: 'lib/b.txt' },
      { delete: 'src' },
    ]);
    expect([read('new/deep/file.txt'), read('fresh.txt'), read('a.txt')]).toEqual([
      'new\nmore\n',
      'fresh\n',
      '$& 1 two one\n',
    ]);
    expect([read('lib/b.txt'), existsSync(join(work, 'src'))]).toEqual(['b\n', false]);
  });

  it('leaves every other byte of a file alone, whatever its encoding', async () => {
    writeFileSync(join(work, 'latin1.txt'), Buffer.from('caf\xe9 one\r\n', 'latin1'));
    await applyEdits(work, [
      { replace: 'latin1.txt', find: 'one', with: 'two' },
      { append: 'latin1.txt', text: 'é\n' },
    ]);
    const after = readFileSync(join(work, 'latin1.txt'));
    expect(after).toEqual(Buffer.concat([Buffer.from('caf\xe9 two\r\n', 'latin1'), Buffer.from('é\n')]));
  });

  const OUTSIDE = [
    '/etc/x',
    '../x',
    'a/../../x',
    '..\\x',
    'C:\\x',
    '',
    '.git/hooks/x',
    '.GIT/x',
    'sub/.git/x',
    '.git./x',
    'a\0b',
    '.',
  ];
  it.each(OUTSIDE)('refuses %j with the place of the edit', async (path) => {
    const edits = [
      { write: 'ok.txt', text: '' },
      { write: path, text: 'x' },
    ];
    await expect(applyEdits(work, edits)).rejects.toMatchObject({
      code: 'E_SCRIPT',
      message: /^Edit 2 \(write\)/,
      values: { edit: 2 },
    });
    expect(existsSync(join(work, 'ok.txt'))).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('follows no link out of the workspace, and none into the decoy', async () => {
    writeFileSync(join(folder, 'precious'), 'precious');
    symlinkSync(folder, join(work, 'up'));
    symlinkSync(join(folder, 'precious'), join(work, 'link'));
    symlinkSync(join(folder, 'not-yet'), join(work, 'dangling'));
    symlinkSync('.git', join(work, 'innocent'));
    symlinkSync('src', join(work, 'inside'));
    for (const path of ['up/x', 'link', 'dangling', 'innocent/config', 'up/precious']) {
      await expect(applyEdits(work, [{ write: path, text: 'x' }]), path).rejects.toMatchObject({ code: 'E_SCRIPT' });
    }
    await expect(applyEdits(work, [{ move: 'a.txt', to: 'up/a.txt' }])).rejects.toMatchObject({ code: 'E_SCRIPT' });
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('precious');
    await applyEdits(work, [{ write: 'inside/b.txt', text: 'by link\n' }]);
    expect(read('src/b.txt')).toBe('by link\n');
  });

  it.each([
    [{ delete: 'missing' }],
    [{ move: 'missing', to: 'x' }],
    [{ replace: 'missing', find: 'a', with: 'b' }],
    [{ replace: 'a.txt', find: 'absent', with: 'b' }],
    [{ write: 'a.txt/inner', text: '' }],
    [{ append: 'src', text: '' }],
  ])('refuses %j with advice', async (edit) => {
    await expect(applyEdits(work, [edit])).rejects.toMatchObject({ code: 'E_SCRIPT', advice: /Correct the edit/ });
  });
});
