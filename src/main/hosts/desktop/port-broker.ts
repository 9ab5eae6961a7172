// Gives the app's page a port to the engine when it asks, and only the app's page.
import type { IpcMain, IpcMainEvent, MessageChannelMain, MessagePortMain } from 'electron';
import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { relay } from '../engine/relay-channel.ts';
import { isAppPage } from './resolve-app-url.ts';

export const CONNECT = 'patchbay-connect';
export const PORT = 'patchbay-port';

/** A page that reloads asks again; one that asks more often is broken. */
const MAX_PORTS = 16;

export interface BrokerOptions {
  readonly ipc: Pick<IpcMain, 'on'>;
  readonly newChannel: () => MessageChannelMain;
  readonly connect: () => Channel<ClientMessage, ServerMessage>;
  readonly log: Log;
}

export function brokerPorts({ ipc, newChannel, connect, log }: BrokerOptions): void {
  let open = 0;
  ipc.on(CONNECT, (event: IpcMainEvent) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isAppPage(frame.url)) {
      log('warn', 'a page that is not the app asked for a port', { url: frame?.url });
      return;
    }
    if (open >= MAX_PORTS) return log('warn', 'too many ports are open', { open });
    open += 1;
    const { port1, port2 } = newChannel();
    const page = portChannel(port1);
    page.onClose(() => {
      open -= 1;
    });
    relay(page, connect());
    event.sender.postMessage(PORT, null, [port2]);
  });
}

function portChannel(port: MessagePortMain): Channel<ServerMessage, ClientMessage> {
  return {
    send: (message) => port.postMessage(message),
    onMessage(listener) {
      port.on('message', (event) => listener(event.data)); // checked at the service's door
      port.start();
    },
    onClose: (listener) => void port.once('close', listener),
    close: () => port.close(),
  };
}
