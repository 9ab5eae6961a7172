// A patch stays small enough to be read: files and changed lines, by policy and by hard limit.
import { LIMITS } from '../../../../shared/domain/limits.ts';
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
    return counts
      .filter(({ found, limit }) => found > limit)
      .map(({ what, found, limit }) =>
        finding(
          { rule: 'size' },
          `${found} changed ${what}, at most ${limit} are allowed`,
          'Split the task into smaller ones, or raise the limit in the plan.',
        ),
      );
  },
};
