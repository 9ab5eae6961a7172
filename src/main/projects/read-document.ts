// The door for every file that holds a document: text within the limits and in a known encoding, or why not.
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { Problem } from '../../shared/lib/errors.ts';
import { decodeText } from '../../shared/plan/decode-text.ts';
import { looksLikeJson } from '../../shared/plan/parse-json.ts';

export type ReadDocument = { readonly text: string } | { readonly problem: Problem };

/** Never throws, and opens nothing but files: opening a pipe would wait for somebody who writes. */
export function readDocument(file: string): ReadDocument {
  try {
    const facts = statSync(file);
    if (!facts.isFile()) return unreadable('it is no file', 'Name a file, not a folder.');
    const limit = facts.size > LIMITS.planFileBytes && beginsAsJson(file) ? LIMITS.jsonFileBytes : LIMITS.planFileBytes;
    if (facts.size > limit)
      return unreadable(`it has ${facts.size} bytes`, `A document may have ${limit} bytes: split it.`);
    const decoded = decodeText(readFileSync(file));
    if ('text' in decoded) return decoded;
    const { message, advice, line } = decoded.problem;
    return unreadable(message, advice, line);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error), 'Check the name and the folder.');
  }
}

/** By its first bytes in any encoding that is read: a mark and the zeros of UTF-16 are left out. */
function beginsAsJson(file: string): boolean {
  const head = Buffer.alloc(256);
  const descriptor = openSync(file, 'r');
  try {
    const length = readSync(descriptor, head, 0, head.length, 0);
    return looksLikeJson(String.fromCharCode(...head.subarray(0, length).filter((byte) => byte > 0 && byte < 0x80)));
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(why: string, advice: string, line = 0): ReadDocument {
  const message = `The file cannot be read: ${why}`;
  return { problem: { code: 'E_FILE_UNREADABLE', severity: 'error', path: '', line, message, advice } };
}
