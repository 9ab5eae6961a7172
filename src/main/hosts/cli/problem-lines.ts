// Problems of an input as people and programs read them: place, what is wrong, what to do.
import type { Problem } from '../../../shared/lib/errors.ts';

export function problemDocument({ code, severity, path, line, message, advice }: Problem) {
  return { code, severity, path, line, message, advice };
}

/** One paragraph each: `file:line: error E_CODE: message`, and the advice below. */
export function problemLines(problems: readonly Problem[], file?: string): string {
  return problems.map((problem) => `${place(problem, file)}${sentence(problem)}\n    ${problem.advice}`).join('\n');
}

function place({ line, path }: Problem, file: string | undefined): string {
  if (file === undefined) return line > 0 ? `line ${line}: ` : path ? `${path}: ` : '';
  return line > 0 ? `${file}:${line}: ` : `${file}: `;
}

function sentence({ severity, code, message }: Problem): string {
  return `${severity} ${code}: ${message}`;
}
