// V1: the diff is what git itself writes, whole, and nothing else: no prose, no other program's heads, every count exact.
import type { Finding } from '../../../../shared/domain/patch.ts';
import type { ParseProblem } from '../parsed-patch.ts';
import { finding, type Rule } from '../rule.ts';

export const strictGrammarRule: Rule = {
  name: 'format',
  part: 'format',
  check: ({ text }) => (text.problem === null ? [] : [unreadable(text.problem)]),
};

/** Also said of a patch from elsewhere, before anything is made of it. */
export function unreadable({ problem, line, tooLarge }: ParseProblem): Finding {
  const where = { rule: 'format', line };
  if (tooLarge) return finding(where, problem, 'Split the task, or keep what is generated out of the patch.');
  return finding(where, `The diff is malformed: ${problem}`, 'Produce it with git diff --binary --full-index.');
}
