// Snapshots as files beside the ledger: each names its build, its event and the hash of its bytes, or it does not count.
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { LIMITS } from '../../shared/domain/limits.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Snapshot, SnapshotPlace, Snapshots } from '../../shared/ports/snapshots.ts';

export interface SnapshotFilesOptions {
  readonly folder: string;
  /** Names the build that packs and unpacks: a snapshot of another one is ignored. Asked for when a file is met. */
  readonly shape: () => string;
}

/** First line of a file, padded with spaces; the packed state follows. */
const HEADER_BYTES = 512;
const NAME = /^([0-9A-Z]{26})-(\d{16})\.snapshot$/;

interface Header extends SnapshotPlace {
  readonly shape: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function snapshotFiles({ folder, shape }: SnapshotFilesOptions): Snapshots {
  const load = (file: string, wanted: Pick<SnapshotPlace, 'runId' | 'seq'>): Snapshot | null => {
    try {
      const content = readFileSync(join(folder, file));
      const header = readHeader(content);
      const body = content.subarray(HEADER_BYTES);
      if (header.shape !== shape() || header.runId !== wanted.runId || header.seq !== wanted.seq) return null;
      if (header.bytes !== body.byteLength || header.sha256 !== sha256(body)) return null;
      return { runId: header.runId, seq: header.seq, hash: header.hash, state: deserialize(body) };
    } catch {
      return null; // gone, cut off or not ours: the events say the same, only slower
    }
  };
  return {
    newest: (runId, upTo) => {
      for (const { file, seq } of list(folder, runId).toReversed()) {
        const found = seq <= upTo ? load(file, { runId, seq }) : null;
        if (found !== null) return found;
      }
      return null;
    },
    places: (runId) =>
      list(folder, runId).flatMap(({ file, seq }) => {
        const found = load(file, { runId, seq });
        return found === null ? [] : [{ runId, seq, hash: found.hash }];
      }),
    write: (snapshot) => {
      try {
        mkdirSync(folder, { recursive: true });
        writeFile(folder, snapshot, shape());
        thinOut(folder, snapshot.runId);
      } catch (thrown) {
        throw diskError(thrown, folder);
      }
    },
    drop: (runId) => {
      for (const { file } of list(folder, runId)) rmSync(join(folder, file), { force: true });
    },
  };
}

function list(folder: string, runId: string): readonly { readonly file: string; readonly seq: number }[] {
  return names(folder)
    .flatMap((file) => {
      const [, ofRun, seq] = NAME.exec(file) ?? [];
      return ofRun === runId ? [{ file, seq: Number(seq) }] : [];
    })
    .sort((a, b) => a.seq - b.seq);
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no folder, no snapshots
  }
}

function readHeader(content: Uint8Array): Header {
  const parsed: Header = JSON.parse(new TextDecoder().decode(content.subarray(0, HEADER_BYTES)));
  return parsed; // every field is compared with what it must be before anything is believed
}

/** Appears under its name only when it is complete and on disk. */
function writeFile(folder: string, { runId, seq, hash, state }: Snapshot, shape: string): void {
  const body = serialize(state);
  const header: Header = { runId, seq, hash, shape, bytes: body.byteLength, sha256: sha256(body) };
  const file = join(folder, `${runId}-${String(seq).padStart(16, '0')}.snapshot`);
  const partial = `${file}.${process.pid}.partial`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeAll(handle, Buffer.from(JSON.stringify(header).padEnd(HEADER_BYTES)));
    writeAll(handle, body);
    fsyncSync(handle);
  } catch (thrown) {
    closeSync(handle);
    rmSync(partial, { force: true });
    throw thrown;
  }
  closeSync(handle);
  renameSync(partial, file);
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at);
}

/** The newest stays, and older ones while they are few and small: they make going back in time quick. */
function thinOut(folder: string, runId: string): void {
  let bytes = 0;
  for (const [age, { file }] of list(folder, runId).toReversed().entries()) {
    bytes += age === 0 ? 0 : statSync(join(folder, file)).size;
    if (age < LIMITS.snapshotsKept && bytes <= LIMITS.snapshotBytesKept) continue;
    rmSync(join(folder, file), { force: true });
  }
  for (const file of names(folder)) if (isForgotten(file)) rmSync(join(folder, file), { force: true });
}

/** What a writer that was killed left behind: only the owner of a project writes snapshots. */
function isForgotten(file: string): boolean {
  const pid = /\.snapshot\.(\d+)\.partial$/.exec(file)?.[1];
  return pid !== undefined && Number(pid) !== process.pid;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function diskError(thrown: unknown, folder: string): unknown {
  if (!(thrown instanceof Error) || typeof Reflect.get(thrown, 'syscall') !== 'string') return thrown;
  const message = `A snapshot could not be written: ${thrown.message}`;
  const advice = 'Nothing is lost: the run is replayed from its events instead. Free some space.';
  return new PatchbayError('E_DISK', message, advice, { folder });
}
