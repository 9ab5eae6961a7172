// The project's quarantine folder: the diff of each patch that broke a rule, as a file that people and programs can read.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { quarantineName } from '../../../shared/domain/quarantine.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';

/** Whole or not at all, and once: the bytes of a patch never change. Rejects with `E_LIMIT` when the folder is full. */
export function keepQuarantined(folder: string, patchId: string, diff: Uint8Array): void {
  const file = join(folder, quarantineName(patchId));
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = readdirSync(folder).length;
  if (kept >= LIMITS.quarantineFiles) {
    const advice = `Move files away from ${folder}. Nothing is lost: patchbay patch export ${patchId} gives the same bytes.`;
    throw new PatchbayError('E_LIMIT', `The quarantine folder holds ${kept} files, as many as it may.`, advice, {
      folder,
      patchId,
    });
  }
  const partial = `${file}.partial`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeFileSync(handle, diff);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
}
