// Which migrated databases a project shows the runs of: a small file in the project's folder of the data folder.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';

export interface LegacyRegistry {
  /** Absolute paths, oldest first. */
  databases(): readonly string[];
  add(database: string): void;
  remove(database: string): void;
}

const MOST = 100;

/** An engine may run meanwhile: it neither reads nor writes this file. */
export function legacyRegistry(file: string): LegacyRegistry {
  const databases = () => (existsSync(file) ? readList(file) : []);
  return {
    databases,
    add: (database) => {
      const known = databases();
      if (known.includes(database)) return;
      if (known.length >= MOST) throw full(file);
      writeList(file, [...known, database]);
    },
    remove: (database) => {
      const known = databases();
      if (known.includes(database))
        writeList(
          file,
          known.filter((each) => each !== database),
        );
    },
  };
}

function readList(file: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'databases') : undefined;
    if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list;
  } catch {
    // Said below, like any other content that is not ours.
  }
  const advice = 'Delete the file, then run `migrate-legacy … --apply` again for each database.';
  throw new PatchbayError('E_FILE_UNREADABLE', `${file} does not list databases`, advice, { file });
}

function writeList(file: string, databases: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, `${JSON.stringify({ databases }, null, 2)}\n`);
  renameSync(`${file}.partial`, file);
}

function full(file: string): PatchbayError {
  const advice = `Take one out of ${file} first.`;
  return new PatchbayError('E_LIMIT', `A project shows at most ${MOST} old databases`, advice, { file });
}
