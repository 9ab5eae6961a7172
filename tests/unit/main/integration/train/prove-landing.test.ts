// What lands is what was gated: read again from git, and applied once more, before the head moves.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CapturedPatch } from '../../../../../src/shared/domain/patch.ts';
import type { LandingChange, SwapOrder } from '../../../../../src/shared/ports/integration.ts';
import { captureChange } from '../../../../fakes/capture-change.ts';
import { candidateOrder, type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

const REF = 'refs/patchbay/runs/r/head';
const LINES = Array.from({ length: 30 }, (_, at) => `line ${at}\n`);

let fixture: IntegrationFixture;
let patches: readonly CapturedPatch[];
beforeEach(async () => {
  fixture = await integrationFixture({ 'long.txt': LINES.join(''), 'b.txt': 'b\n' });
  const edit = (at: number) => LINES.with(at, 'changed\n').join('');
  patches = [
    await captureChange(fixture.git, fixture.base, { 'long.txt': edit(2) }),
    await captureChange(fixture.git, fixture.base, { 'b.txt': 'new\n', 'c.txt': 'c\n' }),
    // Meets the first in its file and not in its lines: git merges it.
    await captureChange(fixture.git, fixture.base, { 'long.txt': edit(27) }),
  ];
  await fixture.integration.swapHead({ ref: REF, old: null, new: fixture.base, drop: [] });
});
afterEach(() => fixture.close());

/** The patches as a stack on the base, and the order to put the head on its top. */
async function stack(): Promise<{ readonly order: SwapOrder; readonly landing: readonly LandingChange[] }> {
  const landing: LandingChange[] = [];
  let onto = fixture.base;
  for (const [at, patch] of patches.entries()) {
    const changeId = `01PATCH${at}`;
    const built = await fixture.integration.buildCandidate(candidateOrder(patch, onto, changeId));
    if (built.kind !== 'built') throw new Error(built.message);
    const { commit, tree } = built;
    const { base, tree: made, files, diff } = patch;
    landing.push({ changeId, onto, commit, tree, base, made, files, diff: () => diff });
    onto = commit;
  }
  return { landing, order: { ref: REF, old: fixture.base, new: onto, landing, drop: [] } };
}

const head = () => fixture.integration.readRef(REF);

describe('a stack that lands', () => {
  it('moves the head over all its commits at once, and once more is once', async () => {
    const { order } = await stack();
    expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'swapped' });
    expect(await head()).toBe(order.new);
    expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'swapped' });
    const history = await fixture.integration.history(order.new, fixture.base);
    expect(history.map(({ commit }) => commit)).toEqual(order.landing?.map(({ commit }) => commit).toReversed());
  });

  it.each([0, 1, 2])('does not move it where commit %i has another tree than was gated', async (at) => {
    const { order, landing } = await stack();
    const [one, other] = [landing[at], landing[(at + 1) % 3]];
    if (one === undefined || other === undefined) throw new Error('three were built');
    const said = await fixture.integration.swapHead({
      ...order,
      landing: landing.with(at, { ...one, tree: other.tree }),
    });
    expect(said).toMatchObject({ kind: 'unproven', reason: expect.stringContaining('was gated') });
    expect(await head()).toBe(fixture.base);
  });

  it.each([0, 1, 2])('does not move it where commit %i holds something else than its diff makes', async (at) => {
    const { order, landing } = await stack();
    const one = landing[at];
    if (one === undefined) throw new Error('three were built');
    // A commit that says it is this change and reverts what landed before it.
    const tree = fixture.repo.git('rev-parse', `${fixture.base}^{tree}`).trim();
    const silent = fixture.repo.git('commit-tree', tree, '-p', one.onto, '-m', 'x').trim();
    const changed = [...landing.slice(0, at), { ...one, commit: silent, tree }];
    const said = await fixture.integration.swapHead({ ...order, new: silent, landing: changed });
    expect(said).toMatchObject({ kind: 'unproven', reason: expect.stringContaining('its diff makes') });
    expect(await head()).toBe(fixture.base);
  });

  it('does not move it where the commits do not stand on each other', async () => {
    const { order, landing } = await stack();
    const said = await fixture.integration.swapHead({ ...order, landing: landing.slice(1) });
    expect(said).toMatchObject({ kind: 'unproven', reason: expect.stringContaining('does not stand on') });
    expect(await head()).toBe(fixture.base);
  });

  it('is proved in any order of its patches, and the trees are what git itself makes', async () => {
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ];
    const all = patches;
    const trees = new Set<string>();
    for (const indexes of orders) {
      patches = indexes.flatMap((at) => all[at] ?? []);
      const { order } = await stack();
      expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'swapped' });
      trees.add(fixture.repo.git('rev-parse', `${order.new}^{tree}`).trim());
      await fixture.integration.swapHead({ ref: REF, old: order.new, new: fixture.base, drop: [] });
    }
    expect(trees.size, 'they commute').toBe(1);
  });
});
