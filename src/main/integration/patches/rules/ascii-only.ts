// Where a level asks for it, added lines hold ASCII only.
import { finding, type Rule } from '../rule.ts';

const BEYOND_ASCII = /[^\p{ASCII}]/u;
const MAX_FINDINGS = 20;

export const asciiOnlyRule: Rule = {
  name: 'ascii-only',
  part: 'constraints',
  check({ addedLines, constraints }) {
    if (!constraints.asciiOnly) return [];
    return addedLines
      .filter(({ text }) => BEYOND_ASCII.test(text))
      .slice(0, MAX_FINDINGS)
      .map(({ path, line, text }) =>
        finding(
          { rule: 'ascii-only', path, line },
          `This line holds ${JSON.stringify(BEYOND_ASCII.exec(text)?.[0] ?? '')}, which is not ASCII`,
          'Write it with ASCII characters, or turn `ascii_only` off.',
        ),
      );
  },
};
