// Reads a patch_policy.v1 file into the limits that this version enforces, and refuses what it cannot.

import { PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import { parsePlan } from '../../../shared/plan/parse-plan.ts';
import type { PolicyLimits } from '../../../shared/plan/project-settings.ts';
import { asBoolean, asNumber, asRecord, asTexts, field } from '../../../shared/plan/read-json.ts';
import { readDocument } from '../../projects/read-document.ts';

/** Constraints that are enforced. The rest of v1's has to be absent or off: a policy that is not enforced is worse than none. */
const ENFORCED = [
  'allowed_formats',
  'patch_required',
  'max_lines_changed',
  'max_files_changed',
  'forbid_binary_patches',
  'forbid_touching_paths',
];

/** Throws with `values.problems` naming each line that is wrong or cannot be enforced yet. */
export function readPolicy(file: string): PolicyLimits {
  const input = readDocument(file);
  if ('problem' in input) throw refusal(file, [input.problem]);
  const parsed = parsePlan(input.text);
  const constraints = asRecord(field(parsed.value, 'constraints'));
  const problem = (path: string, message: string, advice: string): Problem => ({
    code: 'E_SCHEMA',
    severity: 'error',
    path,
    line: parsed.lineOf(path),
    message,
    advice,
  });
  if (parsed.problems.length > 0) throw refusal(file, parsed.problems);
  if (constraints === null) {
    throw refusal(file, [
      problem('', 'This is no patch policy: `constraints` is missing.', 'Write a patch_policy.v1.'),
    ]);
  }
  const advice = 'Remove it, or set it to what turns it off; reviewers and issue references come with a later version.';
  const unmet = Object.entries(constraints)
    .filter(([name, value]) => !ENFORCED.includes(name) && value !== false && value !== 0)
    .map(([name]) => problem(`/constraints/${name}`, `\`${name}\` cannot be enforced by this version.`, advice));
  const wrong = ['max_lines_changed', 'max_files_changed']
    .filter((name) => name in constraints && !isCount(constraints[name]))
    .map((name) => problem(`/constraints/${name}`, `\`${name}\` has to be a whole number above 0.`, 'Correct it.'));
  if (unmet.length + wrong.length > 0) throw refusal(file, [...unmet, ...wrong]);
  return {
    maxLinesChanged: asNumber(constraints['max_lines_changed']),
    maxFilesChanged: asNumber(constraints['max_files_changed']),
    forbidBinary: asBoolean(constraints['forbid_binary_patches']) ?? true,
    forbidPaths: asTexts(constraints['forbid_touching_paths']) ?? [],
  };
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0;
}

function refusal(file: string, problems: readonly Problem[]): PatchbayError {
  const message = `The policy ${file} is not in order: ${problems.length} problem${problems.length === 1 ? '' : 's'}.`;
  return new PatchbayError('E_SCHEMA', message, 'Correct it, or run without --policy.', { file, problems });
}
