// The persons of a simulated world: they give commands, sometimes twice, and see to it that what they paused goes on.
import type { ReviewNode, RunNode } from '../../../src/main/state/run-state.ts';
import type { CommandWork } from '../../../src/shared/domain/command.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import type { Dice } from '../seeded-random.ts';
import type { FaultName } from './faults.ts';
import type { SimService } from './sim-service.ts';
import type { SimWorld } from './sim-world.ts';

type Wish = (dice: Dice, taskIds: readonly [string, ...string[]]) => CommandWork;

export interface PersonParts {
  readonly world: SimWorld;
  readonly service: SimService;
  /** As their events give them. */
  readonly runs: ReadonlyMap<string, RunNode>;
}

export interface Persons {
  /** Between two turns. */
  act(): void;
  /** What they read in the log. */
  read(event: LoggedEvent): void;
}

const HOUR_MS = 3_600_000;
const PATIENCE = 8;

/** What each switch makes them ask for of a run that has such tasks. */
const WISHES: Partial<Record<FaultName, Wish>> = {
  'person-pauses': () => ({ name: 'pause' }),
  'person-resumes': () => ({ name: 'resume' }),
  'person-stops': (dice) => ({ name: 'stop', mode: dice.chance(0.5) ? 'drain' : 'kill' }),
  'person-cancels': () => ({ name: 'cancel' }),
  'person-retries': (dice, taskIds) => ({ name: 'retry', taskId: dice.pick(taskIds) }),
  'person-skips': (dice, taskIds) => ({ name: 'skip', taskId: dice.pick(taskIds) }),
  'person-prioritises': (dice, taskIds) => {
    return { name: 'prioritise', taskId: dice.pick(taskIds), priority: dice.pick([null, -5, 0, 9]) };
  },
  'person-resizes': (dice) => ({ name: 'parallel', maxParallel: dice.between(1, 8) }),
};

export function createPersons({ world, service, runs }: PersonParts, runIds: readonly string[]): Persons {
  const { faults, clock } = world;
  const dice = world.dice.stream('persons');
  const ids = createCountingIds();
  const ask = (runId: string, work: CommandWork) => {
    const command = { commandId: ids.next(), work, by: 'test', why: '' };
    const message = { type: 'command', runId, command } as const;
    service.command(message);
    if (faults.hits('command-twice')) clock.after(dice.between(0, HOUR_MS), () => service.command(message));
  };
  const vote = (runId: string, { reviewId, patch }: ReviewNode) =>
    ask(runId, {
      name: dice.chance(0.6) ? 'approve' : 'reject',
      reviewId,
      patchId: patch.patchId,
      head: runs.get(runId)?.head ?? '',
      reviewer: dice.pick(['ann', 'ben', 'cid']),
      reviewerKind: dice.chance(0.9) ? 'person' : 'tool',
    });
  /** Looks now and then at a run that waits for somebody, until it goes on or has ended; patience ends, too. */
  const attend = (runId: string, times = 0) => {
    clock.after(dice.between(60_000, HOUR_MS), () => {
      const run = runs.get(runId);
      if (run === undefined || run.endedAt !== null || run.control !== 'waiting') return;
      const asked = [...run.openReviews][0];
      if (asked !== undefined && dice.chance(0.8)) {
        vote(runId, asked);
        return attend(runId, times + 1);
      }
      const stuck = [...run.tasks.values()].filter(({ state }) => state === 'failed' || state === 'blocked');
      const task = stuck[dice.between(0, stuck.length - 1)]?.plan.taskId;
      const isTooMuch = times > PATIENCE || task === undefined || dice.chance(0.2);
      if (isTooMuch) ask(runId, { name: 'stop', mode: 'drain' });
      else ask(runId, { name: dice.chance(0.7) ? 'retry' : 'skip', taskId: task });
      attend(runId, times + 1);
    });
  };
  return {
    act: () => {
      for (const [name, wish] of Object.entries(WISHES) as [FaultName, Wish][]) {
        if (!faults.hits(name)) continue;
        const runId = runIds[dice.between(0, runIds.length - 1)] ?? '';
        const [first = 't0', ...others] = runs.get(runId)?.tasks.keys() ?? [];
        ask(runId, wish(dice, [first, ...others]));
      }
    },
    read: ({ kind, runId, data, id }) => {
      if (kind === 'run-control-changed' && data.control === 'pausing') {
        clock.after(dice.between(1_000, HOUR_MS), () => ask(runId, { name: 'resume' }));
      }
      if (kind === 'run-control-changed' && data.control === 'waiting') attend(runId);
      if (kind === 'review-opened' && faults.hits('person-reviews')) {
        clock.after(dice.between(1_000, HOUR_MS), () => {
          const review = runs.get(runId)?.reviews.get(id);
          if (review !== undefined) vote(runId, review);
        });
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
