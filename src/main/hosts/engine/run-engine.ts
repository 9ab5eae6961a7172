// The life of an engine process: hold the projects, serve parent and sockets, end in order.
import type { Capacity } from '../../../shared/ports/capacity.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { toWireError } from '../../ipc/wire-error.ts';
import { placeIn } from '../owner/project-place.ts';
import type { EngineOptions } from './engine-message.ts';
import { type HeldProjects, holdProjects, type OpenProject } from './hold-projects.ts';
import { type ParentPort, serveParent } from './serve-parent.ts';
import { whenIdle } from './when-idle.ts';

export interface RunEngineOptions {
  readonly options: EngineOptions;
  readonly port: ParentPort | null;
  /** What all projects share; may refuse the settings of the machine. */
  readonly openCapacity: () => Capacity;
  readonly open: (order: OpenProject, capacity: Capacity) => Promise<Service>;
  readonly log: Log;
  /** Ends the process; a parameter so that a test can look on. */
  readonly exit: (code: number) => void;
}

/** Ends with 0 when asked to stop, 4 when the project cannot be opened. */
export async function runEngine(engine: RunEngineOptions): Promise<void> {
  const { options, port, log, exit } = engine;
  let held: HeldProjects | null = null;
  let tellMoved: (key: string | undefined, state: 'down' | 'up') => void = () => {};
  let stopping = false;
  const stop = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log('info', 'engine stops', { why });
    await held?.close();
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
    const capacity = engine.openCapacity();
    held = await holdProjects({
      dataDir: options.dataDir,
      first: placeIn(options.projectDir, options.ownerDir),
      also: options.also,
      manner: mannerOf(options),
      open: (order) => engine.open(order, capacity),
      capacity: () => capacity.load(),
      log,
      onMoved: (key, state) => tellMoved(key, state),
      onLost: (why) => void stop(why),
    });
    if (port) tellMoved = serveParent(port, held);
    port?.send({ k: 'ready' });
    log('info', 'engine serves', { pid: process.pid });
    if (options.mode === 'detached') idleStop(held, stop);
  } catch (error) {
    const wire = toWireError(error);
    log('error', 'engine cannot open the project', { ...wire });
    port?.send({ k: 'refused', error: wire });
    exit(4);
  }
}

/** A child of a host shares an owner that is there already, as the command line does; a detached engine is refused. */
function mannerOf({ mode, readOnly }: EngineOptions): 'share' | 'own' | 'read' {
  if (readOnly) return 'read';
  return mode === 'detached' ? 'own' : 'share';
}

function idleStop(held: HeldProjects, stop: (why: string) => Promise<void>): void {
  whenIdle(
    held.of(undefined),
    () => held.clients(),
    () => void stop('idle'),
  );
}
