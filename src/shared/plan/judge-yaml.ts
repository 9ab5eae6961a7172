// Looks at YAML before it is parsed: what is nested too deep or holds too much costs the parser minutes and gigabytes.
import { Lexer } from 'yaml';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { tooDeep, tooManyAliases, tooMuch } from './syntax-problems.ts';

/** Null when the text may be parsed. Reads no further than the place that settles it. */
export function judgeYaml(text: string): Problem | null {
  const depth = new Depth();
  let values = 0;
  let aliases = 0;
  let line = 1;
  for (const lexeme of new Lexer().lex(text)) {
    if (depth.after(lexeme) > LIMITS.documentDepth) return tooDeep(line);
    if (isValue(lexeme)) values += 1;
    if (values > LIMITS.documentValues) return tooMuch(line, LIMITS.documentValues);
    if (lexeme.startsWith('*') && (aliases += 1) > LIMITS.documentAliases) return tooManyAliases(line);
    for (let at = lexeme.indexOf('\n'); at >= 0; at = lexeme.indexOf('\n', at + 1)) line += 1;
  }
  return null;
}

/** A scalar comes behind its mark, a single control character; every open bracket is a value as well. */
function isValue(lexeme: string): boolean {
  return lexeme === SCALAR || OPENS.has(lexeme) || (QUOTES.has(lexeme[0] ?? '') && lexeme.length > 1);
}

/** The lexer's own mark that a plain or block scalar follows. */
const SCALAR = '\u001f';
const QUOTES = new Set(['"', "'", '*']);
const OPENS = new Set(['[', '{']);
const CLOSES = new Set([']', '}']);
/** What something new may begin behind, on the same line. */
const STEPS = new Set(['-', '?', ':']);
const MARKS = new Set(['\ufeff', '\u0002', '\u0018', SCALAR]);

/**
 * Levels that are open: brackets, and the columns at which something in block form began. A column counts once it is
 * deeper than the last, so a list that stands below its field's name without an indent is one level too few: the limit
 * need not be exact.
 */
class Depth {
  #brackets = 0;
  #columns: number[] = [];
  #column = 0;
  #atStart = true;

  after(lexeme: string): number {
    if (MARKS.has(lexeme)) return this.#levels();
    const lastBreak = lexeme.lastIndexOf('\n');
    if (lastBreak >= 0) {
      this.#column = lexeme.length - lastBreak - 1;
      this.#atStart = true;
      return this.#levels();
    }
    if (OPENS.has(lexeme)) this.#brackets += 1;
    else if (CLOSES.has(lexeme)) this.#brackets = Math.max(0, this.#brackets - 1);
    else if (this.#brackets === 0 && this.#atStart && lexeme.trim() !== '') this.#begin(lexeme);
    this.#column += lexeme.length;
    return this.#levels();
  }

  #begin(lexeme: string): void {
    while ((this.#columns.at(-1) ?? -1) > this.#column) this.#columns.pop();
    if (this.#columns.at(-1) !== this.#column) this.#columns.push(this.#column);
    this.#atStart = STEPS.has(lexeme);
  }

  #levels(): number {
    return this.#brackets + this.#columns.length;
  }
}
