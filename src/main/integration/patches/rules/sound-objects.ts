// V19: git's own strict check finds nothing wrong with the new objects, the second net below all rules about names and modes.
import { finding, type Rule } from '../rule.ts';

export const soundObjectsRule: Rule = {
  name: 'sound-objects',
  part: 'format',
  check: ({ unsound }) =>
    unsound.map((said) =>
      finding(
        { rule: 'sound-objects' },
        `git finds a fault in what would be committed: ${said}`,
        'Leave out the file or folder that git names, and run the task again.',
      ),
    ),
};
