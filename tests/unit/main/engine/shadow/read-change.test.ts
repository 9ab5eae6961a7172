// Diffs as spans: context is no change, an empty side stands at its place.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readChange } from '../../../../../src/main/engine/shadow/read-change.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-spans-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The diff that git makes of two texts of one file. */
function gitDiff(before: string, after: string): Uint8Array {
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', dir, ...args]);
  git('init', '-q');
  writeFileSync(join(dir, 'a.txt'), before);
  git('add', '-A');
  writeFileSync(join(dir, 'a.txt'), after);
  return git('diff', '--full-index', '--binary');
}

it('every run of changed lines is a span of its own, in both countings', () => {
  const diff = gitDiff('1\n2\n3\n4\n5\n6\n7\n8\n', '1\nzwei\n3\n4\nnew\n5\n6\n8\n');
  expect(readChange(diff)?.files).toEqual([
    {
      path: 'a.txt',
      oldPath: 'a.txt',
      isDeleted: false,
      spans: [
        { oldStart: 2, oldEnd: 3, newStart: 2, newEnd: 3 },
        { oldStart: 5, oldEnd: 5, newStart: 5, newEnd: 6 },
        { oldStart: 7, oldEnd: 8, newStart: 8, newEnd: 8 },
      ],
    },
  ]);
  expect([...(readChange(diff)?.added ?? [])]).toEqual([['a.txt', ['zwei', 'new']]]);
});

it('a file without a last line feed, and what is no diff', () => {
  const diff = gitDiff('1\n2', '1\n2\n');
  expect(readChange(diff)?.files[0]?.spans).toEqual([{ oldStart: 2, oldEnd: 3, newStart: 2, newEnd: 3 }]);
  expect(readChange(new TextEncoder().encode('no diff'))).toBeNull();
});
