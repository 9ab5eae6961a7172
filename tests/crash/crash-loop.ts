// The crash loop: kills real runs at fail points and at random times, restarts each once, and proves what is left.
//
//   node tests/crash/crash-loop.ts [--points all|N] [--random N] [--control N] [--seed S] [--only NAME] [--cli FILE]
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { controlLoop } from './control-loop.ts';
import { builtCli, KILL_FORMS, type KillForm } from './crash-process.ts';
import { crashTemplate } from './crash-project.ts';
import { cleanRun, runTrial, type TrialOrder, type TrialResult } from './crash-trial.ts';

export interface CrashLoopOptions {
  readonly cli: string;
  /** How many fail points, spread over the run; `all` for every one. */
  readonly points: number | 'all';
  /** How many random kills that meet a living process; the forms take turns, every fifth trial is killed twice, in every third git collects its garbage. */
  readonly random: number;
  readonly seed: number;
  /** Only the trial of this name. */
  readonly only?: string;
  /** No trial begins later than this. */
  readonly maxSeconds?: number;
  readonly say: (line: string) => void;
}

export interface CrashLoopReport {
  readonly trials: number;
  readonly failed: readonly TrialResult[];
  /** Kills that met a living process: at fail points, and at random times by form. */
  readonly kills: Readonly<Record<'point' | KillForm, number>>;
  /** Fail points of a run without a kill. */
  readonly points: number;
  readonly seconds: number;
}

/** What shall be killed when; the times of `random` are fractions of a run's length. */
type Planned = { readonly name: string; readonly gc: boolean } & (
  | { readonly point: number }
  | { readonly form: KillForm; readonly at: number; readonly againAt: number | null }
);

interface Loop {
  readonly options: CrashLoopOptions;
  readonly template: TrialOrder['template'];
  readonly waiting: Planned[];
  readonly results: TrialResult[];
  readonly begun: number;
  /** Random trials planned so far, those that came too late included. */
  planned: number;
  /** How long a run takes here and now; a kill that came too late corrects it. */
  cleanMs: number;
}

export const BUILT_CLI = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js');
const AT_ONCE = 2;
const TWICE_EVERY = 5;
const GC_EVERY = 3;
const SAY_EVERY = 10;
/** Of `random`: a machine whose speed changes all the time must not make the loop endless. */
const MAX_LATE = 3;

export async function crashLoop(options: CrashLoopOptions): Promise<CrashLoopReport> {
  builtCli(options.cli);
  const begun = performance.now();
  const template = crashTemplate();
  try {
    const clean = await measure({ cli: options.cli, template });
    options.say(`A run passes ${clean.points} fail points and takes ${Math.round(clean.ms)} ms; seed ${options.seed}.`);
    const waiting = plan(options, clean.points);
    const loop: Loop = {
      options,
      template,
      waiting: waiting.filter(({ name }) => options.only === undefined || name === options.only),
      results: [],
      begun,
      planned: options.random,
      cleanMs: clean.ms,
    };
    await Promise.all(Array.from({ length: AT_ONCE }, () => work(loop)));
    return report(loop, clean.points);
  } finally {
    template.remove();
  }
}

/** As many at once as later, so that a random time falls anywhere in a run and not after it. */
async function measure(order: Parameters<typeof cleanRun>[0]): Promise<{ points: number; ms: number }> {
  const runs = await Promise.all(Array.from({ length: AT_ONCE }, () => cleanRun(order)));
  const ms = runs.reduce((sum, run) => sum + run.ms, 0) / AT_ONCE;
  return { points: Math.max(...runs.map((run) => run.points)), ms };
}

async function work(loop: Loop): Promise<void> {
  const { options, template, waiting, results } = loop;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (secondsSince(loop.begun) > (options.maxSeconds ?? Number.POSITIVE_INFINITY)) return;
    const { name, gc } = next;
    const result = await runTrial({ cli: options.cli, template, name, gc, kill: killOf(next, loop.cleanMs) });
    results.push(result);
    if (result.kill.kind === 'time' && result.kills === 0) planAgain(loop, result);
    tell(loop, result);
  }
}

function killOf(planned: Planned, cleanMs: number): TrialOrder['kill'] {
  if ('point' in planned) return { kind: 'point', point: planned.point };
  const { form, at, againAt } = planned;
  return { kind: 'time', form, ms: at * cleanMs, againMs: againAt === null ? null : againAt * cleanMs };
}

/** The run was over before its kill: it proves nothing but how long a run takes. */
function planAgain(loop: Loop, late: TrialResult): void {
  const { options, waiting } = loop;
  loop.cleanMs = (loop.cleanMs + late.firstMs) / 2;
  if (options.only !== undefined || loop.planned >= options.random * MAX_LATE) return;
  waiting.push(randomTrial(options.seed, loop.planned));
  loop.planned += 1;
}

/** Both kinds in turn, so that a loop that is cut short has seen both. */
function plan(options: CrashLoopOptions, points: number): Planned[] {
  const atPoints = pointTrials(options, points);
  const atTimes = Array.from({ length: options.random }, (_, at) => randomTrial(options.seed, at));
  const all: Planned[] = [];
  while (atPoints.length + atTimes.length > 0) {
    const from = atPoints.length >= atTimes.length ? atPoints : atTimes;
    all.push(...from.splice(0, 1));
  }
  return all;
}

/** Spread evenly from a start that the seed chooses, so that slices of other seeds meet other points. */
function pointTrials({ points, seed }: CrashLoopOptions, all: number): Planned[] {
  const count = points === 'all' ? all : Math.min(points, all);
  const step = all / Math.max(1, count);
  const first = seed % Math.max(1, Math.floor(step));
  return Array.from({ length: count }, (_, at) => {
    const point = Math.floor(first + at * step) + 1;
    return { name: `point:${point}`, point, gc: point % GC_EVERY === 0 };
  });
}

function randomTrial(seed: number, number: number): Planned {
  const random = randomFrom(seed * 100_003 + number);
  const form = KILL_FORMS[number % KILL_FORMS.length] ?? 'host';
  const [at, againAt] = [random(), random()];
  const gc = number % GC_EVERY === 0;
  return { name: `random:${number}`, gc, form, at, againAt: number % TWICE_EVERY === TWICE_EVERY - 1 ? againAt : null };
}

function tell({ options, results, waiting, begun }: Loop, last: TrialResult): void {
  const { say, seed, cli } = options;
  if (last.problems.length > 0) {
    say(`FAILED ${last.name}: ${describeKill(last)}, after ${last.place}`);
    for (const problem of last.problems) say(`  ${problem}`);
    say(`  Its folder is kept: ${last.folder}`);
    const random = Math.max(options.random, Number(last.name.split(':')[1]) + 1);
    const again = `--points ${options.points} --random ${random} --seed ${seed} --only ${last.name} --cli ${cli}`;
    say(`  Again: node tests/crash/crash-loop.ts ${again}`);
  }
  if (results.length % SAY_EVERY !== 0 && waiting.length > 0) return;
  const failed = results.filter((result) => result.problems.length > 0).length;
  say(`${results.length} trials, ${waiting.length} to go, ${failed} failed, ${Math.round(secondsSince(begun))} s`);
}

/** One line on what was done to a run. */
export function describeKill({ kill, gc }: Pick<TrialResult, 'kill' | 'gc'>): string {
  const then = gc ? ', then git gc' : '';
  if (kill.kind === 'point') return `killed itself at fail point ${kill.point}${then}`;
  const again = kill.againMs === null ? '' : ` and the restart after ${Math.round(kill.againMs)} ms`;
  return `${kill.form} killed after ${Math.round(kill.ms)} ms${again}${then}`;
}

function report({ results, begun }: Loop, points: number): CrashLoopReport {
  const kills = { point: 0, host: 0, group: 0, orphans: 0, all: 0 };
  for (const { kill, kills: met } of results) kills[kill.kind === 'point' ? 'point' : kill.form] += met;
  const failed = results.filter((result) => result.problems.length > 0);
  return { trials: results.length, failed, kills, points, seconds: secondsSince(begun) };
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}

/** Numbers in [0, 1) that depend on the seed only (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      points: { type: 'string', default: 'all' },
      random: { type: 'string', default: '100' },
      control: { type: 'string', default: '0' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      only: { type: 'string' },
      cli: { type: 'string', default: BUILT_CLI },
    },
  });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const only = values.only === undefined ? {} : { only: values.only };
  const order = { cli: resolve(values.cli), seed: Number(values.seed), ...only, say };
  const plain = values.only?.startsWith('control:') ? 0 : await loopPlain(order, values.points, Number(values.random));
  const control = Number(values.control) === 0 ? 0 : await loopControl(order, Number(values.control));
  return plain + control === 0 ? 0 : 1;
}

type Order = Pick<CrashLoopOptions, 'cli' | 'seed' | 'only' | 'say'>;

/** Resolves to the number of trials that failed. */
async function loopPlain(order: Order, points: string, random: number): Promise<number> {
  const options = { ...order, points: points === 'all' ? 'all' : Number(points), random } as const;
  const { kills, failed, trials, points: all, seconds } = await crashLoop(options);
  order.say(
    `${Math.round(seconds)} s; of ${all} fail points ${kills.point} were hit; random kills: ${randomKills(kills)}`,
  );
  order.say(`${trials - failed.length} passed, ${failed.length} failed`);
  return failed.length;
}

/** Several runs in one service, with commands. */
async function loopControl(order: Order, count: number): Promise<number> {
  const { trials, kills, failed } = await controlLoop({ ...order, trials: count });
  order.say(`With commands to several runs: ${kills} of ${trials} killed, ${failed.length} failed`);
  return failed.length;
}

function randomKills(kills: CrashLoopReport['kills']): string {
  return KILL_FORMS.map((form) => `${kills[form]} ${form}`).join(', ');
}

if (import.meta.main) process.exitCode = await main();
