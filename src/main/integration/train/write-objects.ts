// Writes loose objects durably: all files are synced together, then named, then their folders are synced together.
import { randomBytes } from 'node:crypto';
import { access, link, mkdir, open, rename, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { NewObject } from '../git/git-objects.ts';
import { syncFolder } from '../git/sync-folder.ts';

const compress = promisify(deflate);
/** Trees and commits are small; git's own default level costs more time than the bytes are worth. */
const LEVEL = 1;
const LINKLESS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV']);

/** When it resolves, every object is on the disk under its name. Never overwrites; rejects with `E_DISK`. */
export async function writeObjects(objectsDir: string, objects: readonly NewObject[]): Promise<void> {
  const unique = [...new Map(objects.map((object) => [object.oid, object])).values()];
  try {
    const folders = await Promise.all(unique.map((object) => writeObject(objectsDir, object)));
    // One sync each, all at once, so that the file system can join them in one journal commit.
    await Promise.all([...new Set(folders), objectsDir].map(syncFolder));
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message : String(thrown);
    const advice = 'Free some space or give Patchbay the right to write there, then resume.';
    throw new PatchbayError('E_DISK', `Objects could not be written to ${objectsDir}: ${cause}`, advice, {
      objectsDir,
    });
  }
}

/** Returns the object's folder, also when it was there already: a crash may have come before the folder's sync. */
async function writeObject(objectsDir: string, { oid, content }: NewObject): Promise<string> {
  const folder = join(objectsDir, oid.slice(0, 2));
  const path = join(folder, oid.slice(2));
  if (await isFresh(path)) return folder;
  await mkdir(folder, { recursive: true });
  // git's own prefix: `git gc` clears such files away after a crash.
  const temporary = join(folder, `tmp_obj_${randomBytes(6).toString('hex')}`);
  const handle = await open(temporary, 'wx', 0o444);
  try {
    await handle.writeFile(await compress(content, { level: LEVEL }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await giveName(temporary, path);
  return folder;
}

async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (thrown) {
    const code = codeOf(thrown);
    if (LINKLESS.has(code)) return rename(temporary, path);
    // Somebody else wrote the same content first.
    if (code !== 'EEXIST') throw thrown;
  }
  await unlink(temporary);
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** Whether the object is there; if so it is made young again, as git does, so that no `gc` takes it for old garbage. */
async function isFresh(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () =>
      access(path).then(
        () => true,
        () => false,
      ),
  );
}
