// That a person asked for something and got it: the first event of what a command brings about.
import type { CommandWork } from '../domain/command.ts';

export interface CommandEvents {
  /** From now on the id is known: the same command delivered again changes nothing. */
  'command-accepted': {
    readonly commandId: string;
    readonly work: CommandWork;
    readonly by: string;
    readonly why: string;
  };
}
