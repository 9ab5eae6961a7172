// `patchbay depend`: a dependency that was found while a run goes on.
import { Option } from 'commander';
import { FOUND_EDGES, type FoundEdge } from '../../../../shared/domain/command.ts';
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';

interface DependOptions extends ControlOptions {
  readonly on: string;
  readonly edge: FoundEdge;
}

export const addDepend: AddCommand = (program, act) => {
  const command = program
    .command('depend')
    .description('let a task that has not started wait for another one, too; refused where a circle would come of it')
    .argument('<run>', 'id of the run')
    .argument('<task>', 'id of the task that has to wait')
    .requiredOption('--on <task>', 'id of the task that comes first')
    .addOption(new Option('--edge <kind>', 'what is asked of it').choices(FOUND_EDGES).default('success'));
  addControlOptions(command).action(
    act((call, id: string, taskId: string, { on, edge, ...given }: DependOptions) =>
      controlRun(call, id, given, {
        give: (service, params) => service.call('run.depend', { ...params, taskId, on, edge }),
        until: 'given',
      }),
    ),
  );
};
