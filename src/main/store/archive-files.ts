// Archives as compressed JSON Lines: first what it is, then a line for each event and each diff, as they lay in the ledger.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EventRow } from '../../shared/events/read-event.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { ArchivedRun, ArchiveFile, Archives } from '../../shared/ports/archives.ts';
import type { PatchBytes } from '../../shared/ports/patch-bytes.ts';
import { eventHash } from './event-hash.ts';

const FORM = 'patchbay/archive.v1';

type Line =
  | { readonly form: string; readonly run_id: string; readonly events: number; readonly patches: number }
  | { readonly event: EventRow }
  | { readonly patch_id: string; readonly sha256: string; readonly base64: string };

export function archiveFiles(folder: string): Archives {
  return {
    write: (run) => {
      const content = gzipSync(textOf(run));
      const last = run.events.at(-1)?.seq ?? 0;
      const file = `${run.runId}-${last}.jsonl.gz`;
      try {
        mkdirSync(folder, { recursive: true });
        writeDurably(join(folder, file), content);
      } catch (thrown) {
        throw diskError(thrown, folder);
      }
      return { file, sha256: sha256(content), bytes: content.byteLength };
    },
    read: (archive) => readArchive(folder, archive),
    remove: (file) => rmSync(join(folder, file), { force: true }),
  };
}

function textOf({ runId, events, patches }: ArchivedRun): string {
  const lines: Line[] = [{ form: FORM, run_id: runId, events: events.length, patches: patches.length }];
  for (const event of events) lines.push({ event });
  for (const { patchId, diff } of patches) {
    lines.push({ patch_id: patchId, sha256: sha256(diff), base64: Buffer.from(diff).toString('base64') });
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function writeDurably(file: string, content: Uint8Array): void {
  const partial = `${file}.partial`;
  const handle = openSync(partial, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, file);
}

function readArchive(folder: string, archive: ArchiveFile & { readonly runId: string }): ArchivedRun {
  const path = join(folder, archive.file);
  const refuse = (why: string) => damaged(path, archive.runId, why);
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (thrown) {
    throw refuse(`it cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  if (content.byteLength !== archive.bytes || sha256(content) !== archive.sha256)
    throw refuse('it is not the file that the ledger remembers: its hash does not fit');
  const [head, ...lines] = gunzipSync(content)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  if (head === undefined || !('form' in head) || head.form !== FORM)
    throw refuse('it has a form that is not known here');
  const events = lines.flatMap((line) => ('event' in line ? [line.event] : []));
  const patches = lines.flatMap((line) => ('patch_id' in line ? [line] : []));
  if (head.run_id !== archive.runId || head.events !== events.length || head.patches !== patches.length)
    throw refuse('it does not hold what its first line says');
  for (const event of events)
    if (eventHash(event) !== event.hash) throw refuse(`event ${event.seq} does not have its hash`);
  return { runId: archive.runId, events, patches: patches.map((patch) => bytesOf(patch, refuse)) };
}

function bytesOf(
  line: { readonly patch_id: string; readonly sha256: string; readonly base64: string },
  refuse: (why: string) => Error,
): PatchBytes {
  const diff = Buffer.from(line.base64, 'base64');
  if (sha256(diff) !== line.sha256) throw refuse(`the diff of patch ${line.patch_id} does not have its hash`);
  return { patchId: line.patch_id, diff };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function damaged(file: string, runId: string, why: string): PatchbayError {
  const message = `The archive of run ${runId} cannot be used: ${why} (${file})`;
  const advice = 'Nothing was changed. Put a copy of the file in its place; the rest of the project is not affected.';
  return new PatchbayError('E_ARCHIVE', message, advice, { file, runId });
}

function diskError(thrown: unknown, folder: string): unknown {
  if (!(thrown instanceof Error) || typeof Reflect.get(thrown, 'syscall') !== 'string') return thrown;
  const message = `The archive could not be written: ${thrown.message}`;
  return new PatchbayError('E_DISK', message, 'Nothing was moved. Free some space, then try again.', { folder });
}
