// Goes through JSON text once, without building anything, and says where its fields and entries are.
import { LIMITS } from '../domain/limits.ts';

/** What a walk meets, in the order of the text; `at` is an offset. */
export interface JsonSink {
  readonly enter: () => void;
  readonly leave: () => void;
  readonly field: (name: string, at: number) => void;
  readonly entry: (at: number) => void;
}

/** `lost` is a text that cannot be followed; one that is `walked` is JSON only if JSON.parse takes it as well. */
export type JsonWalk = 'walked' | 'too-deep' | 'too-much' | 'lost';

/** Goes no further than the place that settles it. */
export function walkJson(text: string, sink: JsonSink): JsonWalk {
  /** One letter a level: `{` before a field's name, `:` after it, `[` before an entry, `]` after its start. */
  const levels: string[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (BLANK.has(char) || char === ':') continue;
    if (char === ',') {
      const top = levels.length - 1;
      levels[top] = levels[top] === ':' ? '{' : '[';
      continue;
    }
    if (char === '}' || char === ']') {
      if (levels.pop() === undefined) return 'lost';
      sink.leave();
      continue;
    }
    values += 1;
    if (values > LIMITS.documentValues) return 'too-much';
    const end = endOfToken(text, at);
    if (end < 0) return 'lost';
    const level = levels.at(-1);
    if (level === '{') {
      const name = fieldName(text.slice(at, end));
      if (name === null) return 'lost';
      sink.field(name, at);
      levels[levels.length - 1] = ':';
      at = end - 1;
      continue;
    }
    if (level === '[') {
      sink.entry(at);
      levels[levels.length - 1] = ']';
    }
    if (char === '{' || char === '[') {
      if (levels.push(char) > LIMITS.documentDepth) return 'too-deep';
      sink.enter();
    }
    at = end - 1;
  }
  return levels.length === 0 ? 'walked' : 'lost';
}

const BLANK = new Set([' ', '\t', '\n', '\r']);
const AFTER_WORD = new Set([...BLANK, ',', ':', ']', '}']);

/** Offset behind the string, word or bracket that begins at `start`; -1 for a string without end. */
function endOfToken(text: string, start: number): number {
  const first = text[start];
  if (first === '{' || first === '[') return start + 1;
  let at = start + 1;
  if (first !== '"') {
    while (at < text.length && !AFTER_WORD.has(text[at] ?? '')) at += 1;
    return at;
  }
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at < text.length ? at + 1 : -1;
}

function fieldName(token: string): string | null {
  if (!token.startsWith('"')) return null;
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return null;
  }
}
