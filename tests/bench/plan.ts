// `bench plan`: a large plan is read and checked, and its graph advanced task by task, beside the least that either can cost.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { popReady, pushReady } from '../../src/main/scheduling/ready-queue.ts';
import { letGo } from '../../src/main/state/evolve-task.ts';
import { newRun } from '../../src/main/state/new-run.ts';
import type { RunNode } from '../../src/main/state/run-state.ts';
import { DEFAULT_HEALTH } from '../../src/shared/domain/worker-health.ts';
import { criticalPath } from '../../src/shared/plan/critical-path.ts';
import { loadPlan } from '../../src/shared/plan/load-plan.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { waveCount, waves } from '../../src/shared/plan/waves.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchCase, type BenchReport, median, type PeerCase } from './bench-report.ts';
import { advanceBare, bareGraph } from './plan-floor.ts';
import { type SortingPeer, sortingPeers } from './plan-peers.ts';
import { layeredFile, type PlanFile } from './plan-shapes.ts';

const ROUNDS = 5;
const SMALL = 10_000;
/** What one round leaves behind is not to be paid by the next. */
const collectGarbage = garbageCollector();
const LARGE = 100_000;

interface Measured {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

/** Figures are CPU time of this thread, which a busy machine changes least: there is nothing to wait for in any of it. */
interface PlanCase extends BenchCase {
  /** Of the whole plan. */
  readonly cpuSeconds: number;
  /** The same by the clock on the wall, which counts what others took of this machine as well. */
  readonly wallSeconds: number;
  /** Megabytes in use afterwards, with the plan and its run alive. */
  readonly heapMb: number;
}

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const files = [SMALL, LARGE].map((size) => layeredFile(scaled(size, options, 100)));
  const peers = options.peers ? sortingPeers(options) : [];
  const rounds = roundsOf(ROUNDS, options);
  const planned: PlanCase[] = [];
  const advanced: PlanCase[] = [];
  const contests: PeerCase[] = [];
  for (const file of files) {
    options.say(`${file.tasks} tasks, ${rounds} rounds`);
    const [plan, advance, theirs] = measureFile(file, peers, rounds);
    planned.push(plan);
    advanced.push(advance);
    if (file === files.at(-1)) contests.push(...theirs);
  }
  const cases = [...withGrowth(planned), ...withGrowth(advanced), ...contests];
  const last = advanced.at(-1);
  if (last === undefined) throw new Error('nothing was measured');
  return {
    name: 'plan',
    unit: 'CPU seconds per task advanced in a graph of three dependencies a task',
    ours: last.ours,
    floor: last.floor,
    peers: Object.fromEntries(contests.map(({ name, peer }) => [name, peer])),
    ratio: last.ratio,
    cases,
  };
}

/** Ours, the floors and the peers by turns. */
function measureFile(file: PlanFile, peers: readonly SortingPeer[], rounds: number): [PlanCase, PlanCase, PeerCase[]] {
  const plan = { ours: [] as Measured[], floor: [] as Measured[] };
  const advance = { ours: [] as Measured[], floor: [] as Measured[] };
  const theirs = new Map(peers.map((peer) => [peer.name, [] as Measured[]]));
  const bare = bareGraph(file.after);
  const ready = peers.map((peer) => ({ name: peer.name, sort: peer.prepare(file) }));
  // A thread's clock does not count what a small graph takes.
  const repeats = Math.ceil((10 * LARGE) / file.tasks);
  let heapMb = 0;
  for (let round = 0; round <= rounds; round += 1) {
    // The first round is for the compiler and is not counted.
    const note = (list: Measured[], one: Measured) => round > 0 && list.push(one);
    note(
      plan.floor,
      measure(() => JSON.parse(file.text)),
    );
    let whole: Plan | null = null;
    note(
      plan.ours,
      measure(() => (whole = planFile(file))),
    );
    const state = newState(whole);
    heapMb = usedMb();
    note(
      advance.floor,
      measure(() => expectAll(advanceBare(bare), file), repeats),
    );
    note(
      advance.ours,
      measure(() => expectAll(advanceRun(state), file)),
    );
    for (const { name, sort } of ready)
      note(
        theirs.get(name) ?? [],
        measure(() => expectAll(sort(), file)),
      );
  }
  const contests = [...theirs].map(([name, costs]) => contest(name, file, advance.ours, costs));
  const edges = file.after.reduce((sum, before) => sum + before.length, 0);
  const size = `${file.tasks} tasks, ${edges} dependencies`;
  return [caseOf(`plan ${size}`, file, plan, heapMb), caseOf(`advance ${size}`, file, advance, heapMb), contests];
}

/** Read, checked, overlaps looked for, waves and the longest chain: what `patchbay plan` does before it forecasts. */
function planFile({ text }: PlanFile): Plan {
  const { plan, problems } = loadPlan({ text, file: 'large.plan.json' });
  if (plan === null) throw new Error(problems[0]?.message);
  if (waveCount(waves(plan)) !== criticalPath(plan).length)
    throw new Error('the longest chain has a task in each wave');
  return plan;
}

function newState(plan: Plan | null): RunNode {
  if (plan === null) throw new Error('there is no plan');
  const ids = (list: readonly string[]) => Object.fromEntries(list.map((id) => [id, id]));
  const nowhere = { planFile: null, repository: '', base: '', baseRef: null };
  const created = {
    plan,
    maxParallel: 4,
    requestedBy: 'bench',
    whenStuck: 'end' as const,
    health: DEFAULT_HEALTH,
    toolRecords: [],
    expected: {},
    taskUlids: ids(plan.tasks.map((task) => task.taskId)),
    workstreamUlids: ids(plan.workstreams.map((one) => one.workstreamId)),
    ...nowhere,
  };
  return newRun({ runId: 'RUN', at: new Date(0).toISOString(), created });
}

/** The ready set of the engine alone: its counters of open edges, its order of ready tasks. */
function advanceRun(run: RunNode): number {
  const { ready } = run;
  for (const task of run.tasks.values()) if (task.waitingFor === 0) pushReady(ready, task);
  let count = 0;
  for (let task = popReady(ready); task !== undefined; task = popReady(ready)) {
    count += 1;
    task.state = 'completed';
    letGo(task);
    for (const { task: next } of task.dependentsOf) if (next.waitingFor === 0) pushReady(ready, next);
  }
  return count;
}

function expectAll(count: number, { tasks }: PlanFile): void {
  if (count !== tasks) throw new Error(`${count} of ${tasks} tasks were reached`);
}

/** Of one time, where the work is done several times. */
function measure(work: () => unknown, times = 1): Measured {
  collectGarbage();
  const cpu = process.threadCpuUsage();
  const from = process.hrtime.bigint();
  for (let time = 0; time < times; time += 1) work();
  const wallSeconds = Number(process.hrtime.bigint() - from) / 1e9 / times;
  const { user, system } = process.threadCpuUsage(cpu);
  return { wallSeconds, cpuSeconds: (user + system) / 1e6 / times };
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void; // the flag makes it
}

function usedMb(): number {
  collectGarbage();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

function cpuOf(rounds: readonly Measured[]): number {
  return median(rounds.map((one) => one.cpuSeconds));
}

interface Rounds {
  readonly ours: readonly Measured[];
  readonly floor: readonly Measured[];
}

function caseOf(name: string, { tasks }: PlanFile, { ours, floor }: Rounds, heapMb: number): PlanCase {
  const cpuSeconds = cpuOf(ours);
  return {
    name,
    ours: cpuSeconds / tasks,
    floor: cpuOf(floor) / tasks,
    ratio: median(ours.map((one, round) => one.cpuSeconds / (floor[round]?.cpuSeconds ?? Number.NaN))),
    cpuSeconds,
    wallSeconds: median(ours.map((one) => one.wallSeconds)),
    heapMb,
  };
}

function contest(name: string, { tasks }: PlanFile, ours: readonly Measured[], theirs: readonly Measured[]): PeerCase {
  return {
    name,
    ours: cpuOf(ours) / tasks,
    peer: cpuOf(theirs) / tasks,
    faster: median(theirs.map((one, round) => one.cpuSeconds / (ours[round]?.cpuSeconds ?? Number.NaN))),
    note: `${tasks} tasks in an order that keeps every dependency`,
  };
}

/** Says of the larger one how much more it takes than the smaller one, whose size is a tenth. */
function withGrowth([small, large]: readonly PlanCase[]): readonly PlanCase[] {
  if (small === undefined || large === undefined) return [];
  const growth = large.cpuSeconds / small.cpuSeconds;
  const seconds = ({ cpuSeconds, wallSeconds, heapMb }: PlanCase) =>
    `${cpuSeconds.toFixed(3)} s of CPU, ${wallSeconds.toFixed(3)} s by the clock, ${heapMb} MB on the heap`;
  return [
    { ...small, note: seconds(small) },
    { ...large, note: `${seconds(large)}; ${growth.toFixed(1)} times the tenth of it` },
  ];
}
