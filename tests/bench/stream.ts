// `bench stream`: what the output of two hundred tools at once costs the engine's loop and memory, beside an idle process.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { type BenchOptions, FULL_SIZE, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, quantile } from './bench-report.ts';
import { floodArgv, talkArgv } from './chatty-tool.ts';
import { flat, NO_OP, withProgram } from './engine-shapes.ts';
import { type LagMeter, startLagMeter } from './measure-lag.ts';
import { openProcessEngine, type ProcessEngine } from './process-engine.ts';
import { withScratch } from './scratch.ts';

const TOOLS = 200;
/** A run has at most 64 side by side. */
const RUNS = 4;
const TALK_MS = 5_000;
const FLOOD_BYTES = 10 * 1024 * 1024;
const SAMPLE_MS = 20;

interface StreamCase extends BenchCase {
  /** Milliseconds that a turn of the engine takes, the 99th of 100. */
  readonly turnMsP99: number;
  /** The same of the CPU time of the engine's thread. */
  readonly turnCpuMsP99: number;
  readonly maxLagMs: number;
  /** Growth of the engine's resident memory at its peak. */
  readonly memoryMb: number;
}

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases = await withScratch(async ({ dir }) => {
    const engine = openProcessEngine(join(dir, 'engine'), 'NORMAL');
    const meter = await startLagMeter();
    try {
      await engine.run(withProgram(flat(20), NO_OP), RUNS);
      const tools = scaled(TOOLS / RUNS, options) * RUNS;
      options.say(`${tools} tools that write 100 lines a second each, while others start and end`);
      const talking = await measureTalk({ engine, meter, dir }, tools, scaled(TALK_MS, options, 300));
      options.say(`${tools} tools that write 10 MB each as fast as they can`);
      return [talking, await measureFlood({ engine, meter, dir }, tools, scaled(FLOOD_BYTES, options, 100_000))];
    } finally {
      meter.close();
      await engine.close();
    }
  });
  const [first] = cases;
  if (first === undefined) throw new Error('no case was measured');
  const { ours, floor, ratio } = first;
  return {
    name: 'stream',
    unit: 'seconds that the loop is late, the 99th of 100',
    ours,
    floor,
    peers: {},
    ratio,
    cases,
  };
}

interface Bench {
  readonly engine: ProcessEngine;
  readonly meter: LagMeter;
  readonly dir: string;
}

async function measureTalk({ engine, meter, dir }: Bench, tools: number, talkMs: number): Promise<StreamCase> {
  const stopFile = join(dir, 'stop');
  const talking = runAll(engine, withProgram(flat(tools / RUNS), talkArgv(stopFile)));
  talking.catch(() => undefined); // awaited below
  while (engine.running() < tools) await Promise.race([delay(SAMPLE_MS), talking]);
  const watch = startWatch(engine, meter);
  const churn = engine.run(withProgram(flat(Math.ceil(talkMs / 50)), NO_OP), RUNS);
  await delay(talkMs);
  const seen = await watch.end();
  writeFileSync(stopFile, '');
  await Promise.all([talking, churn]);
  return caseOf(`${tools} tools, 100 lines a second each`, seen, '');
}

async function measureFlood({ engine, meter, dir }: Bench, tools: number, bytes: number): Promise<StreamCase> {
  const plan = withProgram(flat(tools / RUNS), floodArgv(dir, bytes));
  const watch = startWatch(engine, meter);
  const from = performance.now();
  await runAll(engine, plan);
  const seconds = (performance.now() - from) / 1_000;
  const seen = await watch.end();
  const megabytes = (tools * bytes) / 1024 / 1024;
  return caseOf(
    `${tools} tools, ${(bytes / 1024 / 1024).toFixed(1)} MB each`,
    seen,
    `${(megabytes / seconds).toFixed(0)} MB/s into files; `,
  );
}

/** The tools are spread over several runs, as many side by side as there are. */
async function runAll(engine: ProcessEngine, plan: Plan): Promise<void> {
  await Promise.all(Array.from({ length: RUNS }, () => engine.run(plan, plan.tasks.length)));
}

type Seen = Awaited<ReturnType<ReturnType<typeof startWatch>['end']>>;

function startWatch(engine: ProcessEngine, meter: LagMeter) {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
  engine.turns.length = 0;
  meter.begin();
  return {
    end: async () => {
      clearInterval(sampler);
      const lag = await meter.end();
      return { ...lag, memoryMb: (peak - before) / 1024 / 1024, turns: engine.turns.slice() };
    },
  };
}

function caseOf(name: string, { ours, idle, memoryMb, turns }: Seen, more: string): StreamCase {
  const turnMsP99 = quantile(
    turns.map(({ ms }) => ms),
    0.99,
  );
  const turnCpuMsP99 = quantile(
    turns.map(({ cpuMs }) => cpuMs),
    0.99,
  );
  const maxLagMs = ours.max * 1_000;
  const ms = (seconds: number) => `${(seconds * 1_000).toFixed(1)} ms`;
  const note =
    `loop late by ${ms(ours.p99)}, an idle process by ${ms(idle.p99)}; ${more}` +
    `${turns.length} turns of ${turnMsP99.toFixed(1)} ms (CPU ${turnCpuMsP99.toFixed(1)}); memory +${memoryMb.toFixed(0)} MB`;
  return {
    name,
    ours: ours.p99,
    floor: idle.p99,
    ratio: ours.p99 / idle.p99,
    turnMsP99,
    turnCpuMsP99,
    maxLagMs,
    memoryMb,
    note,
  };
}
