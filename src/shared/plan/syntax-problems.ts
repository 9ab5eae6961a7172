// The words for a text that is no document: each problem has code E_SYNTAX and a line.
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';

export function syntaxProblem(line: number, message: string, advice: string): Problem {
  return { code: 'E_SYNTAX', severity: 'error', path: '', line, message, advice };
}

export function duplicateField(name: string, line: number): Problem {
  return syntaxProblem(
    line,
    `The field \`${short(name)}\` is here for the second time.`,
    'Keep one of the two fields.',
  );
}

export function tooDeep(line: number): Problem {
  return syntaxProblem(
    line,
    `Here the document is nested more than ${LIMITS.documentDepth} levels deep.`,
    'Flatten it: no document we know needs so many levels.',
  );
}

export function tooMuch(line: number): Problem {
  return syntaxProblem(
    line,
    `The document has more than ${LIMITS.documentValues} fields, entries and values.`,
    'Split it into several documents.',
  );
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
