// V3: what is renamed or copied comes from a plain file that the base holds, never from anywhere else.
import { finding, type Rule } from '../rule.ts';

export const copySourceRule: Rule = {
  name: 'copy-source',
  part: 'format',
  check: ({ text }) =>
    text.strangeSources.map(({ newPath, oldPath, line }) =>
      finding(
        { rule: 'copy-source', path: newPath ?? '', line: 0 },
        `${JSON.stringify(newPath)} comes from ${JSON.stringify(oldPath)}, which is no plain file of the base (line ${line} of the diff)`,
        'Add the file with its whole content instead.',
      ),
    ),
};
