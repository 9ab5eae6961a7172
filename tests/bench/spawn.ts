// `bench spawn`: a real process for each task through engine, execution and helper, beside Node's bare spawn.
import { join } from 'node:path';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { runBare } from './bare-spawn.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median } from './bench-report.ts';
import { chain, flat, layered, NO_OP, withProgram } from './engine-shapes.ts';
import { type Cost, measureTreeCost } from './measure-cost.ts';
import { openProcessEngine, type ProcessEngine } from './process-engine.ts';
import { withScratch } from './scratch.ts';
import { measureBlocking } from './spawn-blocking.ts';
import { measureSpawnPeers } from './spawn-peers.ts';

/** Tools side by side: as many as a new project allows. */
const PARALLEL = 4;
const ROUNDS = 5;

interface SpawnCase extends BenchCase {
  /** CPU time of all processes, the tools' own included: ours / the floor. */
  readonly cpuRatio: number;
  /** ours / Node's spawn that drops the output unread. */
  readonly ratioToIgnored: number;
  readonly commitsPerTask: number;
}

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases = await withScratch(async ({ dir }) => {
    const engine = openProcessEngine(join(dir, 'engine'), 'NORMAL');
    try {
      return await measureShapes(engine, options);
    } finally {
      await engine.close();
    }
  });
  options.say('how long the start of a tool holds up the engine, with 500 MB in memory');
  const blocking = await measureBlocking(options);
  const contests = options.peers ? await measureSpawnPeers(options) : [];
  const first = cases[0];
  if (first === undefined) throw new Error('no case was measured');
  const { ours, floor, ratio } = first;
  const peers = Object.fromEntries(contests.map(({ name, peer }) => [name, peer]));
  const unit = 'seconds per task with a process';
  return { name: 'spawn', unit, ours, floor, peers, ratio, cases: [...cases, ...blocking, ...contests] };
}

async function measureShapes(engine: ProcessEngine, options: BenchOptions): Promise<readonly SpawnCase[]> {
  const [many, few] = [scaled(500, options, 5), scaled(300, options, 5)];
  const shapes = [
    [`flat ${many}`, flat(many)],
    [`layered ${few}`, layered(few, 20)],
    [`chain ${few}`, chain(few)],
  ] as const;
  // The helper's start and the first compilation are not what is measured.
  await engine.run(withProgram(flat(scaled(50, options, 5)), NO_OP), PARALLEL);
  const cases: SpawnCase[] = [];
  for (const [name, plan] of shapes) {
    options.say(`${name}, ${PARALLEL} side by side`);
    cases.push(await measureShape(engine, withProgram(plan, NO_OP), { name, rounds: roundsOf(ROUNDS, options) }));
  }
  return cases;
}

async function measureShape(
  engine: ProcessEngine,
  plan: Plan,
  { name, rounds }: { readonly name: string; readonly rounds: number },
): Promise<SpawnCase> {
  const ours: Cost[] = [];
  const piped: Cost[] = [];
  const ignored: Cost[] = [];
  const before = engine.commits();
  for (let round = 0; round < rounds; round += 1) {
    piped.push(await measureTreeCost(() => runBare(plan, PARALLEL, 'pipe')));
    ours.push(await measureTreeCost(() => engine.run(plan, PARALLEL)));
    ignored.push(await measureTreeCost(() => runBare(plan, PARALLEL, 'ignore')));
  }
  const tasks = plan.tasks.length;
  const perTask = (costs: readonly Cost[]) => median(costs.map(({ seconds }) => seconds)) / tasks;
  const ratioTo = (floor: readonly Cost[], of: keyof Cost) =>
    median(ours.map((cost, round) => cost[of] / (floor[round]?.[of] ?? Number.NaN)));
  return {
    name,
    ours: perTask(ours),
    floor: perTask(piped),
    ratio: ratioTo(piped, 'seconds'),
    cpuRatio: ratioTo(piped, 'cpuSeconds'),
    ratioToIgnored: ratioTo(ignored, 'seconds'),
    commitsPerTask: (engine.commits() - before) / rounds / tasks,
    note: `${ms(perTask(ours))} ms, Node's spawn ${ms(perTask(piped))} ms, ${ms(perTask(ignored))} ms with the output ignored`,
  };
}

function ms(seconds: number): string {
  return (seconds * 1_000).toFixed(2);
}
