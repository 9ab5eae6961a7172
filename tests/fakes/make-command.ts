// Commands for tests: each with an id of its own unless it is given one.
import type { Command, CommandWork } from '../../src/shared/domain/command.ts';
import { createCountingIds } from './counting-ids.ts';

const ids = createCountingIds();

export function makeCommand(work: CommandWork, more: Partial<Omit<Command, 'work'>> = {}): Command {
  return { commandId: ids.next(), work, by: 'test', why: '', ...more };
}
