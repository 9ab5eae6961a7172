// Keeps an engine process alive for a host: starts it, starts it again when it dies, and tells the clients.

import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import { backoffMs } from '../../../shared/lib/duration.ts';
import { ERRORS, PatchbayError } from '../../../shared/lib/errors.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { fromWireError, ownerGone, toWireError } from '../../ipc/wire-error.ts';
import type { FromEngine, ToEngine } from './engine-message.ts';

/** A running engine process, whichever way it was forked. */
export interface EngineChild {
  readonly pid: number | undefined;
  send(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once; `how` is for people. */
  onExit(listener: (how: string) => void): void;
  kill(): void;
}

export interface SupervisorOptions {
  readonly fork: () => EngineChild;
  readonly clock: Clock;
  readonly log: Log;
}

export type EngineState = 'starting' | 'up' | 'down' | 'failed';

export interface EngineSupervisor {
  /** Settles when the first engine serves; rejects when it never will. */
  readonly ready: Promise<void>;
  state(): EngineState;
  /** Process id of the engine that runs now. */
  pid(): number | undefined;
  /** A new client; nothing it sends is kept while the engine is away. */
  connect(): Channel<ClientMessage, ServerMessage>;
  close(): Promise<void>;
}

/** Five deaths within a minute are a crash loop: starting again would only burn the machine. */
export const CRASH_LOOP = { deaths: 5, withinMs: 60_000 } as const;
const BACKOFF_MS = { first: 100, max: 5_000 } as const;
const STOP_GRACE_MS = 15_000;

interface Client {
  readonly id: number;
  readonly deliver: (message: ServerMessage) => void;
  readonly shut: () => void;
}

interface Supervisor {
  readonly options: SupervisorOptions;
  readonly clients: Map<number, Client>;
  readonly first: PromiseWithResolvers<void>;
  child: EngineChild | null;
  state: EngineState;
  deaths: number[];
  lastClient: number;
  failure: PatchbayError | null;
  closing: PromiseWithResolvers<void> | null;
  cancelWait: () => void;
}

export function superviseEngine(options: SupervisorOptions): EngineSupervisor {
  const supervisor: Supervisor = {
    options,
    clients: new Map(),
    first: Promise.withResolvers(),
    child: null,
    state: 'starting',
    deaths: [],
    lastClient: 0,
    failure: null,
    closing: null,
    cancelWait: () => {},
  };
  supervisor.first.promise.catch(() => {}); // a host that never asks must not fall over it
  start(supervisor);
  return {
    ready: supervisor.first.promise,
    state: () => supervisor.state,
    pid: () => supervisor.child?.pid,
    connect: () => connect(supervisor),
    close: () => close(supervisor),
  };
}

function start(supervisor: Supervisor): void {
  const child = supervisor.options.fork();
  supervisor.child = child;
  child.onMessage((message) => receive(supervisor, child, message));
  child.onExit((how) => {
    if (supervisor.child === child) died(supervisor, how);
  });
}

function receive(supervisor: Supervisor, child: EngineChild, message: FromEngine): void {
  if (supervisor.child !== child) return;
  if (message.k === 'ready') up(supervisor);
  else if (message.k === 'refused') refused(supervisor, fromWireError(message.error));
  else if (message.k === 'shut') supervisor.clients.get(message.client)?.shut();
  else {
    supervisor.clients.get(message.client)?.deliver(message.body);
  }
}

function up(supervisor: Supervisor): void {
  supervisor.state = 'up';
  supervisor.options.log('info', 'engine is up', { pid: supervisor.child?.pid });
  for (const client of supervisor.clients.values()) {
    supervisor.child?.send({ k: 'open', client: client.id });
    client.deliver({ t: 'engine', state: 'up' });
  }
  supervisor.first.resolve();
}

function died(supervisor: Supervisor, how: string): void {
  supervisor.child = null;
  supervisor.closing?.resolve();
  if (supervisor.closing || supervisor.state === 'failed') return;
  supervisor.state = 'down';
  const { clock, log } = supervisor.options;
  const now = clock.monotonic();
  supervisor.deaths = [...supervisor.deaths.filter((at) => now - at < CRASH_LOOP.withinMs), now];
  log('warn', 'engine process ended', { how, deaths: supervisor.deaths.length });
  if (supervisor.deaths.length >= CRASH_LOOP.deaths) {
    fail(supervisor, crashLoop(how));
    return;
  }
  sayDown(supervisor);
  // The first restart comes at once: a person who looks on should hardly see it.
  const pause =
    supervisor.deaths.length === 1 ? 0 : backoffMs(supervisor.deaths.length - 1, BACKOFF_MS.first, BACKOFF_MS.max, 1);
  supervisor.cancelWait = clock.after(pause, () => start(supervisor));
}

/** To a client this says that every call in flight is lost; it may send again what only reads. */
function sayDown(supervisor: Supervisor): void {
  for (const client of supervisor.clients.values()) client.deliver({ t: 'engine', state: 'down' });
}

/** A passing fault ends that process only; its exit brings the next one. */
function refused(supervisor: Supervisor, error: PatchbayError): void {
  if (!ERRORS[error.code].retry) fail(supervisor, error);
}

function fail(supervisor: Supervisor, error: PatchbayError): void {
  supervisor.state = 'failed';
  supervisor.failure = error;
  supervisor.options.log('error', error.message, { code: error.code, advice: error.advice });
  sayDown(supervisor);
  supervisor.first.reject(error);
}

function connect(supervisor: Supervisor): Channel<ClientMessage, ServerMessage> {
  supervisor.lastClient += 1;
  const id = supervisor.lastClient;
  const listeners: ((message: ServerMessage) => void)[] = [];
  const closers: (() => void)[] = [];
  const forget = () => {
    if (!supervisor.clients.delete(id)) return;
    for (const closer of closers) closer();
  };
  const client: Client = {
    id,
    deliver: (message) => {
      for (const listener of listeners) listener(message);
    },
    shut: forget,
  };
  supervisor.clients.set(id, client);
  if (supervisor.state === 'up') supervisor.child?.send({ k: 'open', client: id });
  return {
    send: (message) => forward(supervisor, client, message),
    onMessage(listener) {
      listeners.push(listener);
      if (supervisor.state !== 'up') listener({ t: 'engine', state: 'down' });
    },
    onClose: (listener) => void closers.push(listener),
    close() {
      if (supervisor.clients.has(id) && supervisor.state === 'up') supervisor.child?.send({ k: 'shut', client: id });
      forget();
    },
  };
}

function forward(supervisor: Supervisor, client: Client, message: ClientMessage): void {
  if (!supervisor.clients.has(client.id)) return;
  if (supervisor.state === 'up') {
    supervisor.child?.send({ k: 'message', client: client.id, body: message });
  } else if (message.t === 'call') {
    const error = supervisor.failure ?? ownerGone({ announced: true, message: 'The engine is starting again' });
    client.deliver({ t: 'error', id: message.id, error: toWireError(error) });
  }
}

async function close(supervisor: Supervisor): Promise<void> {
  supervisor.cancelWait();
  for (const client of [...supervisor.clients.values()]) client.shut();
  const child = supervisor.child;
  if (!child || supervisor.closing) return supervisor.closing?.promise;
  supervisor.closing = Promise.withResolvers();
  supervisor.first.reject(ownerGone({ announced: true, message: 'The host is closing' }));
  child.send({ k: 'stop' });
  const cancel = supervisor.options.clock.after(STOP_GRACE_MS, () => child.kill());
  await supervisor.closing.promise;
  cancel();
}

function crashLoop(how: string): PatchbayError {
  return new PatchbayError(
    'E_INTERNAL',
    `The engine ended ${CRASH_LOOP.deaths} times within a minute (last: ${how}) and stays down`,
    'Nothing is lost: the ledger is on disk. Read the log, then start Patchbay again.',
    { how },
  );
}
