// Claimed globs are found by what they may meet, and leave nothing behind.
import { expect, test } from 'vitest';
import { addClaim, nearClaims, newClaimTree, removeClaim } from '../../../../src/main/scheduling/claim-tree.ts';
import { mayOverlap } from '../../../../src/shared/lib/glob.ts';
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
    const tree = newClaimTree<number>();
    for (const { glob, at } of claims) addClaim(tree, glob, at);
    const asked = randomGlob(random);
    const expected = claims.filter(({ glob }) => mayOverlap(glob, asked)).map(({ at }) => at);
    expect(
      [...new Set(nearClaims(tree, asked))].sort((a, b) => a - b),
      asked,
    ).toEqual(expected);
  }
});

test('what is removed is gone, and its folders with it', () => {
  const tree = newClaimTree<string>();
  addClaim(tree, 'src/deep/er/*.ts', 'one');
  addClaim(tree, 'src/deep/**', 'two');
  removeClaim(tree, 'src/deep/er/*.ts', 'one');
  removeClaim(tree, 'src/never/was', 'one');
  expect([...nearClaims(tree, '**')]).toEqual(['two']);
  removeClaim(tree, 'src/deep/**', 'two');
  expect(tree).toEqual(newClaimTree());
});

test('claims in other folders are never compared', () => {
  const tree = newClaimTree<number>();
  for (let at = 0; at < 10_000; at += 1) addClaim(tree, `folder${at}/**`, at);
  const started = performance.now();
  for (let at = 0; at < 10_000; at += 1) expect([...nearClaims(tree, `folder${at}/a.ts`)]).toEqual([at]);
  expect(performance.now() - started).toBeLessThan(5_000);
});
