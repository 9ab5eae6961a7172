// The life of an engine process: own the project, open the service, serve parent and socket, end in order.
import type { Log } from '../../../shared/ports/log.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { toWireError } from '../../ipc/wire-error.ts';
import { acquireOwner, type Owned, ownedBy } from '../owner/acquire-owner.ts';
import type { EngineOptions } from './engine-message.ts';
import { type ParentPort, serveParent } from './serve-parent.ts';
import { whenIdle } from './when-idle.ts';

export interface RunEngineOptions {
  readonly options: EngineOptions;
  readonly port: ParentPort | null;
  readonly open: (options: EngineOptions) => Promise<Service>;
  readonly log: Log;
  /** Ends the process; a parameter so that a test can look on. */
  readonly exit: (code: number) => void;
}

/** Ends with 0 when asked to stop, 4 when the project cannot be opened. */
export async function runEngine(engine: RunEngineOptions): Promise<void> {
  const { options, port, log, exit } = engine;
  let held: Held | null = null;
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log('info', 'engine stops', { why });
    held?.owned?.turnAway();
    await held?.service.close().catch((error: unknown) => log('error', 'closing failed', { error: String(error) }));
    held?.owned?.release();
    exit(0);
  };
  port?.onMessage((message) => {
    if (message.k === 'stop') void stop('asked');
  });
  if (options.mode === 'child') port?.onClose(() => void stop('parent gone'));
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => {
    // Ctrl+C reaches the whole group; a child waits for its host's word.
    if (options.mode === 'detached') void stop('SIGINT');
  });
  try {
    held = await hold(engine, () => void stop('the owner is gone'));
    if (port) serveParent(port, held.service);
    port?.send({ k: 'ready' });
    log('info', 'engine serves', { pid: process.pid, owner: held.owned !== null });
    if (options.mode === 'detached')
      whenIdle(
        held.service,
        () => held?.owned?.clients() ?? 0,
        () => void stop('idle'),
      );
  } catch (error) {
    const wire = toWireError(error);
    log('error', 'engine cannot open the project', { ...wire });
    port?.send({ k: 'refused', error: wire });
    exit(4);
  }
}

interface Held {
  readonly service: Service;
  /** Null when another process owns the project and this one passes its clients on to it. */
  readonly owned: Owned | null;
}

/** A child of a host shares an owner that is there already, as the command line does; a detached engine is refused. */
async function hold(engine: RunEngineOptions, onOwnerGone: () => void): Promise<Held> {
  const found = await acquireOwner(engine.options.ownerDir);
  if (!found.owner) {
    if (engine.options.mode === 'detached') throw ownedBy(found.record);
    engine.log('info', 'another process owns the project', { pid: found.record.pid });
    return { service: await found.connect({ onClose: onOwnerGone }), owned: null };
  }
  try {
    const service = await engine.open(engine.options);
    found.attach(service);
    return { service, owned: found };
  } catch (error) {
    found.release();
    throw error;
  }
}
