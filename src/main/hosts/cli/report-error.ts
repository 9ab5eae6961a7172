// Says an error to people and to programs, and knows the exit code it means.
import { asPatchbayError, ERRORS, type ExitCode, PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import { problemsOf } from '../../../shared/lib/problems-of.ts';
import type { Output } from './output.ts';
import { problemDocument, problemLines } from './problem-lines.ts';

/** Names a misuse with every problem that was found. */
export function reportError(out: Output, thrown: unknown): ExitCode {
  const error = asPatchbayError(thrown);
  const problems = problemsOf(error);
  const stack = error.code === 'E_INTERNAL' && typeof error.values.stack === 'string' ? `\n${error.values.stack}` : '';
  // Errors are said with --quiet, too.
  const text =
    problems.length > 0 ? everyProblem(error, problems) : `${error.code}: ${error.message}\n${error.advice}${stack}`;
  if (out.json) {
    const { code, message, advice } = error;
    out.result({ ok: false, error: { code, message, advice }, problems: problems.map(problemDocument) }, () => '');
  }
  out.complain(text);
  return ERRORS[error.code].exit;
}

function everyProblem({ values }: PatchbayError, problems: readonly Problem[]): string {
  const file = typeof values.file === 'string' ? values.file : undefined;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${problemLines(problems, file)}\n${count}; nothing was changed.`;
}

export function usage(message: string, advice: string, values: Readonly<Record<string, unknown>> = {}): PatchbayError {
  return new PatchbayError('E_USAGE', message, advice, values);
}
