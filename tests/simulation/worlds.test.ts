// A slice of seeded worlds in every test run: all invariants after every event, every fault met, old failures stay mended.
import { afterAll, describe, expect, test } from 'vitest';
import { cover, coverageTable, missed, noCoverage } from './coverage.ts';
import { REGRESSIONS } from './seeds.ts';
import { runWorld } from './world/run-world.ts';
import { describeBreach, type Seed, worldOf } from './worlds.ts';

const SEEDS = Number(process.env['PATCHBAY_WORLDS'] ?? 150);
const GROUPS = 10;
const coverage = noCoverage();

async function run(seed: Seed): Promise<string | null> {
  const result = await runWorld(worldOf(seed));
  cover(coverage, result);
  return describeBreach(seed, result);
}

describe('simulated worlds', { timeout: 60_000 + SEEDS * 1_000 }, () => {
  test.each(REGRESSIONS)('never again: $why', async (seed) => {
    expect(await run(seed)).toBeNull();
  });

  test.each(Array.from({ length: GROUPS }, (_, at) => at))(
    'keep every invariant after every event, part %i',
    async (part) => {
      const broken: string[] = [];
      for (let seed = 1 + part; seed <= SEEDS; seed += GROUPS) {
        const breach = await run({ kind: 'small', seed });
        if (breach !== null) broken.push(breach);
      }
      expect(broken.join('\n')).toBe('');
    },
  );

  test('meet every fault there is', () => {
    expect(missed(coverage, 1)).toEqual([]);
    expect(Math.min(...Object.values(coverage.refusals))).toBeGreaterThan(0);
  });

  test('that are calm end well', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { states, breaches } = await runWorld({ ...worldOf({ kind: 'small', seed }), trouble: 0 });
      expect(breaches).toEqual([]);
      expect(new Set(states)).toEqual(new Set(['succeeded']));
    }
  });

  test('are the same for the same seed', async () => {
    const seed = { kind: 'small', seed: 11 } as const;
    const [once, again] = [await runWorld(worldOf(seed)), await runWorld(worldOf(seed))];
    expect(again).toEqual(once);
  });

  test('of a whole day keep them, too', async () => {
    const seed = { kind: 'day', seed: 1 } as const;
    const begun = process.cpuUsage();
    const result = await runWorld(worldOf(seed));
    const spent = process.cpuUsage(begun);
    expect(describeBreach(seed, result)).toBeNull();
    expect(result.tasks).toBeGreaterThan(1_000);
    expect(result.simulatedMs).toBeGreaterThan(20 * 3_600_000);
    console.info(
      `A day of ${result.tasks} tasks took ${Math.round((spent.user + spent.system) / 1000)} ms of processor time.`,
    );
  });

  afterAll(() => console.info(coverageTable(coverage)));
});
