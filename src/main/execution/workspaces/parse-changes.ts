// Reads git's own account of a change (`diff-tree --raw --numstat -z`) into file changes.

import type { ChangeKind, FileChange } from '../../../shared/domain/patch.ts';
import { Bug } from '../../../shared/lib/assert.ts';

const KINDS: Readonly<Record<string, ChangeKind>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'type_changed',
};

const COLON = ':'.charCodeAt(0);

interface Counts {
  readonly insertions: number;
  readonly deletions: number;
  readonly binary: boolean;
}

/** Parts the change list with its counts from the patch behind it, byte for byte: a patch may hold anything. */
export function splitAccount(output: Uint8Array): readonly [list: Uint8Array, diff: Uint8Array] {
  const bytes = Buffer.from(output.buffer, output.byteOffset, output.byteLength);
  let at = 0;
  const next = (): string => {
    const end = bytes.indexOf(0, at);
    const field = bytes.toString('latin1', at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return field;
  };
  let records = 0;
  for (; bytes[at] === COLON; records += 1) {
    const status = next().split(' ')[4]?.[0];
    next();
    if (status === 'R' || status === 'C') next();
  }
  for (; records > 0; records -= 1) {
    if (!next().endsWith('\t')) continue;
    next(); // a rename's two paths
    next();
  }
  const list = bytes.subarray(0, at);
  return [list, bytes.subarray(bytes[at] === 0 ? at + 1 : at)];
}

/** All raw records come first, then all counts, in the same order; both carry two paths for a rename. */
export function parseChanges(output: Uint8Array): readonly FileChange[] {
  const fields = Buffer.from(output).toString('utf8').split('\0');
  const raws: Omit<FileChange, keyof Counts>[] = [];
  let at = 0;
  while (fields[at]?.startsWith(':')) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] = (fields[at] ?? '').slice(1).split(' ');
    const change = KINDS[status[0] ?? ''];
    if (change === undefined) throw new Bug(`git diff-tree answered status ${status}`);
    const two = change === 'renamed' || change === 'copied';
    const [first = '', second = ''] = fields.slice(at + 1, at + 3);
    raws.push({ path: two ? second : first, oldPath: two ? first : null, change, oldMode, newMode, oldOid, newOid });
    at += two ? 3 : 2;
  }
  return raws.map((raw) => {
    const [counts, next] = parseCounts(fields, at);
    at = next;
    return { ...raw, ...counts };
  });
}

function parseCounts(fields: readonly string[], at: number): readonly [Counts, number] {
  const [insertions = '', deletions = '', path = ''] = (fields[at] ?? '').split('\t');
  const binary = insertions === '-';
  const counts = { insertions: binary ? 0 : Number(insertions), deletions: binary ? 0 : Number(deletions), binary };
  return [counts, at + (path === '' ? 3 : 1)]; // a rename's paths are fields of their own
}

/** A line of content starts with a blank, `+`, `-` or `\`, so a line that starts with `@@ -` is a hunk's header. */
export function countHunks(diff: Uint8Array): number {
  const bytes = Buffer.from(diff.buffer, diff.byteOffset, diff.byteLength);
  let hunks = 0;
  for (let at = bytes.indexOf('\n@@ -'); at !== -1; at = bytes.indexOf('\n@@ -', at + 1)) hunks += 1;
  return hunks;
}
