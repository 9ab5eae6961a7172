// Serves the contract to the many clients behind the one port to the parent process.
import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import type { Services } from '../../../shared/ports/service.ts';
import { type Served, serve } from '../../ipc/serve-channel.ts';
import type { FromEngine, ToEngine } from './engine-message.ts';

/** The port to the parent: process IPC of a forked Node, or Electron's `process.parentPort`. */
export interface ParentPort {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  /** The parent is gone or has hung up. */
  onClose(listener: () => void): void;
}

interface ParentClient {
  /** Projects that it has asked for; the first one goes without a key. */
  readonly asked: Set<string | undefined>;
  readonly served: Served;
  readonly receive: (message: ClientMessage) => void;
  readonly shut: () => void;
}

type Tell = (project: string | undefined, state: 'down' | 'up') => void;

/** The function that it answers tells the clients of a project that it has gone down or is there again. */
export function serveParent(port: ParentPort, services: Services): Tell {
  const clients = new Map<number, ParentClient>();
  port.onMessage((message) => {
    if (message.k === 'open') clients.set(message.client, openClient(port, message.client, services));
    else if (message.k === 'message') clients.get(message.client)?.receive(message.body);
    else if (message.k === 'shut') {
      clients.get(message.client)?.shut();
      clients.delete(message.client);
    }
  });
  port.onClose(() => {
    for (const client of clients.values()) client.shut();
    clients.clear();
  });
  return (project, state) => {
    for (const [client, { asked, served }] of clients) {
      if (!asked.has(project)) continue;
      if (state === 'down') served.forget(project);
      port.send({ k: 'message', client, body: { t: 'engine', state } });
    }
  };
}

function openClient(port: ParentPort, client: number, services: Services): ParentClient {
  const listeners: ((message: ClientMessage) => void)[] = [];
  const closers: (() => void)[] = [];
  const channel: Channel<ServerMessage, ClientMessage> = {
    send: (body) => port.send({ k: 'message', client, body }),
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void closers.push(listener),
    close: () => port.send({ k: 'shut', client }),
  };
  const asked = new Set<string | undefined>();
  const served = serve(channel, services);
  return {
    asked,
    served,
    receive: (message) => {
      if (message.t !== 'unsubscribe') asked.add(message.project);
      for (const listener of listeners) listener(message);
    },
    shut: () => {
      for (const closer of closers) closer();
    },
  };
}
