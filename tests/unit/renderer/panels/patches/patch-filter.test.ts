// Tests the filter of the ledger.
import { describe, expect, it } from 'vitest';
import {
  matchingPatches,
  NO_PATCH_FILTER,
  statesPresent,
} from '../../../../../src/renderer/panels/patches/patch-filter.ts';
import { liveRun } from '../../../../e2e/fixture/fixture-world.ts';

function patches() {
  const run = liveRun();
  while (run.head.state === 'running') run.step();
  return run.patches;
}

describe('matchingPatches', () => {
  it('shows everything without a filter', () => {
    const all = patches();
    expect(matchingPatches(all, NO_PATCH_FILTER)).toHaveLength(all.length);
  });

  it('finds by task, state and any part of a path, without regard to case', () => {
    const all = patches();
    const task = matchingPatches(all, { ...NO_PATCH_FILTER, task: 'Retry a slow provider' });
    expect(task.map((patch) => patch.state)).toEqual(['quarantined', 'committed']);
    expect(matchingPatches(task, { ...NO_PATCH_FILTER, state: 'quarantined' })).toHaveLength(1);
    expect(matchingPatches(all, { ...NO_PATCH_FILTER, text: 'SRC/LEGACY' })).toHaveLength(all.length);
    expect(matchingPatches(all, { ...NO_PATCH_FILTER, text: 'nowhere' })).toEqual([]);
  });

  it('offers only states that occur, in the order of the machine', () => {
    expect(statesPresent(patches())).toEqual(['committed', 'quarantined']);
  });
});
