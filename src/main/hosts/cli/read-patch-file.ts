// Reads a patch that a person names: a file, or what comes in at standard input.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { readBounded } from '../../projects/find-patch.ts';
import type { Invocation } from './cli-options.ts';
import { findInput } from './find-input.ts';

/** Throws `E_FILE_UNREADABLE`, and `E_PATCH_TOO_LARGE` before more than the limit is read. */
export async function readPatchFile(call: Pick<Invocation, 'ports' | 'projectDir'>, name: string): Promise<Buffer> {
  if (name === '-') return readInput();
  const file = findInput(call, name);
  const read = readBounded(file);
  if (typeof read !== 'string') return read;
  const advice = 'Name a file with a unified diff, such as `git diff > change.patch` writes.';
  throw new PatchbayError('E_FILE_UNREADABLE', `${file} cannot be used. ${read}`, advice, { file });
}

async function readInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    bytes += part.length;
    if (bytes > LIMITS.patchMaxBytes) {
      const message = `Standard input has more than ${LIMITS.patchMaxBytes} bytes.`;
      throw new PatchbayError('E_PATCH_TOO_LARGE', message, 'Split the patch.', { limit: LIMITS.patchMaxBytes });
    }
  }
  return Buffer.concat(parts);
}
