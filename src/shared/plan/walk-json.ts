// Goes through JSON text once, without building anything, and says where its fields and entries are.
import { LIMITS } from '../domain/limits.ts';

/** What a walk meets, in the order of the text; `at` is an offset. */
export interface JsonSink {
  readonly enter: (isGroup: boolean) => void;
  readonly leave: () => void;
  readonly field: (name: string, at: number) => void;
  readonly entry: (at: number) => void;
}

/** `lost` is a text that cannot be followed; one that is `walked` is JSON only if JSON.parse takes it as well. */
export type JsonWalk = 'walked' | 'too-deep' | 'too-much' | 'lost';

/** Goes no further than the place that settles it. Compares codes, not characters: a plan may have 32 million of them. */
export function walkJson(text: string, sink: JsonSink): JsonWalk {
  const levels: Level[] = [];
  let level: Level | undefined;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === COLON) continue;
    if (code === COMMA) {
      if (level === undefined) return 'lost';
      level.expects = level.isGroup ? 'name' : 'entry';
      continue;
    }
    if (code === GROUP_END || code === LIST_END) {
      if (levels.pop() === undefined) return 'lost';
      level = levels.at(-1);
      sink.leave();
      continue;
    }
    values += 1;
    if (values > LIMITS.jsonValues) return 'too-much';
    const end = endOfToken(text, at);
    if (end < 0) return 'lost';
    const opens = code === GROUP || code === LIST;
    if (level?.expects === 'name') {
      const name = nameIn(text, at, end);
      if (name === null) return 'lost';
      sink.field(name, at);
      level.expects = 'rest';
    } else {
      if (level?.expects === 'entry') sink.entry(at);
      if (level !== undefined) level.expects = 'rest';
      if (opens) {
        level = openLevel(code === GROUP);
        if (levels.push(level) > LIMITS.documentDepth) return 'too-deep';
        sink.enter(level.isGroup);
      }
    }
    at = end - 1;
  }
  return levels.length === 0 ? 'walked' : 'lost';
}

/** A group or a list that is open, and what comes next in it; `rest` is a field's value, or nothing until a comma. */
interface Level {
  readonly isGroup: boolean;
  expects: 'name' | 'entry' | 'rest';
}

function openLevel(isGroup: boolean): Level {
  return { isGroup, expects: isGroup ? 'name' : 'entry' };
}

const [QUOTE, COMMA, COLON, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x5c];
const [GROUP, GROUP_END, LIST, LIST_END] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Space, tab and the ends of lines. */
function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b && code !== 0x0c);
}

/** Offset behind the string, word or bracket that begins at `start`; -1 for a string without end. */
function endOfToken(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === GROUP || first === LIST) return start + 1;
  return first === QUOTE ? endOfString(text, start) : endOfWord(text, start);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return -1;
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === COMMA || code === COLON || code === LIST_END || code === GROUP_END) break;
  }
  return at;
}

/** The name of the field that begins at `start`; null where there is none. */
export function fieldName(text: string, start: number): string | null {
  return nameIn(text, start, endOfToken(text, start));
}

function nameIn(text: string, start: number, end: number): string | null {
  if (text.charCodeAt(start) !== QUOTE) return null;
  const name = text.slice(start + 1, end - 1);
  if (!name.includes('\\')) return name;
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    return null;
  }
}
