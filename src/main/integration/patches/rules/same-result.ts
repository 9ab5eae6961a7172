// V20: the base and the words of the diff, put together by our own applier, are the very tree that would be committed.
import { finding, type Rule } from '../rule.ts';

export const sameResultRule: Rule = {
  name: 'same-result',
  part: 'format',
  check({ text }) {
    if (text.problem !== null || text.recomputed === text.tree) return [];
    const found = text.recomputed === null ? 'the diff does not fit it' : `it becomes ${text.recomputed.slice(0, 10)}`;
    return [
      finding(
        { rule: 'same-result' },
        `The base with this diff is not the recorded result ${text.tree.slice(0, 10)}: ${found}`,
        'Run the task again; keep this patch for a look.',
      ),
    ];
  },
};
