// The objects of a repository: read through git, written as packs of our own.
import { Bug } from '../../../shared/lib/assert.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { RepositoryGit } from './create-git.ts';
import { bodyOf, type NewObject } from './git-objects.ts';
import { type ObjectReader, openObjectReader } from './object-reader.ts';
import { openPackStore } from './pack-store.ts';

export interface ObjectStore {
  readonly reader: ObjectReader;
  /** When it resolves, every object is durable and git was asked and has each as it was given. Rejects with `E_DISK` or `E_GIT`. */
  write(objects: readonly NewObject[]): Promise<void>;
  close(): Promise<void>;
}

interface ObjectStoreOptions {
  readonly git: RepositoryGit;
  readonly faults: Faults;
  readonly log: Log;
}

/** One per repository. Its processes start when they are needed. */
export function openObjectStore({ git, faults, log }: ObjectStoreOptions): ObjectStore {
  const reader = openObjectReader(git);
  const packs = openPackStore({ objectsDir: git.objectsDir, shadowDir: git.shadowDir, faults, log });
  return {
    reader,
    async write(objects) {
      await packs.write(objects);
      await expectWritten(reader, objects);
    },
    async close() {
      await packs.close();
      await reader.close();
    },
  };
}

/** Read back through git: what it will give to others is what was meant, or the program is wrong. */
async function expectWritten(reader: ObjectReader, objects: readonly NewObject[]): Promise<void> {
  const found = await Promise.all(objects.map(({ oid }) => reader.read(oid)));
  const wrong = objects.find((object, at) => found[at]?.body.equals(bodyOf(object)) !== true);
  if (wrong !== undefined) throw new Bug(`git does not have the object ${wrong.oid} as it was written`);
}
