// Reads a patch that a person names: a file, or what comes in at standard input.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Invocation } from './cli-options.ts';
import { findInput } from './find-input.ts';

/** Throws `E_FILE_UNREADABLE`, and `E_PATCH_TOO_LARGE` before more than the limit is read. */
export async function readPatchFile(call: Pick<Invocation, 'ports' | 'projectDir'>, name: string): Promise<Buffer> {
  if (name !== '-') return readBounded(findInput(call, name));
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    bytes += part.length;
    if (bytes > LIMITS.patchMaxBytes) throw tooLarge('Standard input');
  }
  return Buffer.concat(parts);
}

function readBounded(file: string): Buffer {
  const handle = open(file);
  try {
    if (!fstatSync(handle).isFile()) throw unreadable(file, 'it is no file');
    const buffer = Buffer.alloc(Math.min(fstatSync(handle).size, LIMITS.patchMaxBytes) + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = readSync(handle, buffer, length, buffer.length - length, null);
    if (length > LIMITS.patchMaxBytes) throw tooLarge(file);
    return buffer.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw unreadable(file, code === 'ENOENT' ? 'there is no such file' : code);
  }
}

function unreadable(file: string, why: string): PatchbayError {
  const advice = 'Name a file with a unified diff, such as `git diff > change.patch` writes.';
  return new PatchbayError('E_FILE_UNREADABLE', `${file} cannot be read: ${why}.`, advice, { file });
}

function tooLarge(what: string): PatchbayError {
  const message = `${what} has more than ${LIMITS.patchMaxBytes} bytes.`;
  return new PatchbayError('E_PATCH_TOO_LARGE', message, 'Split the patch.', { limit: LIMITS.patchMaxBytes });
}
