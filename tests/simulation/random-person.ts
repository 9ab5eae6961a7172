// A person who says anything at any moment, some of it twice, and who in the end gets every run to its end.
import type { ReviewNode, RunNode, TaskNode } from '../../src/main/state/run-state.ts';
import type { Command, CommandWork } from '../../src/shared/domain/command.ts';
import { makeCommand } from '../fakes/make-command.ts';
import { seededRandom } from './seeded-random.ts';

export interface RandomPerson {
  /** See the simulation's option of this name. */
  readonly person: (run: RunNode, isStuck: boolean) => Command | null;
  /** Everything that was said, oldest first. */
  readonly said: readonly Command[];
}

/** With so many words a run that is stuck is mended; after them it is ended. */
const PATIENCE = 12;

/** `chance` of a command after a turn; a third of the commands are an earlier one delivered again. */
export function randomPerson(seed: number, chance: number): RandomPerson {
  const random = seededRandom(seed * 31 + 7);
  const said: Command[] = [];
  let patience = PATIENCE;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const say = (work: CommandWork) => {
    const command = makeCommand(work);
    said.push(command);
    return command;
  };
  const anything = (run: RunNode): CommandWork => {
    const tasks = [...run.tasks.keys()];
    const taskId = pick([...tasks, ...run.workstreams.keys(), ...run.phases.keys(), 'nobody']) ?? 'nobody';
    const review = pick([...run.reviews.values()]);
    const works: readonly CommandWork[] = [
      ...(review === undefined ? [] : [vote(run, review), vote(run, review)]),
      { name: 'pause' },
      { name: 'resume' },
      { name: 'resume' },
      { name: 'retry', taskId },
      { name: 'retry', taskId },
      { name: 'skip', taskId },
      { name: 'prioritise', taskId, priority: pick([null, -1, 3]) ?? null },
      { name: 'parallel', maxParallel: 1 + Math.floor(random() * 6) },
      ...(random() < 0.05 ? ([{ name: 'stop', mode: pick(['drain', 'kill'] as const) ?? 'drain' }] as const) : []),
      ...(random() < 0.02 ? ([{ name: 'cancel' }] as const) : []),
    ];
    return pick(works) ?? { name: 'resume' };
  };
  const vote = (run: RunNode, { reviewId, patch }: ReviewNode): CommandWork => ({
    name: random() < 0.6 ? 'approve' : 'reject',
    reviewId,
    patchId: patch.patchId,
    head: run.head,
    reviewer: pick(['ann', 'ben', 'cid']) ?? 'ann',
    reviewerKind: random() < 0.9 ? 'person' : 'tool',
  });
  const mend = (run: RunNode): CommandWork | null => {
    patience -= 1;
    if (run.control === 'pausing' || run.control === 'paused') return { name: 'resume' };
    if (patience < 0) return run.control === 'stopping' ? null : { name: 'stop', mode: 'drain' };
    const lost = [...run.tasks.values()].filter(isLost).map((task) => task.plan.taskId);
    const refused = [...run.newestAcceptances.values()]
      .filter(({ level, state }) => level !== 'task' && state === 'failed')
      .map(({ levelId }) => levelId);
    const review = pick([...run.openReviews]);
    if (review !== undefined && random() < 0.7) return vote(run, review);
    const held = [...run.openReviews].map(({ patch }) => patch.task.plan.taskId);
    const taskId = pick([...lost, ...refused, ...held]);
    if (taskId === undefined) return { name: 'stop', mode: 'drain' };
    return { name: random() < 0.7 || refused.includes(taskId) ? 'retry' : 'skip', taskId };
  };
  return {
    said,
    person: (run, isStuck) => {
      if (run.endedAt !== null) return null;
      if (isStuck) {
        const work = mend(run);
        return work === null ? null : say(work);
      }
      if (random() >= chance) return null;
      const again = random() < 0.33 ? pick(said) : undefined;
      return again ?? say(anything(run));
    },
  };
}

/** A person has to do something about it. */
function isLost(task: TaskNode): boolean {
  return task.state === 'failed' || (task.state === 'blocked' && task.rootCause === null);
}
