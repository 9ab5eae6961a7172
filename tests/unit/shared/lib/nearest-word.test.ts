// Suggestions for misspelt words.
import { expect, it } from 'vitest';
import { didYouMean, nearestWord } from '../../../../src/shared/lib/nearest-word.ts';

it('finds a word with one letter wrong, missing, or swapped', () => {
  expect(nearestWord('clade', ['codex', 'claude'])).toBe('claude');
  expect(nearestWord('depnds_on', ['depends_on', 'tool'])).toBe('depends_on');
  expect(nearestWord('lnit', ['lint', 'security'])).toBe('lint');
});

it('says nothing when no word is near', () => {
  expect(nearestWord('banana', ['lint', 'unit'])).toBeNull();
  expect(didYouMean('banana', ['lint'])).toBe('');
});
