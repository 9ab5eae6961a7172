// Binary content only where the policy allows it, and then not much, and not packed beyond belief.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import type { Finding } from '../../../../shared/domain/patch.ts';
import { finding, type PatchFacts, type Rule } from '../rule.ts';

const NAME = 'binary';

export const binaryRule: Rule = {
  name: NAME,
  part: 'constraints',
  check: (facts) => [...forbidden(facts), ...packedTooWell(facts), ...tooLarge(facts)],
};

function forbidden({ files, constraints }: PatchFacts): readonly Finding[] {
  if (!constraints.forbidBinary) return [];
  return files
    .filter((file) => file.binary && file.change !== 'deleted')
    .map(({ path }) =>
      finding(
        { rule: NAME, path },
        `${path} is a binary file`,
        'Leave binary files out of the change, or allow them in the policy (`forbid_binary: false`).',
      ),
    );
}

/** Whoever looks at the patch sees a few kilobytes; whoever applies it fills a disk. */
function packedTooWell({ binaries }: PatchFacts): readonly Finding[] {
  return binaries
    .filter(({ bytes, packedBytes }) => bytes > LIMITS.binaryMaxRatio * Math.max(packedBytes, SMALL))
    .map(({ path, bytes, packedBytes }) =>
      finding(
        { rule: NAME, path },
        `${path} has ${bytes} bytes, made from ${packedBytes} in the patch; at most ${LIMITS.binaryMaxRatio} times as many are allowed`,
        'Leave the file out of the change.',
      ),
    );
}

/** A tiny file of zeros is no bomb. */
const SMALL = 1024;

function tooLarge({ binaries }: PatchFacts): readonly Finding[] {
  const bytes = binaries.reduce((sum, one) => sum + one.bytes, 0);
  if (bytes <= LIMITS.binaryMaxBytes) return [];
  return [
    finding(
      { rule: NAME },
      `Its binary files have ${bytes} bytes together, at most ${LIMITS.binaryMaxBytes} are allowed`,
      'Keep large files out of the repository, or in its large file storage.',
    ),
  ];
}
