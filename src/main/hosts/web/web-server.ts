// The local web server: judges every request, hands out static files, the sign-in and the WebSocket.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import sirv from 'sirv';
import { type WebSocket, WebSocketServer } from 'ws';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { judgeRequest, type Verdict } from './judge-request.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import { answerSignIn } from './sign-in.ts';
import type { WebSession } from './web-session.ts';
import { SOCKET_LIMITS } from './web-socket-channel.ts';

export interface WebServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly staticDir: string;
  readonly session: WebSession;
  readonly onSocket: (socket: WebSocket) => void;
  readonly log: Log;
}

export interface WebServer {
  readonly port: number;
  /** Addresses it listens on. */
  readonly addresses: readonly string[];
  close(): Promise<void>;
}

/** Headers of a request come within ten seconds, and so does its body; a local browser needs milliseconds. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 } as const;
const MAX_CONNECTIONS = 256;

interface Context extends WebServerOptions {
  readonly sockets: WebSocketServer;
  readonly files: ReturnType<typeof sirv>;
  /** Known once the first server listens. */
  boundPort: number;
}

/** Listens on 127.0.0.1 and, where there is one, on ::1 with the same port; never on anything else. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const context: Context = {
    ...options,
    boundPort: options.port,
    // `dev: false` lists the folder once: only files that were there at the start are ever answered.
    files: sirv(options.staticDir, { dev: false, etag: true, dotfiles: false }),
    sockets: new WebSocketServer({
      noServer: true,
      maxPayload: SOCKET_LIMITS.messageBytes,
      perMessageDeflate: false,
      clientTracking: true,
    }),
  };
  const first = server(context);
  await listen(first, '127.0.0.1', options.port);
  context.boundPort = portOf(first);
  const second = await listenOnSix(context);
  const servers = second ? [first, second] : [first];
  return {
    port: context.boundPort,
    addresses: second ? ['127.0.0.1', '::1'] : ['127.0.0.1'],
    close: () => closeAll(context, servers),
  };
}

function server(context: Context): Server {
  const made = createServer(TIMEOUTS, (request, response) => void answer(context, request, response));
  made.maxConnections = MAX_CONNECTIONS;
  made.on('upgrade', (request, socket, head) => upgrade(context, request, socket, head));
  made.on('clientError', (_error, socket) => socket.destroy());
  return made;
}

async function answer(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const verdict = judge(context, request, false);
  if (!verdict.pass) return reply(response, verdict.status, verdict.reason);
  if (verdict.as === 'auth') {
    return answerSignIn({ request, response, session: context.session, port: context.boundPort });
  }
  context.files(request, response, () => reply(response, 404, 'There is no such file.'));
}

function upgrade(context: Context, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  const verdict = judge(context, request, true);
  if (!verdict.pass) return hangUp(socket, verdict.status);
  if (context.sockets.clients.size >= SOCKET_LIMITS.sockets) return hangUp(socket, 503);
  context.sockets.handleUpgrade(request, socket, head, (accepted) => context.onSocket(accepted));
}

function judge(context: Context, { method, url, headers }: IncomingMessage, upgrade: boolean): Verdict {
  const marker = headers['x-patchbay'];
  const fetchSite = headers['sec-fetch-site'];
  const facts = {
    method: method ?? '',
    path: (url ?? '').split('?')[0] ?? '',
    host: headers.host,
    origin: headers.origin,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    signedIn: context.session.knowsCookie(headers.cookie, context.boundPort),
    marker: typeof marker === 'string' ? marker : undefined,
    upgrade,
  };
  const verdict = judgeRequest(facts, context.boundPort);
  if (!verdict.pass)
    context.log('warn', 'web request refused', { ...verdict, method, path: facts.path, host: facts.host });
  return verdict;
}

export function reply(response: ServerResponse, status: number, text: string): void {
  // Whatever body comes with a refused request is never read.
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(`${text}\n`);
}

function hangUp(socket: Duplex, status: number): void {
  const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} Refused`, 'Connection: close', 'Content-Length: 0', ...headers, '', ''].join('\r\n'));
}

/** Machines without IPv6, or with the port taken there, are served on 127.0.0.1 alone. */
async function listenOnSix(context: Context): Promise<Server | null> {
  const made = server(context);
  try {
    await listen(made, '::1', context.boundPort);
    return made;
  } catch (error) {
    context.log('debug', 'no ::1', { error: String(error) });
    return null;
  }
}

function listen(made: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    made.once('error', (error) => reject(cannotListen(host, port, error)));
    made.listen({ host, port, ipv6Only: true }, resolve);
  });
}

function cannotListen(host: string, port: number, error: Error): PatchbayError {
  const advice = 'Choose another port with --port, or none for any free one.';
  return new PatchbayError('E_USAGE', `Cannot listen on ${host}:${port}: ${error.message}`, advice, { host, port });
}

function portOf(made: Server): number {
  return (made.address() as AddressInfo).port; // a listening TCP server has this form of address
}

async function closeAll(context: Context, servers: readonly Server[]): Promise<void> {
  for (const client of context.sockets.clients) client.terminate();
  const closed = servers.map((made) => {
    const done = new Promise<void>((resolve) => made.close(() => resolve()));
    made.closeAllConnections();
    return done;
  });
  await Promise.all(closed);
}
