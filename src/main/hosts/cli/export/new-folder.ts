// A new folder that appears under its name only when it is complete; nothing that exists is ever touched.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PatchbayError } from '../../../../shared/lib/errors.ts';
import { usage } from '../report-error.ts';

/** Throws `E_USAGE` when `target` exists and `E_DISK` when the disk refuses; what was begun is removed then. */
export async function newFolder<T>(target: string, fill: (folder: string) => Promise<T>): Promise<T> {
  refuseExisting(target);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  try {
    mkdirSync(partial, { recursive: true });
    const made = await fill(partial);
    // A folder without files would be replaced silently by the renaming.
    refuseExisting(target);
    renameSync(partial, target);
    return made;
  } catch (thrown) {
    rmSync(partial, { recursive: true, force: true });
    throw diskError(thrown, target);
  }
}

/** `wanted`, or the first of `wanted-2`, `wanted-3`, … that does not exist yet. */
export function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; existsSync(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

function refuseExisting(target: string): void {
  if (!existsSync(target)) return;
  throw usage(`${target} exists already`, 'Nothing was written. Name a folder that does not exist yet with --out.');
}

/** What Node says about a file carries the name of the system call; everything else is not about the disk. */
function diskError(thrown: unknown, target: string): unknown {
  if (!(thrown instanceof Error) || typeof Reflect.get(thrown, 'syscall') !== 'string') return thrown;
  const advice = 'Nothing was left behind. Check that there is space and that the folder above is yours to write.';
  return new PatchbayError('E_DISK', `The folder ${target} could not be written: ${thrown.message}`, advice, {
    target,
  });
}
