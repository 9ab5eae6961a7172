// `patchbay stop`: ends a run without losing what it has finished.
import type { AddCommand } from '../add-command.ts';
import { addControlOptions, type ControlOptions, controlRun } from '../control-run.ts';
import { usage } from '../report-error.ts';

interface Given extends ControlOptions {
  readonly drain?: boolean;
  readonly kill?: boolean;
}

export const addStop: AddCommand = (program, act) => {
  const command = program
    .command('stop')
    .description('end a run: nothing new starts, what is finished is gated and committed, then it ends')
    .argument('<run>', 'id of the run')
    .option('--drain', 'let the tools at work end first (the default)')
    .option('--kill', 'stop the tools at work; what they wrote is kept for you to read');
  addControlOptions(command).action(
    act(async (call, id: string, given: Given) => {
      if (given.drain && given.kill) throw usage('--drain and --kill are two ways', 'Give one of them.');
      const mode = given.kill ? 'kill' : 'drain';
      return controlRun(call, id, given, {
        give: (service, params) => service.call('run.stop', { ...params, mode }),
        until: 'done',
      });
    }),
  );
};
