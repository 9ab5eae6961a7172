// What a run remembers of the commands it was given.
import type { CommandWork, Ending } from '../../shared/domain/command.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { CommandEvents } from '../../shared/events/command-events.ts';
import type { Family } from './step.ts';

export const COMMAND_FAMILY: Family<keyof CommandEvents> = {
  'command-accepted': ({ run, data, touch }) => {
    run.commands.set(data.commandId, data.work);
    const oldest = run.commands.keys().next().value;
    if (run.commands.size > LIMITS.commandsKept && oldest !== undefined) run.commands.delete(oldest);
    run.ending = endingOf(data.work) ?? run.ending;
    touch(run);
  },
};

function endingOf(work: CommandWork): Ending | null {
  if (work.name === 'stop') return work.mode;
  return work.name === 'cancel' ? 'cancel' : null;
}
