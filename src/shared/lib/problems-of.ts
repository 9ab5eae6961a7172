// The findings about an input that an error carries, also one that came over the wire.
import type { PatchbayError, Problem } from './errors.ts';

/** Empty for an error that is about no input. */
export function problemsOf({ values }: PatchbayError): readonly Problem[] {
  const { problems } = values;
  return Array.isArray(problems) ? problems.filter(isProblem) : [];
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value && 'line' in value;
}
