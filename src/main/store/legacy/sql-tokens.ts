// Splits SQL into tokens and the items of a list, as far as rewriting a CREATE statement of a table or index needs it.
import { sameName } from './quote-name.ts';

export interface SqlToken {
  readonly text: string;
  /** The name that it stands for, without its quotes; null for anything but a name or a word. */
  readonly name: string | null;
  /** A bare word, which may be a keyword. */
  readonly bare: boolean;
  /** A blank or a comment stands before it; `<=` and `x'00'` are several tokens that must stay together. */
  readonly spaced: boolean;
}

const TOKEN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w.]*|./gu;

/** Without blanks and comments. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = [];
  let spaced = false;
  for (const [text] of sql.matchAll(TOKEN)) {
    const isBlank = /^(\s|--|\/\*)/.test(text);
    if (!isBlank) tokens.push({ ...nameOf(text), text, spaced });
    spaced = isBlank;
  }
  return tokens;
}

function nameOf(text: string): Pick<SqlToken, 'name' | 'bare'> {
  const first = text[0] ?? '';
  if (first === '"' || first === '`') {
    const inner = text.slice(1, -1).replaceAll(first + first, first);
    return { name: inner, bare: false };
  }
  if (first === '[') return { name: text.slice(1, -1), bare: false };
  const bare = /^[A-Za-z_\u0080-\uffff]/u.test(text);
  return { name: bare ? text : null, bare };
}

export function isWord(token: SqlToken | undefined, ...words: readonly string[]): boolean {
  return token?.bare === true && words.includes(token.text.toUpperCase());
}

export function joinTokens(tokens: readonly SqlToken[]): string {
  return tokens.map(({ text, spaced }, at) => (spaced && at > 0 ? ` ${text}` : text)).join('');
}

export interface Bracketed {
  readonly before: readonly SqlToken[];
  /** What stands between the first bracket and its partner. */
  readonly inside: readonly SqlToken[];
  readonly after: readonly SqlToken[];
}

export function firstBrackets(tokens: readonly SqlToken[]): Bracketed | null {
  const open = tokens.findIndex(({ text }) => text === '(');
  if (open < 0) return null;
  const close = partnerOf(tokens, open);
  return { before: tokens.slice(0, open), inside: tokens.slice(open + 1, close), after: tokens.slice(close + 1) };
}

function partnerOf(tokens: readonly SqlToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === '(') depth += 1;
    if (tokens[at]?.text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** What the commas outside of inner brackets separate. */
export function listItems(tokens: readonly SqlToken[]): readonly (readonly SqlToken[])[] {
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (const each of tokens) {
    if (each.text === '(') depth += 1;
    if (each.text === ')') depth -= 1;
    if (each.text === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(each);
  }
  return items;
}

export function namesAny(tokens: readonly SqlToken[], names: Iterable<string>): string | null {
  for (const name of names) if (tokens.some((each) => each.name !== null && sameName(each.name, name))) return name;
  return null;
}
