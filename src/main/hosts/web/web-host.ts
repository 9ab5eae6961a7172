// The web host: an engine process behind a local web server, for browsers on this machine.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebSocket } from 'ws';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { relay } from '../engine/relay-channel.ts';
import { type EngineChild, type EngineSupervisor, superviseEngine } from '../engine/supervise-engine.ts';
import { idleStop } from './idle-stop.ts';
import { startWebServer } from './web-server.ts';
import { webSession } from './web-session.ts';
import { webSocketChannel } from './web-socket-channel.ts';

export interface WebHostOptions {
  readonly port: number;
  readonly appRoot: string;
  readonly ownerDir: string;
  readonly fork: () => EngineChild;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when nobody has looked for hours and nothing runs. */
  readonly onIdle: () => void;
}

export interface WebHost {
  /** With the token in its fragment. */
  readonly url: string;
  /** The same with a token that works once, soon. */
  launchUrl(): string;
  readonly port: number;
  readonly engine: EngineSupervisor;
  close(): Promise<void>;
}

/** Resolves when the page can be opened and the engine answers. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const staticDir = join(options.appRoot, 'out', 'renderer');
  if (!existsSync(join(staticDir, 'index.html'))) throw notBuilt(staticDir);
  const { clock, log } = options;
  const engine = superviseEngine({ fork: options.fork, clock, log });
  const session = webSession(clock);
  const idle = idleStop({ engine, clock, onIdle: options.onIdle });
  const onSocket = (socket: WebSocket) => {
    relay(webSocketChannel(socket), engine.connect());
    idle.opened(socket);
  };
  try {
    await engine.ready;
    const server = await startWebServer({ port: options.port, staticDir, session, onSocket, log });
    const lockFile = join(options.ownerDir, 'web.json');
    writeFileSync(lockFile, JSON.stringify({ pid: process.pid, port: server.port }), { mode: 0o600 });
    return {
      url: `http://127.0.0.1:${server.port}/#token=${session.token}`,
      launchUrl: () => `http://127.0.0.1:${server.port}/#token=${session.launchToken()}`,
      port: server.port,
      engine,
      async close() {
        idle.end();
        rmSync(lockFile, { force: true });
        await server.close();
        await engine.close();
      },
    };
  } catch (error) {
    idle.end();
    await engine.close();
    throw error;
  }
}

function notBuilt(staticDir: string): PatchbayError {
  return new PatchbayError(
    'E_FILE_UNREADABLE',
    `The screens are not built: ${staticDir} is missing`,
    'Run `npm run setup`.',
    {
      staticDir,
    },
  );
}
