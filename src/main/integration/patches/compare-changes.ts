// Holds the text of a diff to the change list of its trees: what a person reads is what would be committed.
import type { FileChange } from '../../../shared/domain/patch.ts';
import { ZERO_OID } from '../git/git-objects.ts';
import type { ParsedFile } from './parsed-patch.ts';
import type { RawChange } from './raw-changes.ts';
import type { Recomputed } from './recompute-result.ts';

/** git calls a file binary by its first bytes only; a NUL anywhere is binary to us. */
const NUL = 0;

export interface Disagreement {
  readonly path: string;
  /** The end of a sentence that begins with the path. */
  readonly what: string;
}

interface Sides {
  readonly diff: Buffer;
  readonly parsed: readonly ParsedFile[];
  readonly raw: readonly RawChange[];
}

/** The files are the trees'; the diff only adds line counts. */
export function describeFiles({ diff, parsed, raw }: Sides): readonly FileChange[] {
  const texts = textsOf(parsed);
  return raw.map((change) => {
    const text = texts.get(change.path);
    const binary = text !== undefined && (text.binary !== null || text.hunks.some(({ body }) => holdsNul(diff, body)));
    return { ...change, insertions: text?.insertions ?? 0, deletions: text?.deletions ?? 0, binary };
  });
}

/** Everything that the diff says otherwise than the trees, file by file. */
export function disagreements(
  parsed: readonly ParsedFile[],
  raw: readonly RawChange[],
  made: Recomputed['made'],
): readonly Disagreement[] {
  const texts = textsOf(parsed);
  const found = raw.flatMap((change) => {
    const what = disagreementOf(change, texts.get(change.path), made);
    return what === null ? [] : [{ path: change.path, what }];
  });
  const changed = new Set(raw.map(({ path }) => path));
  const unchanged = [...texts.keys()].filter((path) => !changed.has(path));
  return [...found, ...unchanged.map((path) => ({ path, what: 'is changed in the diff but not in the result' }))];
}

function textsOf(parsed: readonly ParsedFile[]): ReadonlyMap<string, ParsedFile> {
  return new Map(parsed.map((file) => [file.newPath ?? file.oldPath ?? '', file]));
}

function holdsNul(diff: Buffer, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return diff.subarray(start, end).includes(NUL);
}

function disagreementOf(change: RawChange, text: ParsedFile | undefined, made: Recomputed['made']): string | null {
  if (text === undefined) return 'is changed in the result but not in the diff';
  const contradicted = contradiction(text, change);
  if (contradicted !== null) return contradicted;
  const result = made.get(change.path) ?? null;
  if (result === null) return 'has a diff that does not fit its base';
  const oid = result === 'gone' ? ZERO_OID : result.oid;
  return oid === change.newOid ? null : 'has a diff that makes another content than the result';
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
