// Writes a file that a person named, and never over one that is there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { usage } from './report-error.ts';

/** Makes the folders above it. Throws E_USAGE where something stands there already, E_DISK where it cannot be written. */
export function writeNewFile(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flag: 'wx' });
  } catch (thrown) {
    const code = thrown instanceof Error ? Reflect.get(thrown, 'code') : undefined;
    if (code === 'EEXIST')
      throw usage(`${path} is there already`, 'Choose another name, or remove it first.', { path });
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new PatchbayError('E_DISK', `${path} cannot be written: ${why}`, 'Check the folder and its rights.', {
      path,
    });
  }
}
