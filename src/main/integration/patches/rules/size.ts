// A patch stays small enough to be read: files and changed lines, by policy and by hard limit.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import type { FileChange, Finding } from '../../../../shared/domain/patch.ts';
import { matchAny } from '../../../../shared/lib/glob.ts';
import type { PatchConstraints } from '../../../../shared/plan/plan.ts';
import { finding, type Rule } from '../rule.ts';

export const sizeRule: Rule = {
  name: 'size',
  part: 'constraints',
  check({ files, constraints }) {
    const lines = files.reduce((sum, file) => sum + file.insertions + file.deletions, 0);
    const counts = [
      { what: 'files', found: files.length, limit: Math.min(constraints.maxFilesChanged, LIMITS.patchHardMaxFiles) },
      { what: 'lines', found: lines, limit: Math.min(constraints.maxLinesChanged, LIMITS.patchHardMaxLines) },
    ];
    const whole = counts
      .filter(({ found, limit }) => found > limit)
      .map(({ what, found, limit }) =>
        finding(
          { rule: 'size' },
          `${found} changed ${what}, at most ${limit} are allowed`,
          'Split the task into smaller ones, or raise the limit in the plan.',
        ),
      );
    return [...whole, ...files.flatMap((file) => tooLong(file, constraints.fileLimits ?? []))];
  },
};

/** The smallest limit that matches is the one that counts. */
function tooLong(
  { path, insertions, deletions }: FileChange,
  limits: NonNullable<PatchConstraints['fileLimits']>,
): readonly Finding[] {
  const lines = insertions + deletions;
  const own = limits.filter(({ glob }) => matchAny([glob], 'ignore')(path)).map(({ maxLines }) => maxLines);
  const limit = Math.min(...own);
  if (lines <= limit) return [];
  const message = `${lines} changed lines of ${path}, at most ${limit} are allowed in this file`;
  return [finding({ rule: 'size', path }, message, 'Change less of this file, or raise its limit in the policy.')];
}
