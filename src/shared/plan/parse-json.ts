// JSON text → document with places. JSON.parse alone would keep the last of two fields of one name and say nothing.
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { countLines } from './count-lines.ts';
import { findJsonPlaces } from './json-places.ts';
import { type ParsedDocument, unreadDocument } from './parsed-document.ts';
import { brokenJson, duplicateField, tooDeep, tooMuch } from './syntax-problems.ts';

/** Of a text that {@link looksLikeJson}. Null where it is small and for the reader of YAML all the same: JSON with comments, for example. */
export function parseJson(text: string): ParsedDocument | null {
  const { walk, endedAt, repeated, offsetOf } = findJsonPlaces(text);
  const isLarge = text.length > LIMITS.looseJsonBytes;
  if (walk === 'too-much') return unreadDocument(tooMuch(1, LIMITS.jsonValues));
  if (walk === 'too-deep') return isLarge ? unreadDocument(tooDeep(countLines(text)(endedAt))) : null;
  const read = readJson(text);
  if ('brokenAt' in read) return isLarge ? unreadDocument(broken(text, read.brokenAt)) : null;
  const { value } = read;
  const lineAt = countLines(text);
  const problems: readonly Problem[] = repeated.map(({ name, at }) => duplicateField(name, lineAt(at)));
  const lineOf = (pointer: string) => lineAt(offsetOf(pointer));
  return { value: problems.length > 0 ? undefined : value, lineOf, problems };
}

/** By its first character: what begins like this is never read as YAML when it is large. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

type JsonReading = { readonly value: unknown } | { readonly brokenAt: number };

function readJson(text: string): JsonReading {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    // Without a place in it the message says that the text has ended.
    const place = /at position (\d+)/.exec(String(error))?.[1];
    return { brokenAt: place === undefined ? text.length : Number(place) };
  }
}

function broken(text: string, at: number): Problem {
  return brokenJson(countLines(text)(at), text.slice(at, at + 40));
}
