// What the file system refuses is a fault of the machine with advice, never called a bug.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diskFault } from '../../../../src/shared/lib/disk-fault.ts';
import { asPatchbayError } from '../../../../src/shared/lib/errors.ts';

const systemError = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${code}: refused, ${syscall} '/x'`), { code, syscall });

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

it.each([
  ['ENOSPC', 'write', /space/],
  ['EROFS', 'open', /--data/],
  ['EACCES', 'mkdir', /--data/],
  ['ENOENT', 'mkdir', /--data/],
  ['EIO', 'fsync', /Check the disk/],
  ['EMFILE', 'open', /ulimit/],
])('%s of %s is a fault of the disk, with advice', (code, syscall, advice) => {
  expect(asPatchbayError(systemError(code, syscall))).toMatchObject({
    code: 'E_DISK',
    message: expect.stringContaining(`${code}: refused`),
    advice: expect.stringMatching(advice),
  });
});

it('a folder that cannot be made, because a file stands there, is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-disk-'));
  writeFileSync(join(folder, 'file'), '');
  const thrown = thrownBy(() => mkdirSync(join(folder, 'file', 'a', 'b'), { recursive: true }));
  expect(diskFault(thrown)?.message).toContain(join(folder, 'file'));
  rmSync(folder, { recursive: true });
});

it('a missing file, a refused connection and a plain error stay bugs', () => {
  const missing = thrownBy(() => readFileSync('/no/such/file'));
  for (const thrown of [missing, systemError('EACCES', 'connect'), new Error('EROFS: words only'), 'EROFS'])
    expect(asPatchbayError(thrown).code).toBe('E_INTERNAL');
});
