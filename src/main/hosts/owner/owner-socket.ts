// The owner's local socket: a Unix domain socket or a named pipe, for this user only, behind a token.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { lineChannel, readLines } from './line-channel.ts';
import type { OwnerRecord } from './owner-claim.ts';

/** sun_path holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const MAX_SOCKET_PATH = 100;
const GREETING_MS = 30_000;
const FIRST_LINE_CHARS = 4_096;

export type ServerChannel = Channel<ServerMessage, ClientMessage>;
export type ClientChannel = Channel<ClientMessage, ServerMessage>;

/** A new name each time: a dead owner's socket file can then never be in the way. */
export function newSocketPath(dataDir: string): string {
  const unique = randomBytes(6).toString('hex');
  const folder = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  if (process.platform === 'win32') return `\\\\.\\pipe\\patchbay-${folder}-${unique}`;
  const near = join(dataDir, `owner-${unique}.sock`);
  return Buffer.byteLength(near) <= MAX_SOCKET_PATH ? near : join(tmpdir(), `patchbay-${folder}-${unique}.sock`);
}

export interface OwnerListener {
  /** Lets nobody in any more and ends every connection after what was said on it. */
  hangUp(): void;
  /** At once. */
  close(): void;
}

/** Listens for clients that know the token; each becomes a channel. */
export async function listenOwner(
  path: string,
  token: string,
  onClient: (channel: ServerChannel) => void,
): Promise<OwnerListener> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    greetClient(socket, token, onClient);
  });
  await listenPrivately(server, path);
  return {
    hangUp() {
      server.close();
      for (const socket of sockets) socket.end();
      removeSocketFile(path);
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      removeSocketFile(path);
    },
  };
}

/** Connects and proves the token. Rejects with `E_OWNER_GONE` where nobody answers. */
export function connectOwner(record: OwnerRecord): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    const socket = connect(record.socket);
    const fail = () => {
      socket.destroy();
      reject(ownerSilent(record));
    };
    socket.setTimeout(GREETING_MS, fail);
    socket.on('error', fail);
    socket.once('close', fail);
    const channel = lineChannel<ClientMessage, ServerMessage>(socket);
    let greeted = false;
    readLines(
      socket,
      () => LIMITS.rpcMessageBytes,
      (line) => {
        if (greeted) return channel.receive(line);
        greeted = true;
        socket.setTimeout(0);
        socket.off('close', fail);
        resolve(channel);
      },
    );
    socket.write(`${JSON.stringify({ token: record.token })}\n`);
  });
}

/** True when something accepts connections there: a dead process's socket refuses at once, even to a busy machine. */
export function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Only files that this module named are removed, whatever a record says. */
export function removeSocketFile(path: string): void {
  if (process.platform !== 'win32' && /(?:owner|patchbay)-[0-9a-f-]+\.sock$/.test(path)) rmSync(path, { force: true });
}

function greetClient(socket: Socket, token: string, onClient: (channel: ServerChannel) => void): void {
  const channel = lineChannel<ServerMessage, ClientMessage>(socket);
  let trusted = false;
  socket.setTimeout(GREETING_MS, () => socket.destroy());
  const limit = () => (trusted ? LIMITS.rpcMessageBytes : FIRST_LINE_CHARS);
  readLines(socket, limit, (line) => {
    if (trusted) return channel.receive(line);
    if (!knowsToken(line, token)) return void socket.destroy();
    trusted = true;
    socket.setTimeout(0);
    socket.write('{"ok":true}\n');
    onClient(channel);
  });
}

function knowsToken(line: string, token: string): boolean {
  try {
    const first: unknown = JSON.parse(line);
    if (typeof first !== 'object' || first === null || !('token' in first)) return false;
    const given = Buffer.from(String(first.token));
    const wanted = Buffer.from(token);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  } catch {
    return false;
  }
}

/** The file must never be open to others, not even between bind and chmod; bind happens inside `listen`. */
function listenPrivately(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const before = process.platform === 'win32' ? 0 : process.umask(0o177);
    server.listen(path, () => {
      if (process.platform !== 'win32') chmodSync(path, 0o600);
      server.off('error', reject);
      resolve();
    });
    if (process.platform !== 'win32') process.umask(before);
  });
}

function ownerSilent(record: OwnerRecord): PatchbayError {
  return new PatchbayError(
    'E_OWNER_GONE',
    `Process ${record.pid} owns this project but does not answer`,
    'Try again in a moment; if it stays so, end that process: the ledger is safe.',
    { pid: record.pid },
  );
}
