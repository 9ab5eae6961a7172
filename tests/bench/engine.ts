// `bench engine`: durable no-op tasks through the whole engine, beside raw SQLite writing the same rows, and beside peers.
import { join } from 'node:path';
import type { Synchronous } from '../../src/main/store/open-database.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median } from './bench-report.ts';
import { runFloor } from './engine-floor.ts';
import { measurePeers } from './engine-peers.ts';
import { type EngineRound, runEngine } from './engine-round.ts';
import { chain, fanOut, flat, layered } from './engine-shapes.ts';
import type { Cost } from './measure-cost.ts';
import { withScratch } from './scratch.ts';

const ROUNDS = 5;

/** What is counted does not depend on the machine. */
interface EngineCase extends BenchCase {
  /** CPU time of ours / of the floor. */
  readonly cpuRatio: number;
  readonly commitsPerTask: number;
  readonly eventsPerTask: number;
  readonly rowsPerTask: number;
}

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const many = scaled(10_000, options, 20);
  const shapes = [
    [`flat ${many}`, flat(many)],
    [`fan-out ${many}`, fanOut(many)],
    [`layered ${many}`, layered(many)],
    [`chain ${many / 10}`, chain(many / 10)],
  ] as const;
  const cases: EngineCase[] = [];
  for (const synchronous of ['FULL', 'NORMAL'] as const) {
    for (const [name, plan] of shapes) {
      options.say(`${name}, ${synchronous}`);
      cases.push(
        await measureCase(`${name}, ${synchronous}`, plan, { synchronous, rounds: roundsOf(ROUNDS, options) }),
      );
    }
  }
  const first = cases[0];
  if (first === undefined) throw new Error('no case was measured');
  const { ours, floor, ratio } = first;
  const contests = options.peers ? await measurePeers(options) : [];
  const peers = Object.fromEntries(contests.map(({ name, peer }) => [name, peer]));
  const unit = 'seconds per durable no-op task';
  return { name: 'engine', unit, ours, floor, peers, ratio, cases: [...cases, ...contests] };
}

async function measureCase(
  name: string,
  plan: Plan,
  { synchronous, rounds }: { readonly synchronous: Synchronous; readonly rounds: number },
): Promise<EngineCase> {
  const ours: EngineRound[] = [];
  const floor: Cost[] = [];
  await withScratch(async ({ dir }) => {
    for (let round = 0; round < rounds; round += 1) {
      const engine = await runEngine({ plan, synchronous, dir: join(dir, 'ours') });
      floor.push(await runFloor({ commits: engine.commits, synchronous, dir: join(dir, 'floor') }));
      ours.push(engine);
    }
  });
  const tasks = plan.tasks.length;
  const seconds = { ours: median(ours.map((one) => one.seconds)), floor: median(floor.map((one) => one.seconds)) };
  return {
    name,
    ours: seconds.ours / tasks,
    floor: seconds.floor / tasks,
    ratio: median(ours.map((one, round) => one.seconds / (floor[round]?.seconds ?? Number.NaN))),
    cpuRatio: median(ours.map((one, round) => one.cpuSeconds / (floor[round]?.cpuSeconds ?? Number.NaN))),
    ...countsOf(ours, tasks),
    note: `${Math.round(tasks / seconds.ours)} tasks/s, floor ${Math.round(tasks / seconds.floor)} tasks/s`,
  };
}

/** Of the round with the most transactions. */
function countsOf(rounds: readonly EngineRound[], tasks: number) {
  const counts = rounds.map(({ commits }) => ({
    commits: commits.length,
    events: commits.reduce((sum, { events }) => sum + events.length, 0),
    rows: commits.reduce((sum, { rows }) => sum + Object.values(rows).reduce((all, some) => all + some.length, 0), 0),
  }));
  const most = counts.reduce((a, b) => (b.commits > a.commits ? b : a));
  return {
    commitsPerTask: most.commits / tasks,
    eventsPerTask: most.events / tasks,
    rowsPerTask: most.rows / tasks,
  };
}
