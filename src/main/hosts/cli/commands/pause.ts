// `patchbay pause`: nothing new starts in a run until it is resumed.
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';

export const addPause: AddCommand = (program, act) => {
  const command = program
    .command('pause')
    .description('start nothing new in a run: it is paused when what is under way has ended, until it is resumed')
    .argument('<run>', 'id of the run');
  addControlOptions(command).action(
    act((call, id: string, given: ControlOptions) =>
      controlRun(call, id, given, {
        give: (service, params) => service.call('run.pause', params),
        until: 'given',
      }),
    ),
  );
};
