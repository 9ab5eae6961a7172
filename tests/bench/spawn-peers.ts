// Task runners of the field on the same graph of tasks as ours: each as a whole process, from its start to its end.
import type { StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { type BenchOptions, roundsOf, scaled } from './bench-options.ts';
import { median, type PeerCase } from './bench-report.ts';
import { layered, NO_OP, withProgram } from './engine-shapes.ts';
import { type Cost, measureTreeCost } from './measure-cost.ts';
import { installPeer, lastLine, type PeerName, peerLabel } from './peers/peer-cache.ts';
import { openProcessEngine } from './process-engine.ts';
import { type Scratch, withScratch } from './scratch.ts';

const TASKS = 200;
const WIDTH = 20;
const PARALLEL = 4;
const ROUNDS = 5;
/** The task that every runner is asked for: it comes after all others. */
const ALL = 'all';

interface Runner {
  readonly package: PeerName;
  /** Writes what the runner reads into `folder`, its package already in `node_modules`. */
  readonly lay: (folder: string, plan: Plan) => void;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const RUNNERS: readonly Runner[] = [
  {
    package: 'nx',
    lay: layNx,
    argv: [
      'node_modules/nx/dist/bin/nx.js',
      'run',
      `bench:${ALL}`,
      `--parallel=${PARALLEL}`,
      '--skip-nx-cache',
      '--outputStyle=stream',
    ],
    env: { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false', CI: 'true' },
  },
  {
    package: 'wireit',
    lay: layWireit,
    argv: ['npm', 'run', '--silent', ALL],
    env: { WIREIT_PARALLEL: String(PARALLEL), WIREIT_CACHE: 'none', WIREIT_LOGGER: 'simple' },
  },
];

export async function measureSpawnPeers(options: BenchOptions): Promise<readonly PeerCase[]> {
  return withScratch(async (scratch) => {
    const cases: PeerCase[] = [];
    for (const runner of RUNNERS) {
      try {
        cases.push(...(await measureRunner(runner, scratch, options)));
      } catch (error) {
        options.say(`${runner.package} is left out: ${lastLine(error)}`);
      }
    }
    return cases;
  });
}

/** Seconds of whole processes: with the graph of tasks, and with one task, which is what starting the program costs. */
interface Times {
  readonly many: Cost[];
  readonly one: Cost[];
}

async function measureRunner(runner: Runner, scratch: Scratch, options: BenchOptions): Promise<readonly PeerCase[]> {
  const peer = installPeer(runner.package);
  if ('why' in peer) {
    options.say(`${runner.package} is left out: ${peer.why}`);
    return [];
  }
  const tasks = scaled(TASKS, options, 20);
  const label = peerLabel(runner.package);
  options.say(`${label}, ${tasks} tasks in layers, beside ours`);
  const [many, one] = [tasks, 1].map((count) =>
    layFolder(runner, join(scratch.dir, `${runner.package}-${count}`), {
      modules: join(peer.folder, 'node_modules'),
      tasks: count,
    }),
  );
  const theirs: Times = { many: [], one: [] };
  const ours: Times = { many: [], one: [] };
  const up: Cost[] = [];
  const engine = openProcessEngine(join(scratch.dir, `${runner.package}-engine`), 'NORMAL');
  const plan = withProgram(layered(tasks, WIDTH), NO_OP);
  try {
    await engine.run(plan, PARALLEL); // an engine in use has compiled its code and started its helper
    for (let round = 0; round < roundsOf(ROUNDS, options); round += 1) {
      theirs.one.push(await runTheirs(scratch, runner, one ?? ''));
      ours.one.push(await runOurs(scratch, 1));
      theirs.many.push(await runTheirs(scratch, runner, many ?? ''));
      ours.many.push(await runOurs(scratch, tasks));
      up.push(await measureTreeCost(() => engine.run(plan, PARALLEL)));
    }
  } finally {
    await engine.close();
  }
  const perTask = (costs: readonly Cost[]) =>
    costs.map(({ seconds, cpuSeconds }) => ({ seconds: seconds / tasks, cpuSeconds: cpuSeconds / tasks }));
  const furtherOf = ({ many: all, one: first }: Times) =>
    all.map(({ seconds, cpuSeconds }, round) => ({
      seconds: (seconds - (first[round]?.seconds ?? Number.NaN)) / (tasks - 1),
      cpuSeconds: (cpuSeconds - (first[round]?.cpuSeconds ?? Number.NaN)) / (tasks - 1),
    }));
  const graph = `${runner.package}, ${tasks} tasks in layers`;
  return [
    compare(`${graph}, our engine being up, its start left out`, label, perTask(up), furtherOf(theirs)),
    compare(`${graph}, each further task`, label, furtherOf(ours), furtherOf(theirs)),
    compare(`${graph}, whole process`, label, perTask(ours.many), perTask(theirs.many)),
  ];
}

function compare(name: string, label: string, ours: readonly Cost[], theirs: readonly Cost[]): PeerCase {
  const times = (of: keyof Cost) => median(theirs.map((cost, round) => cost[of] / (ours[round]?.[of] ?? Number.NaN)));
  const [faster, lessCpu] = [times('seconds'), times('cpuSeconds')];
  const [mine, peer] = [median(ours.map(({ seconds }) => seconds)), median(theirs.map(({ seconds }) => seconds))];
  const note = `${label}: ${(peer * 1_000).toFixed(2)} ms a task; ours ${(mine * 1_000).toFixed(2)} ms`;
  return { name, ours: mine, peer, faster, lessCpu, note };
}

function layFolder(
  runner: Runner,
  folder: string,
  { modules, tasks }: { readonly modules: string; readonly tasks: number },
): string {
  mkdirSync(folder);
  symlinkSync(modules, join(folder, 'node_modules'), 'junction');
  runner.lay(folder, layered(tasks, WIDTH));
  return folder;
}

async function runOurs(scratch: Scratch, tasks: number): Promise<Cost> {
  const dir = join(scratch.dir, 'ours');
  rmSync(dir, { recursive: true, force: true });
  const program = join(import.meta.dirname, 'layered-process.ts');
  const args = [process.execPath, '--no-warnings', program, dir, String(tasks), String(WIDTH), String(PARALLEL)];
  return timed(scratch, args, scratch.dir, {});
}

function runTheirs(scratch: Scratch, { argv, env }: Runner, folder: string): Promise<Cost> {
  const [program = '', ...args] = argv;
  const isScript = program.endsWith('.js');
  return timed(scratch, isScript ? [process.execPath, join(folder, program), ...args] : argv, folder, env);
}

/** Of a process that has to end well, and of all that it started. */
async function timed(
  scratch: Scratch,
  [file = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Cost> {
  // Scripts that name `node` shall find the one that runs this.
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return measureTreeCost(async () => {
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
    const child = scratch.start(file, args, { cwd, env: { ...process.env, ...env, PATH: path }, stdio });
    if (child.stdout === null || child.stderr === null) throw new Error('pipes were asked for');
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (child.exitCode !== 0)
      throw new Error(`${file} ended with ${child.exitCode}: ${(err || out).trim().slice(-400)}`);
  });
}

function layNx(folder: string, plan: Plan): void {
  const targets = plan.tasks.map(({ taskId, after }) => [
    taskId,
    { command: NO_OP.join(' '), dependsOn: after.map(({ task }) => task), cache: false },
  ]);
  const all = { command: NO_OP.join(' '), dependsOn: lastOf(plan), cache: false };
  writeJson(join(folder, 'nx.json'), { analytics: false });
  writeJson(join(folder, 'package.json'), { name: 'bench-root', private: true });
  writeJson(join(folder, 'project.json'), { name: 'bench', targets: Object.fromEntries([...targets, [ALL, all]]) });
}

function layWireit(folder: string, plan: Plan): void {
  const rows = [
    ...plan.tasks.map(({ taskId, after }) => [
      taskId,
      { command: NO_OP.join(' '), dependencies: after.map(({ task }) => task) },
    ]),
    [ALL, { command: NO_OP.join(' '), dependencies: lastOf(plan) }],
  ] as const;
  const scripts = Object.fromEntries(rows.map(([name]) => [name, 'wireit']));
  writeJson(join(folder, 'package.json'), { name: 'bench', private: true, scripts, wireit: Object.fromEntries(rows) });
}

/** Tasks that nothing comes after. */
function lastOf(plan: Plan): readonly string[] {
  const before = new Set(plan.tasks.flatMap(({ after }) => after.map(({ task }) => task)));
  return plan.tasks.map(({ taskId }) => taskId).filter((taskId) => !before.has(taskId));
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, JSON.stringify(value));
}
