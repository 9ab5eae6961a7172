// Which processes are looked at when a tool has ended: those whose numbers were given out since it began.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { isBetween, listRecentProcesses } from '../../../../../src/main/execution/spawn/list-recent-processes.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function sleeper(): Promise<number> {
  const child = spawn('sleep', ['30'], { stdio: 'ignore' });
  children.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

test.each([
  ['between', 15, 10, 20, true],
  ['the first', 10, 10, 20, true],
  ['the last', 20, 10, 20, true],
  ['before', 9, 10, 20, false],
  ['after', 21, 10, 20, false],
  ['high, when numbers have begun anew', 32_000, 31_000, 400, true],
  ['low, when numbers have begun anew', 399, 31_000, 400, true],
  ['old, when numbers have begun anew', 500, 31_000, 400, false],
  ['no number', Number.NaN, 10, 20, false],
])('a number is between two others: %s', (_, number, first, last, between) => {
  expect(isBetween(number, first, last)).toBe(between);
});

// Other systems do not tell the newest number: all processes are looked at, which the tests of the helper cover.
test.runIf(process.platform === 'linux')(
  'what was started later is found, what was there before is not looked at',
  async () => {
    const before = await sleeper();
    const tool = await sleeper();
    const later = await sleeper();
    const found = listRecentProcesses(tool, 10).map(({ pid }) => pid);
    expect(found).toEqual(expect.arrayContaining([tool, later]));
    expect(found).not.toContain(before);
  },
);

test.runIf(process.platform === 'linux')(
  'after a while every process is looked at, for a number may have been given twice',
  async () => {
    const before = await sleeper();
    const tool = await sleeper();
    expect(listRecentProcesses(tool, 60_000).map(({ pid }) => pid)).toContain(before);
  },
);
