// `patchbay plan`: checks a plan and says how it would run; runs nothing, needs no repository.
import { Option } from 'commander';
import type { AddCommand } from '../add-command.ts';
import { parallelCount } from '../parallel-count.ts';
import { showPlan } from '../show-plan.ts';

interface Given {
  readonly strategy?: string;
  readonly maxParallel?: number;
  readonly tool?: string;
}

export const addPlan: AddCommand = (program, act) => {
  program
    .command('plan')
    .description('check a plan and forecast how it would run')
    .argument('<file>', 'a plan or a workstream')
    .addOption(new Option('--strategy <name>', "in place of the plan's own").choices(['sequential', 'dag', 'shadow']))
    .option('--max-parallel <n>', 'tasks at once, 1 to 64', parallelCount)
    .option('--tool <name>', 'for tasks that name none')
    .action(
      act((call, file: string, { maxParallel, ...options }: Given) => showPlan(call, file, { options, maxParallel })),
    );
};
