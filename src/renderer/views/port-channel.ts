// Opens the channel of the desktop window: the preload bridge asks for a MessagePort and posts it to this window.
import type { Channel, ClientMessage, ServerMessage } from '../../shared/ipc/wire.ts';

/** What the preload bridge offers. Ports cannot cross it as values, so the port arrives as a window message. */
export interface Bridge {
  connect(): void;
}

/** `data` of the window message that carries the port. */
export const PORT_MESSAGE = 'patchbay-port';

export function findBridge(): Bridge | null {
  const holder: { patchbay?: Bridge } = window as { patchbay?: Bridge }; // the bridge is there in the desktop app only
  return holder.patchbay ?? null;
}

export function openPortChannel(bridge: Bridge): Promise<Channel<ClientMessage, ServerMessage>> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return;
      window.removeEventListener('message', take);
      resolve(channelOf(port));
    };
    window.addEventListener('message', take);
    bridge.connect();
  });
}

function channelOf(port: MessagePort): Channel<ClientMessage, ServerMessage> {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event: MessageEvent<ServerMessage>) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', () => listener(), { once: true }),
    close: () => port.close(),
  };
}
