// The simulation as a command: many seeded worlds in threads, a table of the faults they met, and each failing seed.
//
//   npm run simulate -- [--seeds N | --days N | --kind KIND --seed S] [--from S] [--jobs K] [--off a,b] [--runs N] [--least N]
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Coverage, cover, coverageTable, missed, noCoverage } from './coverage.ts';
import { shrink } from './shrink.ts';
import type { WorkerOrder, WorkerReport } from './simulate-worker.ts';
import { FAULT_NAMES, type FaultName } from './world/faults.ts';
import { commandOf, describeBreach, type Seed, WORLDS, type WorldKind } from './worlds.ts';

const WORKER = new URL('./simulate-worker.ts', import.meta.url);
/** Seeds a thread is given at a time: few enough that all end together. */
const BATCH = 10;
const SAY_EVERY_MS = 10_000;

interface Order {
  readonly seeds: readonly Seed[];
  readonly jobs: number;
  /** Hits that every switch must have. */
  readonly least: number;
}

interface Outcome {
  readonly coverage: Coverage;
  readonly failed: readonly Seed[];
}

async function simulateAll({ seeds, jobs }: Order, say: (line: string) => void): Promise<Outcome> {
  const waiting = [...seeds];
  const coverage = noCoverage();
  const failed: Seed[] = [];
  let saidAt = performance.now();
  const take = ({ seed, result }: WorkerReport) => {
    cover(coverage, result);
    const breach = describeBreach(seed, result);
    if (breach !== null) {
      failed.push(seed);
      say(breach);
    }
    if (performance.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = performance.now();
    say(`${coverage.worlds} of ${seeds.length} worlds, ${failed.length} failed`);
  };
  const thread = async () => {
    for (let batch = waiting.splice(0, BATCH); batch.length > 0; batch = waiting.splice(0, BATCH)) {
      await runBatch({ seeds: batch }, take);
    }
  };
  await Promise.all(Array.from({ length: jobs }, thread));
  return { coverage, failed };
}

function runBatch(order: WorkerOrder, take: (report: WorkerReport) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: order });
    worker.on('message', take);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

function readOrder(): Order {
  const { values } = parseArgs({
    options: {
      ...{ seeds: { type: 'string' }, days: { type: 'string' }, kind: { type: 'string' }, seed: { type: 'string' } },
      ...{ from: { type: 'string', default: '1' }, jobs: { type: 'string', default: String(availableParallelism()) } },
      ...{ off: { type: 'string' }, runs: { type: 'string' }, least: { type: 'string', default: '0' } },
    },
  });
  const kind = kindOf(values.kind ?? (values.days === undefined ? 'small' : 'day'));
  const more = {
    ...(values.off === undefined ? {} : { off: values.off.split(',').map(faultOf) }),
    ...(values.runs === undefined ? {} : { runs: numberOf('runs', values.runs) }),
  };
  const numbers = { jobs: numberOf('jobs', values.jobs), least: numberOf('least', values.least) };
  if (values.seed !== undefined) return { seeds: [{ kind, seed: numberOf('seed', values.seed), ...more }], ...numbers };
  const count = numberOf('seeds or days', values.days ?? values.seeds ?? '300');
  const from = numberOf('from', values.from);
  return { seeds: Array.from({ length: count }, (_, at) => ({ kind, seed: from + at, ...more })), ...numbers };
}

function numberOf(name: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`--${name} is a whole number, not ${text}`);
}

function kindOf(text: string): WorldKind {
  if (text in WORLDS) return text as WorldKind; // one of its keys
  throw new Error(`There is no world ${text}: use one of ${Object.keys(WORLDS).join(', ')}`);
}

function faultOf(text: string): FaultName {
  const name = FAULT_NAMES.find((one) => one === text);
  if (name !== undefined) return name;
  throw new Error(`There is no fault ${text}: use some of ${FAULT_NAMES.join(', ')}`);
}

async function main(): Promise<number> {
  const order = readOrder();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const begun = performance.now();
  const { coverage, failed } = await simulateAll(order, say);
  const seconds = (performance.now() - begun) / 1000;
  say(coverageTable(coverage));
  const rare = order.least > 0 ? missed(coverage, order.least) : [];
  if (rare.length > 0) say(`Hit less than ${order.least} times: ${rare.join(', ')}`);
  say(`${failed.length} of ${coverage.worlds} worlds failed; ${seconds.toFixed(1)} s in ${order.jobs} threads.`);
  const [first] = failed;
  const small = first === undefined ? null : await shrink(first);
  if (small !== null)
    say(`The first of them, made smaller: ${commandOf(small.seed)}\n  Faults in it: ${small.faults.join(', ')}`);
  return failed.length === 0 && rare.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
