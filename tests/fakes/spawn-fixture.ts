// A real Spawn port with its real helper, and orders for the evil tool.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createSpawn } from '../../src/main/execution/spawn/create-spawn.ts';
import { forkHelper } from '../../src/main/execution/spawn/fork-helper.ts';
import type { Spawn, SpawnOrder } from '../../src/shared/ports/spawn.ts';
import { realClock } from './real-clock.ts';

export const HELPER_FILE = resolve(import.meta.dirname, '../../src/main/execution/spawn/spawn-helper.ts');
export const EVIL_TOOL = resolve(import.meta.dirname, 'evil-tool.ts');

export interface SpawnFixture {
  readonly spawn: Spawn;
  readonly folder: string;
  /** Of the helper that was started last. */
  helperPid(): number;
  evil(mode: string, args?: readonly string[], more?: Partial<SpawnOrder>): SpawnOrder;
  output(order: SpawnOrder): Buffer;
  close(): Promise<void>;
}

let lastOrder = 0;

export function spawnFixture(): SpawnFixture {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-spawn-'));
  const pids: number[] = [];
  const spawn = createSpawn({
    clock: realClock,
    log: () => {},
    startHelper: () => {
      const channel = forkHelper(HELPER_FILE);
      pids.push(channel.pid ?? 0);
      return channel;
    },
  });
  return {
    spawn,
    folder,
    helperPid: () => pids.at(-1) ?? 0,
    evil: (mode, args = [], more = {}) => evilOrder(folder, [mode, ...args], more),
    output: (order) => readFileSync(order.stdoutFile),
    close: async () => {
      await spawn.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function evilOrder(folder: string, args: readonly string[], more: Partial<SpawnOrder>): SpawnOrder {
  lastOrder += 1;
  const id = `test-${process.pid}-${lastOrder}`;
  mkdirSync(join(folder, id));
  return {
    id,
    argv: [process.execPath, EVIL_TOOL, ...args],
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
    stdin: '',
    stdoutFile: join(folder, id, 'stdout.log'),
    stderrFile: join(folder, id, 'stderr.log'),
    maxOutputBytes: 4 * 1024 * 1024,
    wallMs: 20_000,
    idleMs: null,
    graceMs: 300,
    ...more,
  };
}
