// A channel over a WebSocket of the web host, with limits, back-pressure and a heartbeat.
import type { WebSocket } from 'ws';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';

export const SOCKET_LIMITS = {
  sockets: 32,
  /** Calls carry names and ids; the largest is a path. */
  messageBytes: 1024 * 1024,
  /** A page that lets so much pile up does not read any more. */
  unsentBytes: 2 * LIMITS.rpcMessageBytes,
  heartbeatMs: 30_000,
} as const;

/** Close codes of RFC 6455 §7.4: 1007 bad data, 1013 try again later. */
const BAD_DATA = 1007;
const TRY_LATER = 1013;

/** Ends when the page neither reads (too much unsent) nor answers two heartbeats. */
export function webSocketChannel(socket: WebSocket): Channel<ServerMessage, ClientMessage> {
  const listeners: ((message: ClientMessage) => void)[] = [];
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? undefined : parse(String(data));
    if (message === undefined) return socket.close(BAD_DATA, 'not JSON');
    for (const listener of listeners) listener(message);
  });
  keepAlive(socket);
  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      const text = JSON.stringify(message);
      if (text.length > LIMITS.rpcMessageBytes) throw tooLarge(text.length);
      socket.send(text);
      if (socket.bufferedAmount > SOCKET_LIMITS.unsentBytes) dropSlow(socket);
    },
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void socket.once('close', listener),
    close: () => socket.close(),
  };
}

/** The reason stands behind everything unsent, so it may never arrive: the connection is then cut. */
function dropSlow(socket: WebSocket): void {
  socket.close(TRY_LATER, 'this page does not read its messages; reload it');
  setTimeout(() => socket.terminate(), 2_000).unref();
}

function keepAlive(socket: WebSocket): void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, SOCKET_LIMITS.heartbeatMs);
  socket.once('close', () => clearInterval(timer));
}

function parse(text: string): ClientMessage | undefined {
  try {
    return JSON.parse(text); // its form is checked at the service's door
  } catch {
    return undefined;
  }
}

function tooLarge(length: number): PatchbayError {
  const values = { length, limit: LIMITS.rpcMessageBytes };
  return new PatchbayError(
    'E_LIMIT',
    `An answer of ${length} characters is too large to send`,
    'Ask for less at once.',
    values,
  );
}
