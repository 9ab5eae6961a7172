// One name for one failure: the same whatever the run, the machine, the folder and the time. Pure.
import { hash } from 'node:crypto';
import type { FailingTest } from '../../../shared/domain/gate.ts';

/** What a gate left when it failed. */
export interface GateFailure {
  readonly gateId: string;
  readonly failures: readonly FailingTest[];
  readonly tail: string;
}

const LINES = 20;
const LINE_LENGTH = 300;

/** What differs between two runs that fail alike, and what stands in its place; in this order. */
const VARIABLE: readonly (readonly [RegExp, string])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
  [/\u001b\[[0-9;]*[A-Za-z]/g, ''],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b\d{1,2}:\d\d:\d\d(?:[.,]\d+)?\b/g, '<time>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g, '<id>'],
  // A path from a root ends in a name; where it lies is nobody's error.
  [/(?<![\w.@~+%-])(?:file:\/\/\/?)?(?:[A-Za-z]:)?[\\/](?:[\w.@~+%-]+(?: [\w.@~+%-]+)*[\\/])*([\w.@~+%-]+)/g, '$1'],
  [/\b0x[0-9a-f]+\b/gi, '<hex>'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b/gi, '<hex>'],
  [/\b\d+(?:[.,]\d+)?\s?(?:ns|[\u00b5\u03bc]s|us|ms|s|sec|secs|seconds?|min|minutes?)\b/g, '<time>'],
];

/** Line and column (`a.js:3:5`, `a.ts(3,5)`, `line 3`), and what was counted. A name keeps its figures: they tell tests apart. */
const FIGURES: typeof VARIABLE = [
  [/:\d+(?::\d+)?(?=\D|$)/g, ''],
  [/\(\d+(?:,\s?\d+)?\)/g, ''],
  [/\d+/g, '#'],
];

export function normaliseLine(line: string): string {
  return without(line, [...VARIABLE, ...FIGURES]);
}

function normaliseName(name: string): string {
  return without(name, VARIABLE);
}

function without(line: string, variable: typeof VARIABLE): string {
  let text = line.slice(0, LINE_LENGTH * 4);
  for (const [pattern, by] of variable) text = text.replace(pattern, by);
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, LINE_LENGTH);
}

/** sha256 over the gate and what failed: the named tests in the order of their names, else the last lines that it wrote. */
export function errorSignature({ gateId, failures, tail }: GateFailure): string {
  const named = failures.map(({ name, file, message }) =>
    [file ?? '', normaliseName(name), normaliseLine(firstLine(message))].join('\t'),
  );
  const lines = named.length > 0 ? [...new Set(named)].sort() : lastLines(tail);
  return hash('sha256', [gateId, ...lines].join('\n'), 'hex');
}

/** As people see it. */
export function shortSignature(signature: string): string {
  return signature.slice(0, 12);
}

function firstLine(message: string): string {
  return message.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** Equal lines count once: how often a warning is repeated is no other failure. */
function lastLines(tail: string): readonly string[] {
  const lines = tail.split('\n').map(normaliseLine);
  return [...new Set(lines.filter((line) => line !== ''))].slice(-LINES);
}
