// Stops a forgotten web host: no page for hours and no run that goes on.
import type { WebSocket } from 'ws';
import type { Clock } from '../../../shared/ports/clock.ts';
import { serviceClient } from '../../ipc/service-client.ts';
import type { EngineSupervisor } from '../engine/supervise-engine.ts';

export const IDLE_STOP_MS = 4 * 60 * 60 * 1_000;

export interface IdleStopOptions {
  readonly engine: EngineSupervisor;
  readonly clock: Clock;
  readonly onIdle: () => void;
}

export function idleStop({ engine, clock, onIdle }: IdleStopOptions): {
  opened(socket: Pick<WebSocket, 'once'>): void;
  end(): void;
} {
  let pages = 0;
  let cancel = () => {};
  const wait = () => {
    cancel();
    cancel = clock.after(IDLE_STOP_MS, async () => {
      if (pages > 0) return;
      if (await runsGoOn(engine)) wait();
      else onIdle();
    });
  };
  wait();
  return {
    opened(socket) {
      pages += 1;
      cancel();
      socket.once('close', () => {
        pages -= 1;
        if (pages === 0) wait();
      });
    },
    end: () => cancel(),
  };
}

async function runsGoOn(engine: EngineSupervisor): Promise<boolean> {
  const client = serviceClient(engine.connect());
  try {
    const { projects } = await client.call('project.list', {});
    const open = projects.filter((project) => project.state === 'open').map((project) => project.key);
    const answers = await Promise.all(open.map((project) => isActive(engine, project)));
    return answers.includes(true);
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

async function isActive(engine: EngineSupervisor, project: string): Promise<boolean> {
  const client = serviceClient(engine.connect(), { project });
  try {
    const { runs } = await client.call('run.list', {});
    return runs.some((run) => run.state === 'running' && run.control === 'active');
  } finally {
    await client.close();
  }
}
