// Runs one round of a peer in a process of its own and takes its answer.
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Cost, measureCost } from '../measure-cost.ts';
import type { Scratch } from '../scratch.ts';

/** What a peer's program is told, as JSON in its first argument. */
export interface PeerOrder {
  /** Holds the peer's package. */
  readonly folder: string;
  readonly tasks: number;
  readonly parallel: number;
  /** Where its server listens: a port of Redis, or a URL of PostgreSQL. */
  readonly server: string;
  /** Which of the program's ways to do the tasks. */
  readonly mode: string;
}

const LIMIT_MS = 240_000;

/** From the first task handed over to the last one done, with the CPU time of the peer's process alone. */
export async function runPeer(scratch: Scratch, program: string, order: PeerOrder): Promise<Cost> {
  const child = scratch.start(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, program), JSON.stringify(order)],
    {
      cwd: order.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  if (child.stdout === null || child.stderr === null) throw new Error('pipes were asked for');
  const timer = setTimeout(() => void scratch.end(child), LIMIT_MS);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  clearTimeout(timer);
  const answer = /^cost=(.*)$/m.exec(out)?.[1];
  if (answer === undefined) throw new Error(`${program} gave no figure: ${(err || out).trim().slice(-400)}`);
  return JSON.parse(answer) as Cost; // answerCost wrote it
}

/** For the peer's program: its order. */
export function readOrder(): PeerOrder {
  return JSON.parse(process.argv[2] ?? '{}') as PeerOrder; // runPeer wrote it
}

/** For the peer's program: measures and answers. */
export async function answerCost(work: () => Promise<void>): Promise<void> {
  process.stdout.write(`cost=${JSON.stringify(await measureCost(work))}\n`);
}
