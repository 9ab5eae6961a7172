// How long the start of a tool holds up the process that asks for it, when that process is large: by the helper, and by itself.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SpawnOrder } from '../../src/shared/ports/spawn.ts';
import { type BenchOptions, scaled } from './bench-options.ts';
import { type BenchCase, median } from './bench-report.ts';
import { NO_OP } from './engine-shapes.ts';
import { openSpawn } from './process-engine.ts';
import { withScratch } from './scratch.ts';

const MEGABYTES = 500;
const STARTS = 60;

interface Blocked {
  /** Milliseconds from the call of the start to its return, during which nothing else can run. */
  readonly wall: number[];
  /** Of that, what this thread computed: what a busy machine does not change. */
  readonly cpu: number[];
}

/** Seconds; `ours` asks the helper, the floor is Node's own spawn. */
export async function measureBlocking(options: BenchOptions): Promise<readonly BenchCase[]> {
  const ballast = fill(scaled(MEGABYTES, options, 10));
  const starts = scaled(STARTS, options, 5);
  const direct = emptyBlocked();
  const helped = emptyBlocked();
  await withScratch(async ({ dir }) => {
    const port = openSpawn();
    try {
      await port.start(orderOf(dir, 'first')).exit;
      for (let n = 0; n < starts; n += 1) {
        await timed(helped, () => port.start(orderOf(dir, `tool-${n}`)).exit);
        await timed(direct, () => spawnBare());
      }
    } finally {
      await port.close();
    }
  });
  const cases = [caseOf('usual', helped, direct, median), caseOf('worst', helped, direct, (all) => Math.max(...all))];
  if (ballast.length === 0) throw new Error('the ballast was not kept');
  return cases;
}

function caseOf(which: string, helped: Blocked, direct: Blocked, pick: (all: readonly number[]) => number): BenchCase {
  const [ours, floor] = [pick(helped.wall) / 1_000, pick(direct.wall) / 1_000];
  const note = `helper ${pick(helped.wall).toFixed(2)} ms (CPU ${pick(helped.cpu).toFixed(2)}), in the process itself ${pick(direct.wall).toFixed(2)} ms (CPU ${pick(direct.cpu).toFixed(2)})`;
  return { name: `a start holds up the engine, ${which}`, ours, floor, ratio: ours / floor, note };
}

/** Buffers with a byte in each page, so that the memory is there and not merely promised, half of it on the heap of strings. */
function fill(megabytes: number): readonly unknown[] {
  const half = Math.ceil(megabytes / 2);
  const buffers = Array.from({ length: half }, (_, n) => Buffer.alloc(1 << 20, n % 251));
  const strings = Array.from({ length: half }, (_, n) => Buffer.alloc(1 << 20, 97 + (n % 26)).toString('latin1'));
  return [...buffers, ...strings];
}

function timed(blocked: Blocked, start: () => Promise<unknown>): Promise<unknown> {
  const cpu = process.threadCpuUsage();
  const from = performance.now();
  const end = start();
  blocked.wall.push(performance.now() - from);
  const used = process.threadCpuUsage(cpu);
  blocked.cpu.push((used.user + used.system) / 1_000);
  return end;
}

function spawnBare(): Promise<void> {
  const [file = '', ...args] = NO_OP;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

function orderOf(dir: string, id: string): SpawnOrder {
  const logs = join(dir, id);
  mkdirSync(logs);
  return {
    id,
    argv: NO_OP,
    cwd: dir,
    env: { PATH: process.env['PATH'] ?? '' },
    stdin: '',
    stdoutFile: join(logs, 'stdout.log'),
    stderrFile: join(logs, 'stderr.log'),
    maxOutputBytes: 1 << 20,
    wallMs: 60_000,
    idleMs: null,
    graceMs: 1_000,
  };
}

function emptyBlocked(): Blocked {
  return { wall: [], cpu: [] };
}
