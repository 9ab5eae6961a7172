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
  const levels: Level[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (BLANK.has(char) || char === ':') continue;
    const level = levels.at(-1);
    if (char === ',') {
      if (level === undefined) return 'lost';
      level.expects = level.isGroup ? 'name' : 'entry';
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
    if (level?.expects === 'name') {
      const name = fieldName(text.slice(at, end));
      if (name === null) return 'lost';
      sink.field(name, at);
    } else {
      if (level?.expects === 'entry') sink.entry(at);
      if (char === '{' || char === '[') {
        if (levels.push(openLevel(char)) > LIMITS.documentDepth) return 'too-deep';
        sink.enter();
      }
    }
    if (level) level.expects = 'rest';
    at = end - 1;
  }
  return levels.length === 0 ? 'walked' : 'lost';
}

/** A group or a list that is open, and what comes next in it; `rest` is a field's value, or nothing until a comma. */
interface Level {
  readonly isGroup: boolean;
  expects: 'name' | 'entry' | 'rest';
}

function openLevel(char: '{' | '['): Level {
  return char === '{' ? { isGroup: true, expects: 'name' } : { isGroup: false, expects: 'entry' };
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
