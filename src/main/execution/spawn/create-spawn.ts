// The Spawn port: hands every order to the helper process, and settles all of them when the helper is lost.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type {
  ExecOrder,
  ExecResult,
  ProcessProbe,
  Spawn,
  SpawnExit,
  SpawnHandle,
  SpawnOrder,
} from '../../../shared/ports/spawn.ts';
import { type Deferred, deferred } from './deferred.ts';
import type { Answer, HelperChannel, Request } from './protocol.ts';
import { fromFailure } from './spawn-failure.ts';

/** More starts of the helper than this in a minute mean that something ends it on purpose. */
const STARTS_PER_MINUTE = 10;
const CLOSE_MS = 10_000;

export interface SpawnPorts {
  readonly startHelper: () => HelperChannel;
  readonly clock: Clock;
  readonly log: Log;
}

interface Order {
  readonly id: string;
  readonly begun: number;
  readonly started: Deferred<{ readonly pid: number; readonly processStart: string | null }>;
  readonly exit: Deferred<SpawnExit>;
  pid: number | null;
  processStart: string | null;
}

type CallResult = ExecResult | number | readonly ProcessProbe[];

interface Call {
  resolve(value: CallResult): void;
  reject(error: PatchbayError): void;
}

interface State {
  readonly ports: SpawnPorts;
  readonly orders: Map<string, Order>;
  readonly calls: Map<number, Call>;
  readonly starts: number[];
  channel: HelperChannel | null;
  gone: Promise<void>;
  lastCall: number;
  closed: boolean;
}

export function createSpawn(ports: SpawnPorts): Spawn {
  const state: State = {
    ports,
    orders: new Map(),
    calls: new Map(),
    starts: [],
    channel: null,
    gone: Promise.resolve(),
    lastCall: 0,
    closed: false,
  };
  return {
    start: (order) => start(state, order),
    exec: (order) => exec(state, order),
    probe: (ids) => probe(state, ids),
    reap: (id, pid, processStart) => reap(state, { id, pid, processStart }),
    close: () => close(state),
  };
}

function start(state: State, order: SpawnOrder): SpawnHandle {
  const running: Order = {
    id: order.id,
    begun: state.ports.clock.monotonic(),
    started: deferred(),
    exit: deferred(),
    pid: null,
    processStart: null,
  };
  try {
    const channel = helper(state);
    state.orders.set(order.id, running);
    channel.send({ kind: 'start', order });
  } catch (error) {
    running.started.reject(error);
    running.exit.reject(error);
  }
  const stop = (): void => state.channel?.send({ kind: 'stop', id: order.id });
  return { started: running.started.promise, exit: running.exit.promise, stop };
}

async function exec(state: State, order: ExecOrder): Promise<ExecResult> {
  // The cast is the protocol: an `exec` is answered with a result.
  return (await call(state, (id) => ({ kind: 'exec', call: id, order }))) as ExecResult;
}

async function probe(state: State, ids: readonly string[]): Promise<readonly ProcessProbe[]> {
  // A helper is not started for this: without one nothing runs.
  if (ids.length === 0 || state.channel === null) return ids.map(gone);
  // The cast is the protocol: a `probe` is answered with one look for each id.
  return (await call(state, (id) => ({ kind: 'probe', call: id, ids }))) as readonly ProcessProbe[];
}

function gone(id: string): ProcessProbe {
  return { id, state: 'gone', processes: 0, cpuMs: null, memoryBytes: null, outputBytes: 0 };
}

type ReapOrder = Pick<Extract<Request, { kind: 'reap' }>, 'id' | 'pid' | 'processStart'>;

async function reap(state: State, order: ReapOrder): Promise<number> {
  // The cast is the protocol: a `reap` is answered with a count.
  return (await call(state, (id) => ({ kind: 'reap', call: id, ...order }))) as number;
}

function call(state: State, request: (id: number) => Request): Promise<CallResult> {
  return new Promise((resolve, reject) => {
    const channel = helper(state);
    state.lastCall += 1;
    state.calls.set(state.lastCall, { resolve, reject });
    channel.send(request(state.lastCall));
  });
}

/** The running helper, or a new one. Throws `E_SPAWN` when the port is closed or the helper ends again and again. */
function helper(state: State): HelperChannel {
  if (state.channel) return state.channel;
  const { clock, startHelper } = state.ports;
  const now = clock.monotonic();
  while (state.starts[0] !== undefined && state.starts[0] < now - 60_000) state.starts.shift();
  if (state.closed || state.starts.length >= STARTS_PER_MINUTE) throw helperUnavailable(state);
  state.starts.push(now);
  const channel = startHelper();
  const gone = deferred<void>();
  state.channel = channel;
  state.gone = gone.promise;
  channel.onMessage((answer) => receive(state, answer));
  channel.onClose((why) => {
    state.channel = null;
    gone.resolve();
    lose(state, why);
  });
  return channel;
}

function receive(state: State, answer: Answer): void {
  switch (answer.kind) {
    case 'started': {
      const order = state.orders.get(answer.id);
      if (!order) return;
      order.pid = answer.pid;
      order.processStart = answer.processStart;
      return order.started.resolve({ pid: answer.pid, processStart: answer.processStart });
    }
    case 'exited':
      state.orders.get(answer.id)?.exit.resolve(answer.exit);
      state.orders.delete(answer.id);
      return;
    case 'refused': {
      const order = state.orders.get(answer.id);
      state.orders.delete(answer.id);
      order?.started.reject(fromFailure(answer.failure));
      return order?.exit.reject(fromFailure(answer.failure));
    }
    case 'executed':
      return take(state, answer.call)?.resolve(answer.result);
    case 'failed':
      return take(state, answer.call)?.reject(fromFailure(answer.failure));
    case 'probed':
      return take(state, answer.call)?.resolve(answer.probes);
    case 'reaped':
      return take(state, answer.call)?.resolve(answer.count);
  }
}

function take(state: State, id: number): Call | undefined {
  const found = state.calls.get(id);
  state.calls.delete(id);
  return found;
}

/** Commands fail, they may be asked for again. Tools end as lost, once a new helper has killed what they left. */
function lose(state: State, why: string): void {
  const calls = [...state.calls.values()];
  const orders = [...state.orders.values()];
  state.calls.clear();
  state.orders.clear();
  if (!state.closed) state.ports.log('warn', 'The spawn helper ended', { why, orders: orders.length });
  for (const lost of calls) lost.reject(helperLost(why));
  for (const order of orders) void settleLost(state, order, why);
}

async function settleLost(state: State, order: Order, why: string): Promise<void> {
  const { id, pid, processStart } = order;
  const leftovers = state.closed ? 0 : await reap(state, { id, pid, processStart }).catch(() => 0);
  order.started.reject(helperLost(why));
  order.exit.resolve({
    reason: 'helper-lost',
    exitCode: null,
    signal: null,
    outputBytes: 0,
    durationMs: Math.round(state.ports.clock.monotonic() - order.begun),
    leftovers,
  });
}

/** Stops every tool in order, then lets the helper go. */
async function close(state: State): Promise<void> {
  const exits = [...state.orders.values()].map((order) => order.exit.promise);
  for (const id of state.orders.keys()) state.channel?.send({ kind: 'stop', id });
  await within(state, CLOSE_MS, Promise.allSettled(exits));
  state.closed = true;
  state.channel?.close();
  await within(state, CLOSE_MS, state.gone);
}

async function within(state: State, ms: number, work: Promise<unknown>): Promise<void> {
  await new Promise<void>((resolve) => {
    const cancel = state.ports.clock.after(ms, resolve);
    void work.finally(() => {
      cancel();
      resolve();
    });
  });
}

function helperLost(why: string): PatchbayError {
  return new PatchbayError(
    'E_SPAWN',
    `The process that starts tools ended (${why})`,
    'Retry: it starts again by itself.',
    {
      why,
    },
  );
}

function helperUnavailable(state: State): PatchbayError {
  if (state.closed) return new PatchbayError('E_SPAWN', 'Patchbay is closing', 'Start again.', {});
  return new PatchbayError(
    'E_SPAWN',
    `The process that starts tools ended ${STARTS_PER_MINUTE} times within a minute`,
    'Something kills it: look for a tool that kills its parent, or for a memory limit. Wait a minute, then retry.',
    { starts: state.starts.length },
  );
}
