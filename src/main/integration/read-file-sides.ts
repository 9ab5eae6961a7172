// Both sides of one file of a patch, for the diff view.
import type { FileChange } from '../../shared/domain/patch.ts';
import type { FileSides } from '../../shared/ports/integration.ts';
import { ZERO_OID } from './git/git-objects.ts';
import type { ObjectReader } from './git/object-reader.ts';
import { applyFile, unapplyFile } from './patches/apply-file.ts';
import { parsePatch } from './patches/parse-patch.ts';

const MAX_BYTES = 1024 * 1024;
/** git's own measure of a binary file: a NUL among the first bytes. */
const SNIFFED_BYTES = 8000;
const PRUNED = 'This content is no longer in the repository (git removed it); the patch itself still holds it.';

type Side =
  | { readonly kind: 'content'; readonly body: Buffer }
  | { readonly kind: 'absent' }
  | { readonly kind: 'pruned' }
  | { readonly kind: 'hidden'; readonly note: string };

/** Where git let go of one side, it is computed from the other and the diff. */
export async function readFileSides(reader: ObjectReader, file: FileChange, diff: Uint8Array): Promise<FileSides> {
  if (file.binary) return { before: null, after: null, note: 'A binary file: its content is not shown.' };
  const found = await Promise.all([readSide(reader, file.oldOid), readSide(reader, file.newOid)]);
  const [before, after] = found.some((side) => side.kind === 'pruned') ? rebuild(found, file, diff) : found;
  return { before: textOf(before), after: textOf(after), note: noteOf(after) ?? noteOf(before) };
}

async function readSide(reader: ObjectReader, oid: string): Promise<Side> {
  if (oid === ZERO_OID) return { kind: 'absent' };
  const header = await reader.header(oid);
  if (header === null) return { kind: 'pruned' };
  if (header.type !== 'blob') return { kind: 'hidden', note: `A ${header.type}, not a file.` };
  if (header.bytes > MAX_BYTES) {
    return { kind: 'hidden', note: `Larger than 1 MiB (${header.bytes} bytes): not shown.` };
  }
  return shown((await reader.read(oid))?.body ?? Buffer.alloc(0));
}

function shown(body: Buffer): Side {
  if (body.length > MAX_BYTES) return { kind: 'hidden', note: `Larger than 1 MiB (${body.length} bytes): not shown.` };
  if (!body.subarray(0, SNIFFED_BYTES).includes(0)) return { kind: 'content', body };
  return { kind: 'hidden', note: 'A binary file: its content is not shown.' };
}

function rebuild([before, after]: readonly [Side, Side], file: FileChange, bytes: Uint8Array): readonly [Side, Side] {
  const diff = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parsed = parsePatch(diff);
  const text =
    parsed.kind === 'parsed' ? parsed.files.find((one) => (one.newPath ?? one.oldPath) === file.path) : undefined;
  if (text === undefined) return [before, after];
  const made = (body: Buffer | null): Side => (body === null ? { kind: 'pruned' } : shown(body));
  if (after.kind === 'pruned' && isKnown(before)) return [before, made(applyFile(diff, text, bodyOf(before)))];
  if (before.kind === 'pruned' && isKnown(after)) return [made(unapplyFile(diff, text, bodyOf(after))), after];
  return [before, after];
}

function isKnown(side: Side): boolean {
  return side.kind === 'content' || side.kind === 'absent';
}

function bodyOf(side: Side): Buffer {
  return side.kind === 'content' ? side.body : Buffer.alloc(0);
}

function textOf(side: Side): string | null {
  return side.kind === 'content' ? side.body.toString('utf8') : null;
}

function noteOf(side: Side): string | null {
  if (side.kind === 'hidden') return side.note;
  return side.kind === 'pruned' ? PRUNED : null;
}
