// V2: each changed file is in the diff once, and everything said of it there is so in the trees.
import { finding, type Rule } from '../rule.ts';

const ADVICE =
  'The recorded diff does not describe the recorded result. Run the task again; keep this patch for a look.';

export const agreementRule: Rule = {
  name: 'agreement',
  part: 'format',
  check: ({ text }) =>
    text.disagreements.map(({ path, what }) =>
      finding({ rule: 'agreement', path }, `${JSON.stringify(path)} ${what}`, ADVICE),
    ),
};
