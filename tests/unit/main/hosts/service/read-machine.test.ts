// What the real machine says of itself.
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readMachine } from '../../../../../src/main/hosts/service/read-machine.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import { realClock } from '../../../../fakes/real-clock.ts';

test('it tells shares of memory and bytes of disk; a folder that is not there is passed over', async () => {
  const { memoryFree, disk } = await readMachine(['/no/such/folder', tmpdir()], realClock).sample();
  if (process.platform === 'darwin') expect(memoryFree).toBe(null);
  else expect(memoryFree).toBeGreaterThan(0);
  expect(memoryFree ?? 0).toBeLessThan(1);
  expect(disk?.folder).toBe(tmpdir());
  expect(disk?.freeBytes).toBeGreaterThan(0);
});

test('processors are judged by a whole window and not before', async () => {
  let now = 0;
  const machine = readMachine([], { ...realClock, monotonic: () => now });
  expect((await machine.sample()).cpuBusy).toBe(null);
  now = LIMITS.cpuWindowMs - 1;
  expect((await machine.sample()).cpuBusy).toBe(null);
  // Work that shows in the counters, which go by hundredths of a second.
  const until = performance.now() + 50;
  while (performance.now() < until);
  now = LIMITS.cpuWindowMs;
  const { cpuBusy } = await machine.sample();
  expect(cpuBusy).toBeGreaterThan(0);
  expect(cpuBusy).toBeLessThanOrEqual(1);
});
