// Other durable engines doing as many no-op tasks as ours, on servers of our own, by turns with ours.
import { join } from 'node:path';
import type { Synchronous } from '../../src/main/store/open-database.ts';
import { type BenchOptions, roundsOf, scaled } from './bench-options.ts';
import { median, type PeerCase } from './bench-report.ts';
import { cpuOfTree } from './cpu-of-tree.ts';
import { PARALLEL, runEngine } from './engine-round.ts';
import { flat } from './engine-shapes.ts';
import type { Cost } from './measure-cost.ts';
import { installPeer, lastLine, type PeerName, peerLabel } from './peers/peer-cache.ts';
import { type PostgresServer, startPostgres } from './peers/postgres-server.ts';
import { type RedisServer, startRedis } from './peers/redis-server.ts';
import { runPeer } from './peers/run-peer.ts';
import { type Scratch, withScratch } from './scratch.ts';

interface Contest {
  readonly label: string;
  readonly package: PeerName;
  readonly program: string;
  readonly mode: string;
  readonly tasks: number;
  readonly synchronous: Synchronous;
  readonly server: 'redis, nothing on disk' | 'redis, log synced always' | 'postgres';
}

const ROUNDS = 3;

const CONTESTS: readonly Contest[] = [
  contest('BullMQ, nothing on disk', 'bullmq', 'bullmq-peer.ts', {
    tasks: 10_000,
    server: 'redis, nothing on disk',
    synchronous: 'NORMAL',
  }),
  contest('BullMQ, log synced always', 'bullmq', 'bullmq-peer.ts', {
    tasks: 2_000,
    server: 'redis, log synced always',
    synchronous: 'FULL',
  }),
  contest('graphile-worker', 'graphile-worker', 'graphile-peer.ts', {
    tasks: 2_000,
    server: 'postgres',
    synchronous: 'FULL',
  }),
  contest('DBOS, a workflow a task', '@dbos-inc/dbos-sdk', 'dbos-peer.ts', {
    tasks: 1_000,
    server: 'postgres',
    synchronous: 'FULL',
  }),
  contest('DBOS, a workflow of three steps a task', '@dbos-inc/dbos-sdk', 'dbos-peer.ts', {
    tasks: 500,
    server: 'postgres',
    synchronous: 'FULL',
    mode: 'steps',
  }),
];

function contest(
  label: string,
  name: PeerName,
  program: string,
  rest: Pick<Contest, 'tasks' | 'server' | 'synchronous'> & { readonly mode?: string },
): Contest {
  return { label, package: name, program, mode: '', ...rest };
}

/** Ours always does 10 000 tasks; a slow peer does fewer, and both are seconds a task. */
export async function measurePeers(options: BenchOptions): Promise<readonly PeerCase[]> {
  return withScratch(async (scratch) => {
    const cases: PeerCase[] = [];
    for (const one of CONTESTS) {
      try {
        const result = await measureContest(one, scratch, options);
        if (result !== null) cases.push(result);
      } catch (error) {
        options.say(`${one.label} is left out: ${lastLine(error)}`);
      }
    }
    return cases;
  });
}

async function measureContest(one: Contest, scratch: Scratch, options: BenchOptions): Promise<PeerCase | null> {
  const peer = installPeer(one.package);
  if ('why' in peer) return leftOut(one, peer.why, options);
  const server = await startServer(one, scratch);
  if ('why' in server) return leftOut(one, server.why, options);
  const label = `${peerLabel(one.package)} on ${'url' in server ? 'PostgreSQL' : 'Redis'} ${server.version}`;
  options.say(`${one.label}: ${label}, beside ours in ${one.synchronous}`);
  try {
    const tasks = scaled(one.tasks, options, 20);
    const plan = flat(scaled(10_000, options, 20));
    const { program, mode, synchronous } = one;
    const address = 'url' in server ? server.url : String(server.port);
    const ours: Cost[] = [];
    const theirs: Cost[] = [];
    for (let round = 0; round < roundsOf(ROUNDS, options); round += 1) {
      const order = { folder: peer.folder, tasks, parallel: PARALLEL, server: address, mode };
      const before = cpuOfTree(server.pid);
      const { seconds, cpuSeconds } = await runPeer(scratch, program, order);
      theirs.push(perTask({ seconds, cpuSeconds: cpuSeconds + cpuOfTree(server.pid) - before }, tasks));
      const engine = await runEngine({ plan, synchronous, dir: join(scratch.dir, 'ours') });
      ours.push(perTask(engine, plan.tasks.length));
    }
    return compare(one, label, ours, theirs);
  } finally {
    await server.stop();
  }
}

function perTask({ seconds, cpuSeconds }: Cost, tasks: number): Cost {
  return { seconds: seconds / tasks, cpuSeconds: cpuSeconds / tasks };
}

function compare(
  { label: name, synchronous }: Contest,
  label: string,
  ours: readonly Cost[],
  theirs: readonly Cost[],
): PeerCase {
  const times = (of: (cost: Cost) => number) =>
    median(theirs.map((cost, round) => of(cost) / of(ours[round] ?? { seconds: Number.NaN, cpuSeconds: Number.NaN })));
  const [mine, peer] = [ours, theirs].map((costs) => median(costs.map((cost) => cost.seconds)));
  const rate = (seconds = Number.NaN) => `${Math.round(1 / seconds)} tasks/s`;
  return {
    name,
    ours: mine ?? Number.NaN,
    peer: peer ?? Number.NaN,
    faster: times((cost) => cost.seconds),
    lessCpu: times((cost) => cost.cpuSeconds),
    note: `${label}: ${rate(peer)}; ours, ${synchronous}: ${rate(mine)}`,
  };
}

function leftOut({ label }: Contest, why: string, { say }: BenchOptions): null {
  say(`${label} is left out: ${why}`);
  return null;
}

function startServer(
  { server }: Contest,
  scratch: Scratch,
): Promise<RedisServer | PostgresServer | { readonly why: string }> {
  if (server === 'postgres') return startPostgres(scratch);
  return startRedis(scratch, server === 'redis, nothing on disk' ? 'no' : 'always');
}
