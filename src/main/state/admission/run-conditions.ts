// Conditions that hold every queued task of a run alike: what a person asked for, and workers.
import type { RunNode } from '../run-state.ts';
import type { RunCondition } from './condition.ts';

const NAMES_SHOWN = 4;

export const STOPPING: RunCondition = {
  name: 'stopping',
  of: 'run',
  holds: (run) => run.control === 'stopping',
  explain: () => ({ reason: 'The run is being stopped.', freedBy: 'nothing in this run' }),
};

export const PAUSED: RunCondition = {
  name: 'paused',
  of: 'run',
  holds: (run) => run.control === 'paused' || run.control === 'pausing',
  explain: () => ({ reason: 'The run is paused.', freedBy: 'resuming the run' }),
};

/** What others who share this machine say, such as the owner of several runs; kept by the engine, never in the log. */
export const OUTSIDE: RunCondition = {
  name: 'outside',
  of: 'run',
  holds: (run) => run.outside.size > 0,
  explain: (run) => [...run.outside.values()][0] ?? { reason: 'It waits for its turn.', freedBy: 'the next free slot' },
};

/** A plan whose every part is sequential has one task in hand until its work is committed. */
export const ONE_AT_A_TIME: RunCondition = {
  name: 'one-at-a-time',
  of: 'run',
  // What was handed on waits for the task that goes on with it, which is the one task then.
  holds: (run) => run.oneAtATime && run.running + run.validating > run.handedOn.size,
  explain: (run, naming) => {
    const names = namesOf(run, (task) => naming.task(task));
    return { reason: `The plan has one task in hand at a time: ${names} is not done.`, freedBy: names };
  },
};

/** Only a running tool takes a worker: what waits to be committed takes none. */
export const SLOTS: RunCondition = {
  name: 'slots',
  of: 'run',
  holds: (run) => run.running >= run.maxParallel,
  explain: (run, naming) => ({
    reason: run.maxParallel === 1 ? 'The one worker is busy.' : `All ${run.maxParallel} workers are busy.`,
    freedBy: `the end of ${namesOf(run, (task) => naming.task(task), true)}`,
  }),
};

/** The first few tasks in hand, or of these only those whose tool runs. */
function namesOf(run: RunNode, nameOf: (taskId: string) => string, running = false): string {
  const names: string[] = [];
  for (const task of run.inHand) {
    if (names.length === NAMES_SHOWN) break;
    if (!running || task.state === 'running') names.push(nameOf(task.plan.taskId));
  }
  return names.join(', ');
}
