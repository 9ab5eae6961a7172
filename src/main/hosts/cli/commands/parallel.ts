// `patchbay parallel`: how many tools of a run may work at once from now on.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';
import { parallelCount } from '../parallel-count.ts';

export const addParallel: AddCommand = (program, act) => {
  const command = program
    .command('parallel')
    .description('change how many tools of a run work at once; fewer never stops one that works')
    .argument('<run>', 'id of the run')
    .argument('<n>', `1 to ${LIMITS.maxParallelMax}`, parallelCount);
  addControlOptions(command).action(
    act((call, id: string, maxParallel: number, given: ControlOptions) =>
      controlRun(call, id, given, {
        give: (service, params) => service.call('run.parallel', { ...params, maxParallel }),
        until: 'given',
      }),
    ),
  );
};
