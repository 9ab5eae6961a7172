// `patchbay retry`: another try of a task, or another judgement of a level that was not accepted.
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';

export const addRetry: AddCommand = (program, act) => {
  const command = program
    .command('retry')
    .description('try a task again that failed or waits for its next try; what it blocked may go on')
    .argument('<run>', 'id of the run')
    .argument('<task>', 'id in the plan; a workstream or phase that was not accepted is judged again');
  addControlOptions(command).action(
    act((call, id: string, taskId: string, given: ControlOptions) =>
      controlRun(call, id, given, {
        give: (service, params) => service.call('run.retry', { ...params, taskId }),
        until: 'given',
      }),
    ),
  );
};
