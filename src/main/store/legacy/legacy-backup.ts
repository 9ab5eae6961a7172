// Makes the backup of an old database beside it: copied page by page, checked, on disk, and only then under its name.
import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import { connectLegacy, type LegacyConnection } from './legacy-connection.ts';
import { hashFile, readHeader, syncFile, syncFolder } from './legacy-file.ts';
import { quote } from './quote-name.ts';

export interface BackupOrder {
  /** The database; a connection of the caller holds its write lock, so that nobody changes it meanwhile. */
  readonly file: string;
  /** Ends the name of the backup, for example `before-migration`. */
  readonly suffix: string;
  /** Header and hash of the file as it was before it was opened; null when its pages are not all in it. */
  readonly original: { readonly header: Uint8Array; readonly sha256: string } | null;
  /** Rows of each table that the copy must have. */
  readonly rows: ReadonlyMap<string, number>;
  readonly faults: Faults;
  readonly progress: (done: number, total: number) => void;
}

export interface Backup {
  readonly path: string;
  readonly sha256: string;
}

export async function backupLegacy(order: BackupOrder): Promise<Backup> {
  const { file, suffix, faults } = order;
  const partial = `${file}.${suffix}.partial`;
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(partial + end, { force: true });
  const source = connectLegacy({ file, readOnly: true, faults });
  try {
    await source.copyTo(partial, order.progress);
  } finally {
    source.close();
  }
  verifyCopy(partial, order);
  await takeHeader(partial, order.original);
  faults.at('sync the backup');
  syncFile(partial);
  const sha256 = await hashFile(partial);
  const path = await placeFor(`${file}.${suffix}`, sha256);
  faults.at('name the backup');
  if (existsSync(path)) rmSync(partial);
  else renameSync(partial, path);
  syncFolder(dirname(path));
  return { path, sha256 };
}

function verifyCopy(partial: string, { rows, faults, file }: BackupOrder): void {
  const copy = connectLegacy({ file: partial, readOnly: false, faults });
  try {
    const found = copy.value('PRAGMA integrity_check(1)');
    if (found !== 'ok') throw badCopy(file, String(found));
    for (const [table, count] of rows) {
      const copied = copy.value(`SELECT count(*) FROM ${quote(table)}`);
      if (copied !== count) throw badCopy(file, `${table} has ${String(copied)} rows instead of ${count}`);
    }
  } finally {
    copy.close();
  }
}

function badCopy(file: string, what: string): PatchbayError {
  const advice = 'Nothing was changed. Check the disk, then try again.';
  return new PatchbayError('E_DISK', `The backup of ${file} is not right: ${what}`, advice, { file, what });
}

/**
 * SQLite's copy has the same pages, but counts its changes anew in the header. With the header of the original the
 * copy is the original, byte for byte; where it is not (pages were in a log), the copy keeps its own header.
 */
async function takeHeader(partial: string, original: BackupOrder['original']): Promise<void> {
  if (original === null) return;
  const own = readHeader(partial);
  writeHeader(partial, original.header);
  if ((await hashFile(partial)) !== original.sha256) writeHeader(partial, own);
}

function writeHeader(file: string, header: Uint8Array): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, header, 0, header.byteLength, 0);
  } finally {
    closeSync(handle);
  }
}

/** The first free name, or that of an equal backup which an interrupted migration has left. */
async function placeFor(name: string, sha256: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(path)) return path;
    if (statSync(path).isFile() && (await hashFile(path)) === sha256) return path;
  }
}

/** The name under which a migrated database knows its backup: they may move together. */
export function backupNameOf({ path }: Backup): string {
  return basename(path);
}

export function rowsOf(
  db: LegacyConnection,
  tables: readonly { readonly name: string }[],
): ReadonlyMap<string, number> {
  return new Map(tables.map(({ name }) => [name, Number(db.value(`SELECT count(*) FROM ${quote(name)}`))]));
}
