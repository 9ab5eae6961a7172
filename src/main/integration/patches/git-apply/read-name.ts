// File names in the head of a diff, by git's rules: quoted or plain, with a date behind them, prefixes taken off.
import { malformed } from '../parsed-patch.ts';
import { readQuoted } from '../quoted-path.ts';

export interface NameRules {
  readonly strip: number;
  readonly directory: string;
  readonly line: number;
}

/** A date as diff programs write it behind a name; the tab or the spaces before it belong to it. */
const DATE = /(?:\t| +)(?:\d{2})?\d{2}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2}(?:\.\d+)?)?(?: [+-]\d{4}| [+-]\d{2}:\d{2})?$/;
const NUL = '\0';
const RETURN = /\r/;
const TAB_OR_RETURN = /[\t\r]/;
const [TAB, SPACE] = [9, 32];

/** The name of a `---`, `+++`, rename or copy line; `ends` lists what ends it early. Null where there is none. */
export function nameOf(text: string, rules: NameRules, ends: '\t' | '' = ''): string | null {
  return quotedName(text, rules) ?? plainName(text, rules, { ends, fallback: null });
}

/** Of a header without `diff --git`; `other` is the name of the other side, which wins where this one only adds to it. */
export function traditionalName(text: string, rules: NameRules, other: string | null): string | null {
  const quoted = quotedName(text, rules);
  if (quoted !== null) return quoted;
  const date = DATE.exec(text);
  if (date === null) return plainName(text, rules, { ends: '\t', fallback: other });
  return plainName(text.slice(0, date.index), rules, { ends: null, fallback: other });
}

export function isNowhere(text: string): boolean {
  return text.startsWith('/dev/null') && /^(?:[ \t\r]|$)/.test(text.slice('/dev/null'.length));
}

/** What both names of a `diff --git` line agree on without their prefixes; null where they do not. */
export function commonName(text: string, { strip, directory, line }: NameRules): string | null {
  const name = text[0] === '"' ? commonQuoted(text, strip, line) : commonPlain(text, strip, line);
  if (name === '') throw malformed('An empty file name', line);
  return name === null ? null : directory + name;
}

/** Null also where the quotes hold too few folders: git then reads on as if there were none. */
function quotedName(text: string, { strip, directory, line }: NameRules): string | null {
  if (text[0] !== '"') return null;
  const quoted = quotedOrRefuse(text, line);
  const at = afterFolders(quoted.path, strip);
  if (at === -1) return null;
  return squash(directory + quoted.path.slice(at));
}

/** git would read on over the end of the line, or take the quotes into the name: neither is meant. */
function quotedOrRefuse(text: string, line: number) {
  const quoted = readQuoted(text);
  if (quoted === null || quoted.path.includes(NUL)) throw malformed('A quoted file name that cannot be read', line);
  return quoted;
}

interface PlainRules {
  /** Null: the text is the name. A carriage return ends it otherwise. */
  readonly ends: '\t' | '' | null;
  readonly fallback: string | null;
}

function plainName(text: string, { strip, directory }: NameRules, { ends, fallback }: PlainRules): string | null {
  const stop = ends === null ? -1 : text.search(ends === '' ? RETURN : TAB_OR_RETURN);
  const at = stop === -1 ? text.length : stop;
  const start = afterFolders(text, strip);
  if (start === -1 || start > at) return fallback;
  if (at === start) return fallback;
  const name = text.slice(start, at);
  if (fallback !== null && fallback.length < name.length && name.startsWith(fallback)) return fallback;
  return squash(directory + name);
}

function squash(name: string): string {
  return name.includes('//') ? name.replace(/\/{2,}/g, '/') : name;
}

/** Where the name goes on behind so many slashes; -1 where it has fewer. */
function afterFolders(name: string, count: number): number {
  let start = 0;
  for (let left = count; left > 0; left -= 1) {
    const slash = name.indexOf('/', start);
    if (slash === -1) return -1;
    start = slash + 1;
  }
  return start;
}

/** Null where the name is absolute or has too few parts. */
function afterPrefix(name: string, strip: number): string | null {
  const start = afterFolders(name, strip);
  // What begins with a slash would leave nothing before the first of them.
  if (start === -1 || (name[0] === '/' && strip <= 1)) return null;
  return name.slice(start);
}

function commonQuoted(text: string, strip: number, line: number): string | null {
  const quoted = quotedOrRefuse(text, line);
  const first = afterPrefix(quoted.path, strip);
  const rest = text.slice(quoted.length).replace(/^[ \t\r]+/, '');
  if (first === null || rest[0] !== '"') return null;
  return afterPrefix(quotedOrRefuse(rest, line).path, strip) === first ? first : null;
}

function commonPlain(text: string, strip: number, line: number): string | null {
  const name = afterPrefix(text, strip);
  if (name === null) return null;
  const quote = name.indexOf('"');
  if (quote !== -1) {
    const second = afterPrefix(quotedOrRefuse(name.slice(quote), line).path, strip);
    if (second === null || second.length >= quote || !name.startsWith(second)) return null;
    return /[ \t\r]/.test(name[second.length] ?? '') ? second : null;
  }
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code !== SPACE && code !== TAB) continue;
    const second = afterPrefix(name.slice(at + 1), strip);
    if (second !== null && second.length === at && name.startsWith(second)) return second;
  }
  return null;
}
