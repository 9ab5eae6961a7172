// No key, token or password gets into the history, where it stays for good.
import { finding, forReview, type Rule } from '../rule.ts';

const NAME = 'secrets';
const MAX_FINDINGS = 50;
const ADVICE = 'Read it from the environment or a secret store. If it was real, revoke it: others may have seen it.';

/** The finding never repeats the secret. */
export const secretsRule: Rule = {
  name: NAME,
  part: 'constraints',
  check: ({ secrets }) =>
    secrets.slice(0, MAX_FINDINGS).map(({ path, line, what, by }) => {
      const place = { rule: NAME, path, line };
      return by === 'form'
        ? finding(place, `This line holds a secret: ${what}`, ADVICE)
        : forReview(place, `This line may hold a secret: ${what}`, ADVICE);
    }),
};
