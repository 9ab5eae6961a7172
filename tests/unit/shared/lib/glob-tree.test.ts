// Globs of a tree are found by what they may meet, and leave nothing behind.
import { expect, test } from 'vitest';
import { mayOverlap } from '../../../../src/shared/lib/glob.ts';
import { addGlob, meetingGlob, newGlobTree, removeGlob } from '../../../../src/shared/lib/glob-tree.ts';
import { seededRandom } from '../../../simulation/seeded-random.ts';

function randomGlob(random: () => number): string {
  const names = ['src', 'lib', 'a', 'b', '*', '**', '*.ts', 'a.ts'];
  const name = () => names[Math.floor(random() * names.length)] ?? 'a';
  return Array.from({ length: 1 + Math.floor(random() * 3) }, name).join('/');
}

test('finds exactly the claims that may meet a glob', () => {
  const random = seededRandom(3);
  for (let round = 0; round < 200; round += 1) {
    const claims = Array.from({ length: 12 }, (_, at) => ({ at, glob: randomGlob(random) }));
    const tree = newGlobTree<number>();
    for (const { glob, at } of claims) addGlob(tree, glob, at);
    const asked = randomGlob(random);
    const expected = claims.filter(({ glob }) => mayOverlap(glob, asked)).map(({ at }) => at);
    expect(
      [...new Set(meetingGlob(tree, asked))].sort((a, b) => a - b),
      asked,
    ).toEqual(expected);
  }
});

test('what is removed is gone, and its folders with it', () => {
  const tree = newGlobTree<string>();
  addGlob(tree, 'src/deep/er/*.ts', 'one');
  addGlob(tree, 'src/deep/**', 'two');
  removeGlob(tree, 'src/deep/er/*.ts', 'one');
  removeGlob(tree, 'src/never/was', 'one');
  expect([...meetingGlob(tree, '**')]).toEqual(['two']);
  removeGlob(tree, 'src/deep/**', 'two');
  expect(tree).toEqual(newGlobTree());
});

test('claims in other folders are never compared', () => {
  const tree = newGlobTree<number>();
  for (let at = 0; at < 10_000; at += 1) addGlob(tree, `folder${at}/**`, at);
  const started = performance.now();
  for (let at = 0; at < 10_000; at += 1) expect([...meetingGlob(tree, `folder${at}/a.ts`)]).toEqual([at]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
