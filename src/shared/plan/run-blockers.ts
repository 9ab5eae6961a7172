// Why `run` would refuse a plan that `validate` may well accept.
import type { Problem } from '../lib/errors.ts';
import type { LoadedPlan } from './load-plan.ts';

/** Everything that makes `run` refuse with exit 2: the errors, and what this version cannot run yet. */
export function runBlockers(loaded: LoadedPlan): readonly Problem[] {
  return [...loaded.problems.filter((problem) => problem.severity === 'error'), ...loaded.blockers];
}
