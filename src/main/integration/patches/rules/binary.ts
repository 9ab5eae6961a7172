// Binary content only where the policy allows it.
import { finding, type Rule } from '../rule.ts';

export const binaryRule: Rule = {
  name: 'binary',
  part: 'constraints',
  check({ files, constraints }) {
    if (!constraints.forbidBinary) return [];
    return files
      .filter((file) => file.binary && file.change !== 'deleted')
      .map(({ path }) =>
        finding(
          { rule: 'binary', path },
          `${path} is a binary file`,
          'Leave binary files out of the change, or allow them in the policy (`forbid_binary: false`).',
        ),
      );
  },
};
