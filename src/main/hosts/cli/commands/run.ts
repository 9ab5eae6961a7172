// `patchbay run`: runs a plan to its end, or hands it to an engine that goes on alone.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RunOptions } from '../../../../shared/ipc/contract.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findInput } from '../find-input.ts';
import { followToEnd } from '../follow-run.ts';
import { parallelCount } from '../parallel-count.ts';
import { readPolicy } from '../read-policy.ts';
import { runText } from '../run-text.ts';
import { showPlan } from '../show-plan.ts';

interface Given {
  readonly strategy?: 'sequential' | 'dag' | 'shadow' | 'validate-only';
  readonly maxParallel?: number;
  readonly mergeOrder?: 'ready' | 'plan';
  readonly tool?: string;
  readonly policy?: string;
  readonly budgetUsd?: number;
  readonly keepOpen?: boolean;
  readonly detach?: boolean;
}

/** The last one only checks and forecasts. */
const STRATEGIES = ['sequential', 'dag', 'shadow', 'validate-only'];

export const addRun: AddCommand = (program, act) => {
  const command: Command = program
    .command('run')
    .description('run a plan; its patches are committed to the run, never to your branch')
    .argument('<file>', 'a plan (*.plan.yaml, *.plan.json) or a workstream')
    .addOption(new Option('--strategy <name>', "in place of the plan's own").choices(STRATEGIES))
    .option('--max-parallel <n>', 'tasks at once, 1 to 64', parallelCount)
    .addOption(
      new Option('--merge-order <order>', 'patches as they are ready, or as the plan says').choices(['ready', 'plan']),
    )
    .option('--tool <name>', 'for tasks that name none')
    .option('--policy <file>', 'a patch_policy.v1 file, or global, python_strict, docs_permissive: its limits hold too')
    .option('--budget-usd <x>', 'a budget in dollars', dollars)
    .option(
      '--keep-open',
      'wait for a person (exit 3) when something failed and nothing can go on, in place of failing',
    )
    .option('--detach', 'answer at once; the run goes on without this terminal');
  command.action(act((call, file: string, given: Given) => run(call, file, given)));
};

async function run(call: Invocation, file: string, given: Given): Promise<number> {
  const planFile = findInput(call, file);
  if (given.strategy === 'validate-only') return validateOnly(call, file, given);
  const params = { planFile, options: runOptions(call, given) };
  if (given.detach) return detach(call, params);
  return withSession(call, 'owner', ({ service }) =>
    followToEnd(call, service, async () => (await service.call('run.start', params)).runId),
  );
}

/** As `plan` with the options of this run: nothing is started and nothing is written. */
function validateOnly(call: Invocation, file: string, { tool, policy, maxParallel, mergeOrder }: Given) {
  const options = {
    ...(tool === undefined ? {} : { tool }),
    ...(policy === undefined ? {} : { policy: readPolicy(call, policy) }),
  };
  return showPlan(call, file, { options, maxParallel, mergeOrder });
}

async function detach(call: Invocation, params: { planFile: string; options: RunOptions }): Promise<number> {
  const { ports, projectDir, dataDir, out } = call;
  await ports.detachEngine({ projectDir, dataDir, need: 'owner' });
  return withSession(call, 'owner', async ({ service }) => {
    const { runId } = await service.call('run.start', params);
    const report = await service.call('run.report', { runId });
    out.result(report, () => `${runText(report, out)}\nIt goes on by itself: patchbay status ${runId}`);
    return 0;
  });
}

function runOptions(call: Invocation, given: Given): RunOptions {
  const { strategy, maxParallel, mergeOrder, tool, policy, budgetUsd } = given;
  return {
    // Whoever waits for this command wants to hear of a failure; a run that goes on alone waits for somebody to look.
    whenStuck: given.keepOpen || given.detach ? 'wait' : 'end',
    ...(strategy === undefined || strategy === 'validate-only' ? {} : { strategy }),
    ...(maxParallel === undefined ? {} : { maxParallel }),
    ...(mergeOrder === undefined ? {} : { mergeOrder }),
    ...(tool === undefined ? {} : { tool }),
    ...(policy === undefined ? {} : { policy: readPolicy(call, policy) }),
    ...(budgetUsd === undefined ? {} : { budgetMicroUsd: Math.round(budgetUsd * 1_000_000) }),
  };
}

function dollars(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Give an amount in dollars above 0.');
  return value;
}
