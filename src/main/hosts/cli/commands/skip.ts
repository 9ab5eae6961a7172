// `patchbay skip`: a task counts as completed, by a person and without a change.
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';

export const addSkip: AddCommand = (program, act) => {
  const command = program
    .command('skip')
    .description('count a task as completed without a change, and answer for a task that is for a person')
    .argument('<run>', 'id of the run')
    .argument('<task>', 'id in the plan');
  addControlOptions(command).action(
    act((call, id: string, taskId: string, given: ControlOptions) =>
      controlRun(call, id, given, {
        give: (service, params) => service.call('run.skip', { ...params, taskId }),
        until: 'given',
      }),
    ),
  );
};
