// Serves the contract to the many clients behind the one port to the parent process.
import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { serve } from '../../ipc/serve-channel.ts';
import type { FromEngine, ToEngine } from './engine-message.ts';

/** The port to the parent: process IPC of a forked Node, or Electron's `process.parentPort`. */
export interface ParentPort {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  /** The parent is gone or has hung up. */
  onClose(listener: () => void): void;
}

interface ParentClient {
  readonly receive: (message: ClientMessage) => void;
  readonly shut: () => void;
}

export function serveParent(port: ParentPort, service: Service): void {
  const clients = new Map<number, ParentClient>();
  port.onMessage((message) => {
    if (message.k === 'open') clients.set(message.client, openClient(port, message.client, service));
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
}

function openClient(port: ParentPort, client: number, service: Service): ParentClient {
  const listeners: ((message: ClientMessage) => void)[] = [];
  const closers: (() => void)[] = [];
  const channel: Channel<ServerMessage, ClientMessage> = {
    send: (body) => port.send({ k: 'message', client, body }),
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void closers.push(listener),
    close: () => port.send({ k: 'shut', client }),
  };
  serve(channel, service);
  return {
    receive: (message) => {
      for (const listener of listeners) listener(message);
    },
    shut: () => {
      for (const closer of closers) closer();
    },
  };
}
