// The persons of a simulated world: they give commands, sometimes twice, and see to it that what they paused goes on.
import type { CommandWork } from '../../../src/shared/domain/command.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import type { Dice } from '../seeded-random.ts';
import type { FaultName } from './faults.ts';
import type { SimService } from './sim-service.ts';
import type { SimWorld } from './sim-world.ts';

export interface Persons {
  /** Between two turns. */
  act(): void;
  /** What they read in the log. */
  read(event: LoggedEvent): void;
}

const HOUR_MS = 3_600_000;

/** What each switch makes them ask for. */
const WISHES: Partial<Record<FaultName, (dice: Dice) => CommandWork>> = {
  'person-pauses': () => ({ name: 'pause' }),
  'person-resumes': () => ({ name: 'resume' }),
  'person-stops': (dice) => ({ name: 'stop', mode: dice.chance(0.5) ? 'drain' : 'kill' }),
  'person-cancels': () => ({ name: 'cancel' }),
  'person-resizes': (dice) => ({ name: 'parallel', maxParallel: dice.between(1, 8) }),
};

export function createPersons(world: SimWorld, service: SimService, runIds: readonly string[]): Persons {
  const { faults, clock } = world;
  const dice = world.dice.stream('persons');
  const ids = createCountingIds();
  const ask = (runId: string, work: CommandWork) => {
    const command = { commandId: ids.next(), work, by: 'test', why: '' };
    const message = { type: 'command', runId, command } as const;
    service.command(message);
    if (faults.hits('command-twice')) clock.after(dice.between(0, HOUR_MS), () => service.command(message));
  };
  return {
    act: () => {
      for (const [name, wish] of Object.entries(WISHES) as [FaultName, (dice: Dice) => CommandWork][]) {
        if (faults.hits(name)) ask(runIds[dice.between(0, runIds.length - 1)] ?? '', wish(dice));
      }
    },
    read: ({ kind, runId, data, id }) => {
      if (kind === 'run-control-changed' && data.control === 'pausing') {
        clock.after(dice.between(1_000, HOUR_MS), () => ask(runId, { name: 'resume' }));
      }
      // Somebody looks at a worker that lost its tool and finds nothing wrong with it.
      if (kind === 'worker-quarantined') {
        const work = { name: dice.chance(0.9) ? 'release-worker' : 'drain-worker', workerId: id } as const;
        clock.after(dice.between(1_000, HOUR_MS), () => ask(runId, work));
      }
      if (kind === 'breaker-opened' && faults.hits('person-resets')) {
        clock.after(dice.between(1_000, HOUR_MS), () => ask(runId, { name: 'reset-tool', tool: data.toolId }));
      }
      if (kind === 'worker-ready' && faults.hits('person-drains')) ask(runId, { name: 'drain-worker', workerId: id });
    },
  };
}
