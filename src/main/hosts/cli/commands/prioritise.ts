// `patchbay prioritise`: a task goes before others that could go, in the queue and in the merge train.
import { InvalidArgumentError } from 'commander';
import { LIMITS } from '../../../../shared/domain/limits.ts';
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';

interface Given extends ControlOptions {
  readonly priority?: number;
}

export const addPrioritise: AddCommand = (program, act) => {
  const command = program
    .command('prioritise')
    .description('let a task go before all others that could go, in the queue and in the merge train')
    .argument('<run>', 'id of the run')
    .argument('<task>', 'id in the plan')
    .option('--priority <n>', 'this priority instead, as plans give it: higher goes first', priority);
  addControlOptions(command).action(
    act((call, id: string, taskId: string, given: Given) => {
      const chosen = given.priority === undefined ? {} : { priority: given.priority };
      return controlRun(call, id, given, {
        give: (service, params) => service.call('run.prioritise', { ...params, taskId, ...chosen }),
        until: 'given',
      });
    }),
  );
};

function priority(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && Math.abs(value) <= LIMITS.priorityMax) return value;
  throw new InvalidArgumentError(`Give a whole number from -${LIMITS.priorityMax} to ${LIMITS.priorityMax}.`);
}
