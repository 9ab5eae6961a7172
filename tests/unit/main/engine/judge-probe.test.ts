// What a look at a worker says about it.
import { expect, test } from 'vitest';
import { judgeProbe } from '../../../../src/main/engine/judge-probe.ts';
import { DEFAULT_HEALTH } from '../../../../src/shared/domain/worker-health.ts';
import type { AttemptProbe } from '../../../../src/shared/ports/execution.ts';
import type { ProcessProbe } from '../../../../src/shared/ports/spawn.ts';

const health = { ...DEFAULT_HEALTH, memoryBytes: 1000 };
const tool = (more: Partial<ProcessProbe> = {}): AttemptProbe => ({
  attemptId: 'a',
  at: 'tool',
  process: { id: 'a', state: 'running', processes: 1, cpuMs: 5, memoryBytes: 1000, outputBytes: 7, ...more },
  runningMs: 1,
});
const none = { attemptId: 'a', process: null, runningMs: 1 };

test.each([
  ['the first look', tool(), null],
  ['output', tool({ outputBytes: 8 }), tool()],
  ['processor time', tool({ cpuMs: 5.001 }), tool()],
  ['a child that ended, and took its processor time along', tool({ cpuMs: 4 }), tool()],
  ['a process that came', tool({ processes: 2 }), tool()],
  ['being there, where the system tells no processor time', tool({ cpuMs: null }), tool({ cpuMs: null })],
  ['Patchbay being at work itself', { ...none, at: 'ours' } as const, tool()],
])('%s is a sign of life', (_, now, before) => {
  expect(judgeProbe(now, before, health)).toEqual({ kind: 'alive' });
});

test('no output, no processor time and the same processes are a missed heartbeat', () => {
  expect(judgeProbe(tool(), tool(), health)).toMatchObject({ kind: 'silent', check: 'heartbeat' });
});

test.each([
  ['an attempt that nobody knows', { ...none, at: 'gone' } as const],
  ['a process that is gone', tool({ state: 'gone' })],
  ['a zombie', tool({ state: 'zombie' })],
])('%s may still report its end, so it is missed and not failed', (_, now) => {
  expect(judgeProbe(now, null, health)).toMatchObject({ kind: 'silent', check: 'process' });
});

test('one that is stopped fails at once, whatever else it shows', () => {
  expect(judgeProbe(tool({ state: 'stopped', cpuMs: 9 }), tool(), health)).toMatchObject({ check: 'stopped' });
});

test('memory counts from the first byte over the limit', () => {
  const over = judgeProbe(tool({ memoryBytes: 1001, cpuMs: 9 }), tool(), health);
  expect(over).toMatchObject({ kind: 'failed', check: 'memory' });
});
