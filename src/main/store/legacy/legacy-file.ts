// The file of an old database before SQLite opens it: what it is, whether it may be written, and its hash.
import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { IS_IT, notUsable } from './legacy-problem.ts';

export interface LegacyFile {
  /** Absolute, with no link on the way: what is replaced must be the file itself. */
  readonly path: string;
  readonly bytes: number;
  /** The first 100 bytes. */
  readonly header: Uint8Array;
  /** A program may have left pages beside the file, or keeps a write-ahead log. */
  readonly hasCompanions: boolean;
  readonly isWal: boolean;
}

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const LEDGER_ID = 0x50_42_4c_44;

/** Throws what makes the file unusable; opens no connection and changes nothing. */
export function inspectLegacyFile(given: string): LegacyFile {
  if (!existsSync(given))
    throw new PatchbayError('E_FILE_UNREADABLE', `There is no file ${given}`, 'Check the path.', { file: given });
  const path = realpathSync(given);
  const stat = statSync(path);
  if (!stat.isFile())
    throw new PatchbayError('E_FILE_UNREADABLE', `${given} is no file`, 'Name the database itself.', { file: given });
  if (stat.size === 0) throw notUsable(path, 'is empty: 0 bytes', 'Check the path.');
  const header = readHeader(path);
  const text = Buffer.from(header.subarray(0, MAGIC.length)).toString('latin1');
  if (text !== MAGIC) throw notUsable(path, `is no SQLite database: it begins with ${JSON.stringify(text)}`, IS_IT);
  if (Buffer.from(header).readUInt32BE(68) === LEDGER_ID)
    throw notUsable(
      path,
      'is a ledger of Patchbay',
      'It has ULIDs from the start; name the database of the old pipeline.',
    );
  const isWal = header[18] === 2 || header[19] === 2;
  const hasCompanions = holdsPages(`${path}-wal`) || holdsPages(`${path}-journal`);
  return { path, bytes: stat.size, header, hasCompanions, isWal };
}

/** SQLite leaves a journal that begins with a zero: there is nothing in it to undo. */
function holdsPages(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0 && readHeader(path)[0] !== 0;
}

/** File and folder must allow what a migration does; asked of the permissions, so that root is told as well. */
export function refuseReadOnly({ path }: LegacyFile): void {
  const anybody = 0o222;
  if ((statSync(path).mode & anybody) === 0)
    throw notUsable(path, 'is write-protected', 'Allow writing to it (`chmod u+w`), or work on a copy.');
  const folder = dirname(path);
  if (process.platform !== 'win32' && (statSync(folder).mode & anybody) === 0)
    throw notUsable(path, 'lies in a write-protected folder', 'The backup has to lie beside it; or work on a copy.');
}

export function refuseFullDisk(file: string, needed: number): void {
  const { bavail, bsize } = statfsSync(dirname(file));
  const free = bavail * bsize;
  if (free >= needed) return;
  const message = `There is too little space for ${file}: ${megabytes(free)} free, ${megabytes(needed)} needed`;
  throw new PatchbayError('E_DISK', message, 'Nothing was changed. Free some space, then try again.', { free, needed });
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** No connection of this process may be open on the file: closing it here would drop the locks of that one. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

export function readHeader(path: string): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  return header;
}

export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A rename lasts through a power cut when the folder is on disk as well; Windows cannot and need not do that. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
