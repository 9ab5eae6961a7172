// Patches that undo each other are counted in turns, and only within the window.
import { expect, it } from 'vitest';
import { findOscillation, type SignedPatch } from '../../../../src/shared/domain/oscillation.ts';

/** A word is a patch, a letter a change of it; the capital takes the small one back. */
function patches(words: string): readonly SignedPatch[] {
  return words.split(' ').map((word, at) => ({
    patchId: `${at}${word}`,
    signatures: [...word].map((letter) => ({
      path: 'a.ts',
      lines: letter.toLowerCase(),
      forward: letter === letter.toLowerCase(),
    })),
  }));
}

function found(words: string, window = 5, threshold = 3): string | null {
  const all = patches(words);
  const last = all.at(-1);
  if (last === undefined) throw new Error('no patch');
  return findOscillation(last, all.slice(0, -1), { window, threshold })?.join(' ') ?? null;
}

it.each([
  ['a A a', '0a 1A 2a'],
  ['a A a A', '0a 1A 2a 3A'],
  ['a x A y a', '0a 2A 4a'],
  ['xa A ay', '0xa 1A 2ay'],
  ['a a A a', '1a 2A 3a'],
  ['a A', null],
  ['a a a', null],
  ['a A b', null],
  ['a A x y z a', null],
])('of %s the last one goes to and fro as %s', (words, expected) => {
  expect(found(words)).toBe(expected);
});

it('a threshold of two refuses the first that takes something back, and one of one means two', () => {
  expect(found('a A', 5, 2)).toBe('0a 1A');
  expect(found('a A', 5, 1)).toBe('0a 1A');
  expect(found('a', 5, 1)).toBeNull();
});

it('a longer window looks further back, and one of one at nothing', () => {
  expect(found('a A x y z a', 6)).toBe('0a 1A 5a');
  expect(found('a A a', 1, 2)).toBeNull();
});
