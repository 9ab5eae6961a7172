// Opens the channel of a browser tab: shows the page's key to the service, then a WebSocket at /ws.
import type { Channel, ClientMessage, ServerMessage } from '../../shared/ipc/wire.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';

const TOKEN_FRAGMENT = /^#token=([^&]+)/;

/** Exchanges the key in the address (`#token=…`) for a cookie once, then opens the socket. */
export async function openWebChannel(): Promise<Channel<ClientMessage, ServerMessage>> {
  await presentToken();
  return openSocket();
}

async function presentToken(): Promise<void> {
  const token = TOKEN_FRAGMENT.exec(window.location.hash)?.[1];
  if (token === undefined) return;
  const answer = await fetch('/auth', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Patchbay': '1' },
    body: JSON.stringify({ token: decodeURIComponent(token) }),
  });
  // A server fault may pass; a refusal will not, and the cookie of an earlier visit may still be good.
  if (answer.status >= 500) throw gone();
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

async function openSocket(): Promise<Channel<ClientMessage, ServerMessage>> {
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${window.location.host}/ws`);
  const opened = await new Promise<boolean>((resolve) => {
    socket.addEventListener('open', () => resolve(true), { once: true });
    socket.addEventListener('close', () => resolve(false), { once: true });
  });
  if (opened) return channelOf(socket);
  throw (await isRefused()) ? refused() : gone();
}

/** A browser does not tell a page why a socket failed; the same address asked plainly does. */
async function isRefused(): Promise<boolean> {
  const answer = await fetch('/ws', { headers: { 'X-Patchbay': '1' } });
  return answer.status === 401 || answer.status === 403;
}

function channelOf(socket: WebSocket): Channel<ClientMessage, ServerMessage> {
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (listener) =>
      socket.addEventListener('message', (event: MessageEvent<string>) => listener(JSON.parse(event.data))),
    onClose: (listener) => socket.addEventListener('close', () => listener(), { once: true }),
    close: () => socket.close(),
  };
}

function refused(): PatchbayError {
  return new PatchbayError(
    'E_UNAUTHORISED',
    'This page needs its key.',
    'Open the address printed by `patchbay serve`.',
  );
}

function gone(): PatchbayError {
  return new PatchbayError('E_OWNER_GONE', 'The service does not answer.', 'Patchbay tries again by itself.');
}
