// Conditions of acceptance checks: a small language of comparisons, parsed by hand and evaluated on plain values.
import { didYouMean } from './nearest-word.ts';

/** What a name stands for: a whole number, a yes or no, or one of these words. */
export type NameType = 'number' | 'flag' | readonly string[];

export type NameTypes = Readonly<Record<string, NameType>>;
export type NameValues = Readonly<Record<string, number | boolean | string>>;

export const COMPARISONS = ['==', '!=', '<=', '>=', '<', '>'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly all: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'flag'; readonly name: string }
  | {
      readonly kind: 'compare';
      readonly name: string;
      readonly how: Comparison;
      readonly value: number | boolean | string;
    };

export interface ConditionFault {
  /** From 1. */
  readonly column: number;
  readonly message: string;
  readonly advice: string;
}

export type ParsedCondition = { readonly condition: Condition } | { readonly fault: ConditionFault };

const MAX_CHARACTERS = 500;
const MAX_DEPTH = 20;

/** Never throws. Every name has to be one of `types`, and every comparison has to make sense for it. */
export function parseCondition(text: string, types: NameTypes): ParsedCondition {
  if (text.length > MAX_CHARACTERS) {
    const message = `The condition has ${text.length} characters; ${MAX_CHARACTERS} are allowed.`;
    return { fault: { column: MAX_CHARACTERS + 1, message, advice: 'Split it into several checks.' } };
  }
  try {
    const reader = { tokens: tokensOf(text), at: 0, types };
    const condition = readOr(reader, 0);
    const rest = current(reader);
    if (rest.kind !== 'end') throw unexpected(rest, 'Join comparisons with `and` or `or`.');
    return { condition };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { fault: thrown.fault };
    throw thrown;
  }
}

/** `values` must hold every name that the condition was parsed with. */
export function evaluateCondition(condition: Condition, values: NameValues): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.all.every((one) => evaluateCondition(one, values));
    case 'or':
      return condition.all.some((one) => evaluateCondition(one, values));
    case 'not':
      return !evaluateCondition(condition.of, values);
    case 'flag':
      return values[condition.name] === true;
    case 'compare':
      return compare(values[condition.name], condition.how, condition.value);
  }
}

/** The names that a condition looks at, each once. */
export function namesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...new Set(condition.all.flatMap(namesIn))];
    case 'not':
      return namesIn(condition.of);
    case 'flag':
    case 'compare':
      return [condition.name];
  }
}

function compare(left: number | boolean | string | undefined, how: Comparison, right: number | boolean | string) {
  if (how === '==') return left === right;
  if (how === '!=') return left !== right;
  const [a, b] = [Number(left), Number(right)];
  return how === '<' ? a < b : how === '<=' ? a <= b : how === '>' ? a > b : a >= b;
}

type TokenKind = 'word' | 'number' | 'text' | 'compare' | 'open' | 'close' | 'end';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly column: number;
}

class Refusal extends Error {
  readonly fault: ConditionFault;
  constructor(fault: ConditionFault) {
    super(fault.message);
    this.fault = fault;
  }
}

function refuse(column: number, message: string, advice: string): Refusal {
  return new Refusal({ column, message, advice });
}

function unexpected({ kind, text, column }: Token, advice: string): Refusal {
  return refuse(column, kind === 'end' ? 'It ends too early.' : `\`${text}\` is not expected here.`, advice);
}

const TOKENS: readonly (readonly [TokenKind, RegExp])[] = [
  ['word', /[A-Za-z_][\w.-]*/y],
  ['number', /\d{1,15}(?![\w.])/y],
  ['text', /"[^"]*"|'[^']*'/y],
  ['compare', /==|!=|<=|>=|<|>/y],
  ['open', /\(/y],
  ['close', /\)/y],
];

const MISTAKES: readonly (readonly [string, string])[] = [
  ['&&', 'Write `and`.'],
  ['||', 'Write `or`.'],
  ['!', 'Write `not`, or `!=` for "is not".'],
  ['=', 'Write `==` for "is".'],
  ['"', 'Close the quote.'],
  ["'", 'Close the quote.'],
];

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', column: text.length + 1 }];
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind, text: found, column: at + 1 };
  }
  const known = MISTAKES.find(([start]) => text.startsWith(start, at));
  const shown = known?.[0] ?? text.charAt(at);
  const advice = known?.[1] ?? 'Use names, whole numbers, quoted words, comparisons, `and`, `or`, `not`, parentheses.';
  throw refuse(at + 1, `\`${shown}\` is not part of the language of conditions.`, advice);
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  readonly types: NameTypes;
}

const END: Token = { kind: 'end', text: '', column: 1 };

function current(reader: Reader): Token {
  return reader.tokens[reader.at] ?? END;
}

function take(reader: Reader): Token {
  const token = current(reader);
  reader.at += 1;
  return token;
}

function takeWord(reader: Reader, word: string): boolean {
  const { kind, text } = current(reader);
  if (kind !== 'word' || text !== word) return false;
  reader.at += 1;
  return true;
}

/** `or` binds loosest, then `and`, then `not`. */
function readOr(reader: Reader, depth: number): Condition {
  if (depth > MAX_DEPTH) {
    throw refuse(current(reader).column, `It is nested deeper than ${MAX_DEPTH}.`, 'Split it into several checks.');
  }
  const all = [readAnd(reader, depth)];
  while (takeWord(reader, 'or')) all.push(readAnd(reader, depth));
  return joined('or', all);
}

function readAnd(reader: Reader, depth: number): Condition {
  const all = [readNot(reader, depth)];
  while (takeWord(reader, 'and')) all.push(readNot(reader, depth));
  return joined('and', all);
}

function joined(kind: 'and' | 'or', all: readonly Condition[]): Condition {
  const [first] = all;
  return all.length === 1 && first !== undefined ? first : { kind, all };
}

function readNot(reader: Reader, depth: number): Condition {
  if (!takeWord(reader, 'not')) return readSingle(reader, depth);
  let isNegated = true;
  while (takeWord(reader, 'not')) isNegated = !isNegated;
  const of = readSingle(reader, depth);
  return isNegated ? { kind: 'not', of } : of;
}

function readSingle(reader: Reader, depth: number): Condition {
  const token = take(reader);
  if (token.kind === 'open') {
    const inner = readOr(reader, depth + 1);
    const close = take(reader);
    if (close.kind !== 'close') throw unexpected(close, 'Close the parenthesis.');
    return inner;
  }
  if (token.kind !== 'word' || ['and', 'or', 'not', 'true', 'false'].includes(token.text)) {
    throw unexpected(token, 'A comparison begins with a name, such as `failed_tasks == 0`.');
  }
  const type = Object.hasOwn(reader.types, token.text) ? reader.types[token.text] : undefined;
  if (type === undefined) throw unknownName(token, Object.keys(reader.types));
  if (current(reader).kind === 'compare') return readComparison(reader, token, type);
  if (type === 'flag') return { kind: 'flag', name: token.text };
  const advice = `Compare it, such as \`${token.text} == ${type === 'number' ? '0' : `"${type[0]}"`}\`.`;
  throw refuse(token.column, `\`${token.text}\` is neither true nor false by itself.`, advice);
}

function unknownName({ text, column }: Token, names: readonly string[]): Refusal {
  const advice = `Use one of: ${names.join(', ')}.${didYouMean(text, names)}`;
  return refuse(column, `There is no \`${text}\`.`, advice);
}

function readComparison(reader: Reader, name: Token, type: NameType): Condition {
  const sign = take(reader);
  const how = COMPARISONS.find((one) => one === sign.text) ?? '==';
  const literal = take(reader);
  const value = literalOf(literal, name.text, type);
  if (type !== 'number' && how !== '==' && how !== '!=') {
    const advice = 'Use `==` or `!=`.';
    throw refuse(sign.column, `\`${how}\` compares numbers, and \`${name.text}\` is none.`, advice);
  }
  return { kind: 'compare', name: name.text, how, value };
}

function literalOf({ kind, text, column }: Token, name: string, type: NameType): number | boolean | string {
  if (type === 'number') {
    if (kind === 'number') return Number(text);
    throw refuse(column, `\`${name}\` is compared with a whole number.`, `Write a number, such as \`${name} == 0\`.`);
  }
  if (type === 'flag') {
    if (kind === 'word' && (text === 'true' || text === 'false')) return text === 'true';
    throw refuse(column, `\`${name}\` is true or false.`, `Write \`${name}\` or \`not ${name}\`.`);
  }
  const words = type.map((word) => `"${word}"`).join(' or ');
  if (kind === 'text' && type.includes(text.slice(1, -1))) return text.slice(1, -1);
  const isUnquoted = kind === 'word' && type.includes(text);
  const message = isUnquoted ? `\`${text}\` needs quotes.` : `\`${name}\` is never \`${text}\`.`;
  throw refuse(column, message, isUnquoted ? `Write "${text}".` : `Write ${words}.`);
}
