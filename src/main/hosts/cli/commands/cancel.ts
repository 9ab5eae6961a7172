// `patchbay cancel`: ends a run; what its tools have done until then is kept.
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';

export const addCancel: AddCommand = (program, act) => {
  const command = program
    .command('cancel')
    .description('end a run at once; what its tools have done until then is kept, and nothing more is committed')
    .argument('<run>', 'id of the run');
  addControlOptions(command).action(
    act((call, id: string, given: ControlOptions) =>
      controlRun(call, id, given, {
        give: (service, params) => service.call('run.cancel', params),
        until: 'done',
      }),
    ),
  );
};
