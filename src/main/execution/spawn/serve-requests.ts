// The helper's side of the protocol: one entry per running tool and command, all of them ended together.
import type { ExecOrder, SpawnOrder } from '../../../shared/ports/spawn.ts';
import { findProcesses } from './find-processes.ts';
import { killTree } from './kill-tree.ts';
import { listProcesses, type ProcessRow } from './list-processes.ts';
import { probeOrders } from './probe-orders.ts';
import { processStart } from './process-start.ts';
import type { EngineChannel, Request } from './protocol.ts';
import { type RunningExec, runExec } from './run-exec.ts';
import { type RunningOrder, runOrder } from './run-order.ts';
import { asFailure } from './spawn-failure.ts';

/** How often descendants are looked at, so that one which later leaves its session and environment is still known. */
const SAMPLE_MS = 1_000;

interface Serving {
  readonly channel: EngineChannel;
  readonly orders: Map<string, RunningOrder>;
  readonly execs: Set<RunningExec>;
  ending: boolean;
}

/** Answers until the channel closes. The returned function kills everything that runs and settles when it is gone. */
export function serveRequests(channel: EngineChannel): () => Promise<void> {
  const serving: Serving = { channel, orders: new Map(), execs: new Set(), ending: false };
  channel.onMessage((request) => answer(serving, request));
  const sampler = process.platform === 'win32' ? null : setInterval(() => sample(serving), SAMPLE_MS);
  sampler?.unref();
  return async () => {
    serving.ending = true;
    if (sampler) clearInterval(sampler);
    await Promise.all([
      ...[...serving.orders.values()].map((order) => order.kill()),
      ...[...serving.execs].map((exec) => exec.stop()),
    ]);
  };
}

function answer(serving: Serving, request: Request): void {
  if (serving.ending) return;
  switch (request.kind) {
    case 'start':
      return start(serving, request.order);
    case 'stop':
      return serving.orders.get(request.id)?.stop();
    case 'exec':
      return exec(serving, request.call, request.order);
    case 'probe':
      return serving.channel.send({
        kind: 'probed',
        call: request.call,
        probes: probeOrders(serving.orders, request.ids),
      });
    case 'reap':
      void reap(serving, request);
  }
}

function start({ channel, orders }: Serving, order: SpawnOrder): void {
  const running = runOrder(order, {
    started: (pid, start) => channel.send({ kind: 'started', id: order.id, pid, processStart: start }),
  });
  orders.set(order.id, running);
  running.exit
    .then((exit) => channel.send({ kind: 'exited', id: order.id, exit }))
    .catch((error) => channel.send({ kind: 'refused', id: order.id, failure: asFailure(error) }))
    .finally(() => orders.delete(order.id));
}

function exec({ channel, execs }: Serving, call: number, order: ExecOrder): void {
  const running = runExec(order);
  execs.add(running);
  running.result
    .then((result) => channel.send({ kind: 'executed', call, result }))
    .catch((error) => channel.send({ kind: 'failed', call, failure: asFailure(error) }))
    .finally(() => execs.delete(running));
}

async function reap({ channel }: Serving, request: Extract<Request, { kind: 'reap' }>): Promise<void> {
  const { id, pid, processStart: wanted } = request;
  // A number alone proves nothing after a crash: it may belong to someone else by now.
  const same = pid !== null && wanted !== null && (await processStart(pid)) === wanted;
  const count = await killTree({ id, pid: same ? pid : null, seen: new Map() });
  channel.send({ kind: 'reaped', call: request.call, count: count.killed });
}

/** Only from the process table, environments are read at the end: this runs every second beside up to 200 tools. */
function sample({ orders }: Serving): void {
  if (orders.size === 0) return;
  const rows: readonly ProcessRow[] = listProcesses();
  for (const order of orders.values()) {
    if (order.pid === null) continue;
    for (const row of findProcesses(rows, { id: null, pid: order.pid, seen: order.seen })) {
      order.seen.set(row.pid, row.start);
    }
  }
}
