// Where the name of a file leaves its language open, the first bytes of it decide.
import { type Language, languageByName, languageNamed } from './languages.ts';

const INTERPRETERS: readonly (readonly [RegExp, string])[] = [
  [/^python[\d.]*$|^pypy\d*$/, 'Python'],
  [/^(?:node|nodejs|bun)$/, 'JavaScript'],
  [/^(?:deno|tsx|ts-node)$/, 'TypeScript'],
  [/^(?:pwsh|powershell)$/, 'PowerShell'],
  [/^(?:sh|bash|dash|zsh|ksh|fish|ash)$/, 'Shell'],
  [/^ruby[\d.]*$/, 'Ruby'],
  [/^perl[\d.]*$/, 'Perl'],
  [/^php[\d.]*$/, 'PHP'],
  [/^lua[\d.]*$/, 'Lua'],
  [/^Rscript$/, 'R'],
];

/** Endings that two languages share, with what tells the second one. */
const SHARED: readonly (readonly [RegExp, RegExp, string | null])[] = [
  [/\.h$/i, /^\s*(?:class|template|namespace|using)\b|\bstd::|^\s*public:/m, 'C++'],
  // Translations of Qt have the ending of TypeScript.
  [/\.ts$/i, /^\s*<(?:\?xml|!DOCTYPE TS|TS)\b/, null],
  // MATLAB has the ending of Objective-C and no preprocessor.
  [/\.m$/i, /^\s*(?:%|function\b|classdef\b)/m, null],
];

/** Whether {@link languageOfContent} can say more about the file than its name does. */
export function needsContent(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.includes('.')) return languageByName(path) === null;
  return SHARED.some(([ending]) => ending.test(name));
}

/** `head` is the beginning of the file. */
export function languageOfContent(path: string, head: string): Language | null {
  const shared = SHARED.find(([ending]) => ending.test(path));
  if (shared !== undefined) {
    const [, tells, other] = shared;
    if (tells.test(head)) return other === null ? null : languageNamed(other);
    return languageByName(path);
  }
  return languageByName(path) ?? languageOfShebang(head);
}

function languageOfShebang(head: string): Language | null {
  const line = /^#!\s*(\S+)(?:[ \t]+([^\r\n]*))?/.exec(head);
  if (line === null) return null;
  const program = lastName(line[1] ?? '');
  const words = (line[2] ?? '')
    .split(/\s+/)
    .filter((word) => word !== '' && !word.startsWith('-') && !word.includes('='));
  const interpreter = program === 'env' ? lastName(words[0] ?? '') : program;
  const row = INTERPRETERS.find(([pattern]) => pattern.test(interpreter));
  return row === undefined ? null : languageNamed(row[1]);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
