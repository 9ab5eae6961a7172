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

/** `rest` is what stands at the place. */
export function brokenJson(line: number, rest: string): Problem {
  const [here = ''] = rest.trim().split('\n');
  return syntaxProblem(
    line,
    here === '' ? 'The JSON ends before it is complete.' : `Here it is no JSON any more: \`${here}\`.`,
    'Look here and just before for a missing comma, quote or bracket. Comments are read in smaller files only.',
  );
}

export function tooDeep(line: number): Problem {
  return syntaxProblem(
    line,
    `Here the document is nested more than ${LIMITS.documentDepth} levels deep.`,
    'Flatten it: no document we know needs so many levels.',
  );
}

/** `limit` depends on the notation. */
export function tooMuch(line: number, limit: number): Problem {
  return syntaxProblem(
    line,
    `The document has more than ${limit} fields, entries and values.`,
    'Split it into several documents.',
  );
}

export function tooManyAliases(line: number): Problem {
  return syntaxProblem(
    line,
    `The document has more than ${LIMITS.documentAliases} aliases.`,
    'Write out what is meant, or generate the document as JSON.',
  );
}

/** The first so many of them, and a last one that says so where there are more. */
export function capProblems(problems: readonly Problem[]): readonly Problem[] {
  const listed = problems.slice(0, LIMITS.documentProblems);
  const last = listed.at(-1);
  if (last === undefined || listed.length === problems.length) return problems;
  const message = `More than ${LIMITS.documentProblems} problems: the rest is not listed.`;
  return [...listed, { ...last, path: '', message, advice: 'Mend these, then look again.' }];
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
