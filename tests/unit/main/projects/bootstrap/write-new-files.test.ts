// New files appear whole and all together, or not at all, and never over something.
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { writeNewFiles } from '../../../../../src/main/projects/bootstrap/write-new-files.ts';
import { put, tempPlace } from '../temp-place.ts';

const place = tempPlace();

function folder(name: string, files: Readonly<Record<string, string>> = { 'there.txt': 'there' }): string {
  const root = join(place, name);
  put(root, files);
  return root;
}

it('writes what is missing with its folders, keeps what is there, and leaves no draft behind', () => {
  const root = folder('usual');
  const files = [
    { path: 'there.txt', text: 'new' },
    { path: 'a/b/c.txt', text: 'ä' },
    { path: 'a/d.txt', text: '' },
  ];
  expect(writeNewFiles(root, files)).toEqual({ created: ['a/b/c.txt', 'a/d.txt'], skipped: ['there.txt'] });
  expect(readFileSync(join(root, 'there.txt'), 'utf8')).toBe('there');
  expect(readFileSync(join(root, 'a/b/c.txt'), 'utf8')).toBe('ä');
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['a', 'a/b', 'a/b/c.txt', 'a/d.txt', 'there.txt']);
  expect(writeNewFiles(root, files).created).toEqual([]);
});

it('takes back everything when one of them cannot be written', () => {
  const root = folder('half', { file: 'x' });
  const files = [
    { path: 'one.txt', text: '1' },
    { path: 'new/two.txt', text: '2' },
    { path: 'file/three.txt', text: '3' },
  ];
  expect(() => writeNewFiles(root, files)).toThrowError(
    expect.objectContaining({ code: 'E_DISK', message: expect.stringContaining('is no folder') }),
  );
  expect(readdirSync(root)).toEqual(['file']);
});

// Windows keeps rights elsewhere.
it.skipIf(process.platform === 'win32')('says so where it may not write', () => {
  const root = folder('locked');
  chmodSync(dirname(place), 0o755);
  chmodSync(root, 0o555);
  asOrdinaryUser(() => {
    expect(readFileSync(join(root, 'there.txt'), 'utf8')).toBe('there');
    expect(() => writeNewFiles(root, [{ path: 'a.txt', text: 'a' }])).toThrowError(
      expect.objectContaining({ code: 'E_DISK' }),
    );
  });
  chmodSync(root, 0o700);
  expect(existsSync(join(root, 'a.txt'))).toBe(false);
});

/** Root may write everywhere. */
function asOrdinaryUser(work: () => void): void {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    work();
  } finally {
    process.seteuid?.(0);
  }
}
