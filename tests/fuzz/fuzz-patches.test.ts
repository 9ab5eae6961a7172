// Ten thousand odd patches: none that we accept becomes another tree than git makes of it.
import { expect, it } from 'vitest';
import { fuzzPatches, lineOf } from './fuzz-patches.ts';

const CASES = Number(process.env['PATCHBAY_FUZZ_CASES'] ?? 10_000);
const SEED = Number(process.env['PATCHBAY_FUZZ_SEED'] ?? 1);

it.skipIf(process.platform === 'win32')(
  'a patch that we accept becomes the very tree that git makes of it',
  async () => {
    const order = { cases: CASES, seed: SEED, keep: null, askedRefusals: 0.02 };
    const report = await fuzzPatches(order, console.log);
    console.log(lineOf(report));
    expect(report.dangerous).toEqual([]);
    expect(report.accepted).toBeGreaterThan(CASES / 10);
  },
  600_000,
);
