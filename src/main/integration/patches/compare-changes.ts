// Holds the text of a diff to the change list of its trees: what a person reads is what would be committed.
import type { FileChange, Finding } from '../../../shared/domain/patch.ts';
import { objectOf, ZERO_OID } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { applyFile } from './apply-file.ts';
import type { ParsedFile } from './parsed-patch.ts';
import type { RawChange } from './raw-changes.ts';
import { finding } from './rule.ts';

const ADVICE =
  'The recorded diff does not describe the recorded result. Run the task again; keep this patch for a look.';
/** git calls a file binary by its first bytes only; a NUL anywhere is binary to us. */
const NUL = 0;

export interface Comparison {
  readonly files: readonly FileChange[];
  readonly findings: readonly Finding[];
}

interface Sides {
  readonly diff: Buffer;
  readonly parsed: readonly ParsedFile[];
  readonly raw: readonly RawChange[];
  readonly reader: ObjectReader;
}

/** The files are the trees'; the diff only adds line counts. A disagreement is an error finding. */
export async function compareChanges({ diff, parsed, raw, reader }: Sides): Promise<Comparison> {
  const texts = new Map(parsed.map((file) => [file.newPath ?? file.oldPath ?? '', file]));
  const findings: Finding[] = [];
  const files: FileChange[] = [];
  for (const change of raw) {
    const text = texts.get(change.path);
    texts.delete(change.path);
    if (text === undefined) {
      findings.push(disagreement(change.path, 'is changed in the result but not in the diff'));
    } else {
      const fault = contradiction(text, change) ?? (await unproven(diff, text, change, reader));
      if (fault !== null) findings.push(disagreement(change.path, fault));
    }
    files.push(fileOf(change, text, diff));
  }
  for (const path of texts.keys()) findings.push(disagreement(path, 'is changed in the diff but not in the result'));
  return { files, findings };
}

function disagreement(path: string, what: string): Finding {
  return finding({ rule: 'format', path }, `${JSON.stringify(path)} ${what}`, ADVICE);
}

function fileOf(change: RawChange, text: ParsedFile | undefined, diff: Buffer): FileChange {
  const binary = text !== undefined && (text.binary !== null || text.hunks.some(({ body }) => holdsNul(diff, body)));
  return { ...change, insertions: text?.insertions ?? 0, deletions: text?.deletions ?? 0, binary };
}

function holdsNul(diff: Buffer, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return diff.subarray(start, end).includes(NUL);
}

/** Path, kind, modes and object names; null where they agree. */
function contradiction(text: ParsedFile, change: RawChange): string | null {
  const oldPath = change.change === 'added' ? null : (change.oldPath ?? change.path);
  if (text.oldPath !== oldPath) return 'comes from another file in the diff than in the result';
  if (text.change !== change.change) return `is ${text.change} in the diff and ${change.change} in the result`;
  const modes = [text.oldMode ?? change.oldMode, text.newMode ?? change.newMode];
  if (change.change !== 'added' && modes[0] !== change.oldMode) return 'has another old mode in the diff';
  if (change.change !== 'deleted' && modes[1] !== change.newMode) return 'has another new mode in the diff';
  const said = text.newOid !== null;
  if (said && text.newOid !== change.newOid) return 'has another content in the diff than in the result';
  if (said && text.oldOid !== change.oldOid) return 'starts from another content in the diff than in the base';
  if (!said && change.oldOid !== change.newOid) return 'has content in the result that the diff does not show';
  return null;
}

/** Applies the hunks by our own applier and names the result: the diff must make exactly the blob of the tree. */
async function unproven(
  diff: Buffer,
  text: ParsedFile,
  change: RawChange,
  reader: ObjectReader,
): Promise<string | null> {
  if (text.hunks.length === 0 && text.binary === null) return null;
  const old = change.oldOid === ZERO_OID ? null : await reader.read(change.oldOid);
  if (change.oldOid !== ZERO_OID && old === null) return 'starts from a content that is missing';
  const made = applyFile(diff, text, old?.body ?? Buffer.alloc(0));
  if (made === null) return 'has a diff that does not fit its base';
  const oid = change.newOid === ZERO_OID ? (made.length === 0 ? ZERO_OID : '') : objectOf('blob', made).oid;
  return oid === change.newOid ? null : 'has a diff that makes another content than the result';
}
