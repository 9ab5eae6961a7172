// Collects once what the rules look at: lines, names beside changed paths, contents of some files, calls, secrets.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { FileChange } from '../../../shared/domain/patch.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import { ZERO_OID } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { type ChangedLine, type ChangedLines, changedLines } from './changed-lines.ts';
import { readCode } from './code/read-code.ts';
import { findSecrets } from './find-secrets.ts';
import type { ParsedFile } from './parsed-patch.ts';
import { resultNames } from './result-names.ts';
import type { BinarySize, FileContents, PatchFacts, Rule } from './rule.ts';

export interface Judged {
  readonly diff: Buffer;
  readonly parsed: readonly ParsedFile[];
  readonly files: readonly FileChange[];
  readonly rules: readonly Rule[];
}

type Order = Pick<ValidateOrder, 'tree' | 'scope' | 'constraints'>;

/** All but what is said of the diff and of git's objects as such. */
export type GatheredFacts = Omit<PatchFacts, 'text' | 'unsound'>;

export async function gatherFacts(reader: ObjectReader, order: Order, judged: Judged): Promise<GatheredFacts> {
  const { diff, parsed, files, rules } = judged;
  const lines = changedLines(diff, parsed);
  const texts = await textsInBinaryForm(reader, files, parsed);
  const addedLines = texts.length === 0 ? lines.added : [...lines.added, ...texts];
  const paths = files.map((file) => file.path);
  const [names, contents, code, secrets, binaries] = await Promise.all([
    resultNames(reader, order.tree, paths),
    readContents(reader, files, rules),
    readCode({ reader, files, addedLines, context: hunkTexts(diff, parsed) }),
    findSecrets(addedLines),
    binarySizes(reader, files, parsed),
  ]);
  return {
    files,
    addedLines,
    removedLines: lines.removed,
    scope: order.scope,
    constraints: order.constraints,
    resultNames: names,
    contents,
    calls: code.calls,
    unreadCode: code.unread,
    secrets,
    binaries,
  };
}

/**
 * An attribute of the repository may make git carry text in its binary form, where no line could be seen. Of such a
 * file every line counts as added.
 */
async function textsInBinaryForm(
  reader: ObjectReader,
  files: readonly FileChange[],
  parsed: readonly ParsedFile[],
): Promise<ChangedLines['added']> {
  const packed = new Set(parsed.filter((file) => file.binary !== null).map((file) => file.newPath));
  const lines: ChangedLine[] = [];
  for (const { path, newOid } of files.filter((file) => packed.has(file.path))) {
    const text = await readText(reader, newOid);
    text?.split('\n').forEach((line, at) => {
      lines.push({ path, line: at + 1, text: line });
    });
  }
  return lines;
}

async function readContents(
  reader: ObjectReader,
  files: readonly FileChange[],
  rules: readonly Rule[],
): Promise<ReadonlyMap<string, FileContents>> {
  const wanted = files.filter((file) => rules.some((rule) => rule.reads?.(file) === true));
  const read = wanted.map(async ({ path, oldOid, newOid }) => {
    const [before, after] = await Promise.all([readText(reader, oldOid), readText(reader, newOid)]);
    return [path, { before, after }] as const;
  });
  return new Map(await Promise.all(read));
}

/** Null where there is no such file, it is too large, or holds a NUL. */
async function readText(reader: ObjectReader, oid: string): Promise<string | null> {
  if (oid === ZERO_OID) return null;
  const header = await reader.header(oid);
  if (header === null || header.type !== 'blob' || header.bytes > LIMITS.ruleFileBytes) return null;
  const body = (await reader.read(oid))?.body;
  return body === undefined || body.includes(0) ? null : body.toString('utf8');
}

/** What the diff shows of each file, unchanged lines included. */
function hunkTexts(diff: Buffer, parsed: readonly ParsedFile[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    parsed.map((file) => [
      file.newPath ?? file.oldPath ?? '',
      file.hunks.map(({ body }) => diff.toString('utf8', body.start, body.end)),
    ]),
  );
}

async function binarySizes(
  reader: ObjectReader,
  files: readonly FileChange[],
  parsed: readonly ParsedFile[],
): Promise<readonly BinarySize[]> {
  const texts = new Map(parsed.map((file) => [file.newPath ?? '', file]));
  const sized = files
    .filter((file) => file.binary && file.newOid !== ZERO_OID)
    .map(async ({ path, newOid }) => {
      const body = texts.get(path)?.binary?.body;
      const bytes = (await reader.header(newOid))?.bytes ?? 0;
      return { path, bytes, packedBytes: body === undefined ? bytes : body.end - body.start };
    });
  return Promise.all(sized);
}
