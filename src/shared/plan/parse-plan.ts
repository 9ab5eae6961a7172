// Text → document with places: YAML or JSON is parsed once, and any JSON pointer into it can be turned into a line.
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { type Fault, unescapePointer } from '../uet/schema-faults.ts';

export interface ParsedDocument {
  /** Undefined when the text could not be read. */
  readonly value: unknown;
  /** Line of a JSON pointer, from 1; of its nearest parent when it is not there. */
  readonly lineOf: (pointer: string) => number;
  readonly problems: readonly Problem[];
}

/** Reads YAML 1.2 (JSON is a part of it). Never throws: what cannot be read is listed with its line. */
export function parsePlan(text: string): ParsedDocument {
  if (text.length > LIMITS.planFileBytes) return unread(tooLarge(text.length));
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, logLevel: 'error' });
    const problems = document.errors.map((error) => syntaxProblem(error, lines));
    const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 1_000 });
    return { value, lineOf: (pointer) => lineOfPointer(document, lines, pointer), problems };
  } catch (thrown) {
    // Nesting too deep for the parser and aliases that multiply without end are the two known ways to get here.
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return unread({
      ...SYNTAX,
      message: `The file cannot be read: ${reason}.`,
      advice: 'Flatten what is nested too deep, and write out aliases that repeat each other.',
    });
  }
}

/** Gives faults their lines and puts them in the order of the file. */
export function placeFaults(parsed: ParsedDocument, faults: readonly Fault[]): readonly Problem[] {
  const placed = faults.map((fault) => ({ ...fault, line: parsed.lineOf(fault.path) }));
  return placed.sort((a, b) => a.line - b.line);
}

const SYNTAX = { code: 'E_SYNTAX', severity: 'error', path: '', line: 1 } as const;

function unread(problem: Problem): ParsedDocument {
  return { value: undefined, lineOf: () => 0, problems: [problem] };
}

function tooLarge(length: number): Problem {
  return {
    code: 'E_SCHEMA',
    severity: 'error',
    path: '',
    line: 0,
    message: `The file has ${length} characters; a plan may have ${LIMITS.planFileBytes}.`,
    advice: 'Split it into several plans.',
  };
}

function syntaxProblem(error: YAMLError, lines: LineCounter): Problem {
  const position = lines.linePos(error.pos[0]);
  const [what, ...rest] = error.message.split('\n');
  const advice =
    error.code === 'DUPLICATE_KEY'
      ? 'Keep one of the two fields.'
      : error.code === 'MULTIPLE_DOCS'
        ? 'One file holds one document: remove the `---` line and what follows it.'
        : `Look at column ${position.col}: a missing quote, comma or bracket, or a wrong indent.`;
  return { ...SYNTAX, line: position.line, message: [what, ...rest].join(' ').trim(), advice };
}

/** Walks the syntax tree; of a field it is the line of its name that counts. */
function lineOfPointer(document: Document, lines: LineCounter, pointer: string): number {
  let node: unknown = document.contents;
  let offset = isRanged(node) ? node.range[0] : 0;
  for (const part of pointer.split('/').slice(1).map(unescapePointer)) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((one) => (isScalar(one.key) ? String(one.key.value) : null) === part);
      if (pair === undefined) break;
      if (isRanged(pair.key)) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (!isRanged(node)) break;
      offset = node.range[0];
    } else break;
  }
  return lines.linePos(offset).line || 1;
}

function isRanged(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && Array.isArray(Reflect.get(node, 'range'));
}
