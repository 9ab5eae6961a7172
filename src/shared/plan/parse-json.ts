// JSON text → document with places. JSON.parse alone would keep the last of two fields of one name and say nothing.
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { unescapePointer } from '../uet/json-pointer.ts';
import { countLines } from './count-lines.ts';
import { type ParsedDocument, unreadDocument } from './parsed-document.ts';
import { brokenJson, duplicateField, tooMuch } from './syntax-problems.ts';
import { type JsonWalk, walkJson } from './walk-json.ts';

/** Null where the text is for the reader of YAML, of which JSON is a part, and JSON with comments as well. */
export function parseJson(text: string): ParsedDocument | null {
  if (!/^\s*[{[]/.test(text)) return null;
  const { walk, repeated } = findRepeated(text);
  if (walk === 'too-much') return unreadDocument(tooMuch(1));
  if (walk === 'too-deep') return null;
  const read = readJson(text);
  if ('brokenAt' in read)
    return text.length > LIMITS.looseJsonBytes ? unreadDocument(broken(text, read.brokenAt)) : null;
  const { value } = read;
  const lineAt = countLines(text);
  const problems: readonly Problem[] = repeated.map(({ name, at }) => duplicateField(name, lineAt(at)));
  let root: Place | null = null;
  const lineOf = (pointer: string) => lineAt(offsetOf((root ??= findPlaces(text)), pointer));
  return { value: problems.length > 0 ? undefined : value, lineOf, problems };
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

interface Repeated {
  readonly name: string;
  readonly at: number;
}

function findRepeated(text: string): { readonly walk: JsonWalk; readonly repeated: readonly Repeated[] } {
  const repeated: Repeated[] = [];
  const names: Set<string>[] = [];
  const walk = walkJson(text, {
    enter: () => names.push(new Set()),
    leave: () => names.pop(),
    entry: () => {},
    field: (name, at) => {
      const seen = names.at(-1);
      // One more than are listed shows that there are more.
      if (seen?.has(name) && repeated.length <= LIMITS.documentProblems) repeated.push({ name, at });
      seen?.add(name);
    },
  });
  return { walk, repeated };
}

/** Where a field's name or an entry begins, with what is inside it by name or number. */
interface Place {
  readonly at: number;
  readonly inside: Map<string, Place>;
}

/** Made only when a line is asked for: most documents are in order. */
function findPlaces(text: string): Place {
  const root: Place = { at: 0, inside: new Map() };
  const open: Place[] = [];
  let last = root;
  const add = (name: string, at: number) => {
    last = { at, inside: new Map() };
    open.at(-1)?.inside.set(name, last);
  };
  walkJson(text, {
    enter: () => open.push(last),
    leave: () => open.pop(),
    field: add,
    entry: (at) => add(String(open.at(-1)?.inside.size), at),
  });
  return root;
}

function offsetOf(root: Place, pointer: string): number {
  let place = root;
  for (const part of pointer.split('/').slice(1).map(unescapePointer)) {
    const next = place.inside.get(part);
    if (next === undefined) break;
    place = next;
  }
  return place.at;
}
