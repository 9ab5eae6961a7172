// A web host with a fake service behind it, and raw requests against it with any header.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FromEngine, ToEngine } from '../../../../../src/main/hosts/engine/engine-message.ts';
import { type ParentPort, serveParent } from '../../../../../src/main/hosts/engine/serve-parent.ts';
import type { EngineChild } from '../../../../../src/main/hosts/engine/supervise-engine.ts';
import { systemClock } from '../../../../../src/main/hosts/service/system-clock.ts';
import { startWebHost, type WebHost } from '../../../../../src/main/hosts/web/web-host.ts';
import { oneService } from '../../../../../src/main/ipc/one-service.ts';
import type { Service } from '../../../../../src/shared/ports/service.ts';

export interface WebRig {
  readonly host: WebHost;
  readonly token: string;
  readonly dir: string;
  close(): Promise<void>;
}

export async function webRig(service: Service, page = '<!doctype html><title>Patchbay</title>'): Promise<WebRig> {
  const dir = mkdtempSync(join(tmpdir(), 'pb-web-'));
  mkdirSync(join(dir, 'out', 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(dir, 'out', 'renderer', 'index.html'), page);
  writeFileSync(join(dir, 'out', 'renderer', 'assets', 'app.js'), 'globalThis.loaded = true;');
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  const host = await startWebHost({
    port: 0,
    appRoot: dir,
    ownerDir: dir,
    fork: () => childInProcess(service),
    clock: systemClock,
    log: () => {},
    onIdle: () => {},
  });
  return {
    host,
    token: new URL(host.url).hash.replace('#token=', ''),
    dir,
    async close() {
      await host.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The engine's side of the port in this process: what is tested here is the web, not the fork. */
function childInProcess(service: Service): EngineChild {
  const toEngine: ((message: ToEngine) => void)[] = [];
  let fromEngine: (message: FromEngine) => void = () => {};
  let exit: (how: string) => void = () => {};
  const port: ParentPort = {
    send: (message) => queueMicrotask(() => fromEngine(message)),
    onMessage: (listener) => void toEngine.push(listener),
    onClose: () => {},
  };
  serveParent(port, oneService(service));
  port.send({ k: 'ready' });
  return {
    pid: process.pid,
    send(message) {
      if (message.k === 'stop') exit('exit 0');
      for (const listener of toEngine) listener(message);
    },
    onMessage: (listener) => {
      fromEngine = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => exit('killed'),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly path?: string;
  /** `undefined` values are left out, `Host` included. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly address?: string;
}

/** One raw request; for an upgrade the status is 101 when it was accepted. */
export function ask(port: number, { method = 'GET', path = '/', headers = {}, body, address }: Ask): Promise<Answer> {
  const given: OutgoingHttpHeaders = Object.fromEntries(
    Object.entries(headers).filter(([, value]) => value !== undefined),
  );
  return new Promise((resolve, reject) => {
    const options = { host: address ?? '127.0.0.1', port, method, path, headers: given, setHost: false, agent: false };
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: 101, headers: response.headers, body: '' });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export function upgradeHeaders(): Readonly<Record<string, string>> {
  return {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.from('0123456789abcdef').toString('base64'),
  };
}
