// Finds the patches that plans name: files of the project with a unified diff.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { PatchLookup } from '../../shared/plan/patch-file.ts';
import { isBelow } from './find-policy.ts';

export interface PatchPlaces {
  /** Root of the project's repository. */
  readonly root: string;
  /** What is wrong with the words of a patch, as a sentence; null where it can be read. */
  readonly judge: (diff: Uint8Array) => string | null;
}

export function patchLookup({ root, judge }: PatchPlaces): PatchLookup {
  return (name) => {
    if (!isBelow(root, name)) return { file: name, problem: 'It does not lie in the project.' };
    const read = readBounded(join(root, name));
    if (typeof read === 'string') return { file: name, problem: read };
    const problem = judge(read);
    return problem === null ? { file: name, base64: read.toString('base64') } : { file: name, problem };
  };
}

/** Its bytes, or why there are none. Never more than the limit is read. */
export function readBounded(path: string): Buffer | string {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).`;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return 'It is no file.';
    const buffer = Buffer.alloc(Math.min(stat.size, LIMITS.patchMaxBytes) + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = readSync(handle, buffer, length, buffer.length - length, null);
    if (length > LIMITS.patchMaxBytes) return `It has more than ${LIMITS.patchMaxBytes} bytes.`;
    return buffer.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}
