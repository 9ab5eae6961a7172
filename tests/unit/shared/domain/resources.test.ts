// From where on the machine counts as short of something, and from where on it does not any more.
import { expect, test } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import {
  type MachineSample,
  type ResourceLevel,
  resourceLevel,
  resourceWords,
} from '../../../../src/shared/domain/resources.ts';

const NOTHING: MachineSample = { cpuBusy: null, memoryFree: null, disk: null };
const disk = (freeBytes: number): MachineSample => ({ ...NOTHING, disk: { folder: '/data', freeBytes } });
const levelsOf = (samples: readonly MachineSample[]): readonly ResourceLevel[] => {
  let level: ResourceLevel = 'ok';
  return samples.map((sample) => (level = resourceLevel('disk', level, sample)));
};

test('less than the soft limit is soft, less than the hard one is hard', () => {
  const { diskFreeSoft, diskFreeHard } = LIMITS;
  const samples = [disk(diskFreeSoft), disk(diskFreeSoft - 1), disk(diskFreeHard), disk(diskFreeHard - 1)];
  expect(levelsOf(samples)).toEqual(['ok', 'soft', 'soft', 'hard']);
});

test('the way back takes a quarter more, so that a value at the edge does not come and go', () => {
  const { diskFreeSoft, diskFreeHard } = LIMITS;
  const samples = [0, diskFreeHard * 1.2, diskFreeHard * 1.25, diskFreeSoft * 1.2, diskFreeSoft * 1.25].map(disk);
  expect(levelsOf(samples)).toEqual(['hard', 'hard', 'soft', 'soft', 'ok']);
});

test('processors and memory count by their shares', () => {
  const at = (cpuBusy: number, memoryFree: number) => {
    const sample = { ...NOTHING, cpuBusy, memoryFree };
    return [resourceLevel('cpu', 'ok', sample), resourceLevel('memory', 'ok', sample)];
  };
  expect(at(0.94, 0.11)).toEqual(['ok', 'ok']);
  expect(at(0.96, 0.09)).toEqual(['soft', 'soft']);
  expect(at(0.995, 0.04)).toEqual(['hard', 'hard']);
});

test('what cannot be seen holds nobody, whatever it was before', () => {
  expect(resourceLevel('memory', 'hard', NOTHING)).toBe('ok');
});

test('the words say how much there is and how much there has to be', () => {
  expect(resourceWords('disk', 'hard', disk(100 * 1024 * 1024))).toEqual({
    message: 'The disk of /data has 100 MiB left.',
    freedBy: '320 MiB free on the disk of /data',
  });
  expect(resourceWords('cpu', 'soft', { ...NOTHING, cpuBusy: 0.972 }).message).toContain('97.2 %');
});
