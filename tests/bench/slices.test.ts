// A short slice of each benchmark: it runs, and its report has the shape that the command line promises. Nothing is timed here.
import { expect, test } from 'vitest';
import type { BenchOptions } from './bench-options.ts';
import type { BenchReport } from './bench-report.ts';
import { run as runCaptureBench } from './capture.ts';
import { run as runEndToEndBench } from './end-to-end.ts';
import { run as runEngineBench } from './engine.ts';
import { run as runParseBench } from './parse.ts';
import { run as runPatchBench } from './patch.ts';
import { run as runPlanBench } from './plan.ts';
import { run as runSpawnBench } from './spawn.ts';
import { run as runStreamBench } from './stream.ts';
import { run as runValidateBench } from './validate.ts';
import { run as runWorkspaceBench } from './workspace.ts';

const SLICE: BenchOptions = { peers: false, scale: 0.005, say: () => undefined };

function expectShape(report: BenchReport, name: string): void {
  expect(report).toMatchObject({ name, unit: expect.any(String), peers: {} });
  for (const value of [report.ours, report.floor, report.ratio]) expect(value).toBeGreaterThan(0);
  expect(report.cases.length).toBeGreaterThan(0);
  for (const one of report.cases) expect(one).toMatchObject({ name: expect.any(String), ours: expect.any(Number) });
}

test('bench engine writes each task with its transitions, and a chain with at most two commits a task', async () => {
  const report = await runEngineBench(SLICE);
  expectShape(report, 'engine');
  for (const one of report.cases) {
    // Queued, created, started, finished, completed; what the run itself says comes on top.
    expect(one).toMatchObject({ eventsPerTask: expect.any(Number), rowsPerTask: expect.any(Number) });
    expect((one as { eventsPerTask?: number }).eventsPerTask).toBeGreaterThanOrEqual(5);
    if (one.name.startsWith('chain'))
      expect((one as { commitsPerTask?: number }).commitsPerTask).toBeLessThanOrEqual(2);
  }
});

test('bench spawn runs a process for each task, through the helper that spares the engine the start', async () => {
  const report = await runSpawnBench(SLICE);
  expectShape(report, 'spawn');
  expect(report.cases.map(({ name }) => name)).toEqual([
    'flat 5',
    'layered 5',
    'chain 5',
    'a start holds up the engine, usual',
    'a start holds up the engine, worst',
  ]);
});

test('bench stream has many tools talk and flood at once, and says how late the loop is and how much memory it took', async () => {
  const report = await runStreamBench(SLICE);
  expectShape(report, 'stream');
  expect(report.cases.map(({ name }) => name)).toEqual(['4 tools, 100 lines a second each', '4 tools, 0.1 MB each']);
  for (const one of report.cases)
    expect(one).toMatchObject({ maxLagMs: expect.any(Number), memoryMb: expect.any(Number) });
});

test('bench plan plans and advances graphs of two sizes, and says how they compare', async () => {
  const report = await runPlanBench({ ...SLICE, scale: 0.01 });
  expect(report).toMatchObject({ name: 'plan', unit: expect.any(String), peers: {} });
  // The clock of a thread may not tick in a slice; that of the wall does.
  for (const one of report.cases) expect((one as { wallSeconds?: number }).wallSeconds).toBeGreaterThan(0);
  expect(report.cases.map(({ name }) => name.replace(/ \d.*$/, ''))).toEqual(['plan', 'plan', 'advance', 'advance']);
});

test('bench parse reads patches of two sizes, and a large one in a process of its own', async () => {
  const report = await runParseBench(SLICE);
  expectShape(report, 'parse');
  expect(report.cases.map(({ name }) => name.replace(/^\d+ kB /, ''))).toEqual([
    'parsed',
    'parsed',
    'in a process of its own',
  ]);
  expect(report.cases.at(-1)).toMatchObject({ memoryMb: expect.any(Number), seconds: expect.any(Number) });
});

test('bench validate judges patches of two sizes, each with its tail and with git’s own processes', async () => {
  const report = await runValidateBench(SLICE);
  expectShape(report, 'validate');
  expect(report.cases.map(({ name }) => name)).toEqual(['300 lines in 4 files', '1 MB in 180 files']);
  for (const one of report.cases)
    expect(one).toMatchObject({ p95Ms: expect.any(Number), p95CpuMs: expect.any(Number), wholeMs: expect.any(Number) });
});
/** Many git processes, on a machine that may be busy. */
const GIT_MS = 120_000;

/** Peers beside ours: what is compared is a time each, and of the CPU where the machine tells. */
function expectContests(report: BenchReport, names: readonly string[]): void {
  const contests = report.cases.filter((one) => 'faster' in one);
  expect(contests.map(({ name }) => name.replace(/ \d+ files$/, ''))).toEqual(names);
  for (const { ours, peer, faster } of contests)
    for (const value of [ours, peer, faster]) expect(value).toBeGreaterThan(0);
}

test(
  'bench patch integrates patches one by one and in stacks, as the same trees as git by hand and by its porcelain',
  async () => {
    const report = await runPatchBench(SLICE);
    expectShape(report, 'patch');
    expectContests(report, ['sustained,', 'sustained,']);
  },
  GIT_MS,
);

test(
  'bench workspace takes and gives back folders of a pool, beside worktrees made and removed',
  async () => {
    const report = await runWorkspaceBench(SLICE);
    const pair = ['a task waits,', 'with the work in the background,'];
    expectContests(report, [...pair, ...pair]);
  },
  GIT_MS,
);

test(
  'bench capture makes patches of what was changed, beside git saying what it was',
  async () => {
    const report = await runCaptureBench(SLICE);
    expectShape(report, 'capture');
  },
  GIT_MS,
);

test(
  'bench end-to-end runs the same tasks through the service and the naive way, to the same tree',
  async () => {
    const report = await runEndToEndBench(SLICE);
    expectContests(report, ['250 files', '250 files', '250 files']);
  },
  GIT_MS,
);
