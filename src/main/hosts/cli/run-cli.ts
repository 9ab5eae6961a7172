// The command line as a function: arguments in, exit code out.
import { Command, CommanderError } from 'commander';
import type { Act, AddCommand } from './add-command.ts';
import { addGlobalOptions, type Invocation, invocation } from './cli-options.ts';
import type { CliPorts } from './cli-ports.ts';
import { addArchive } from './commands/archive.ts';
import { addBench } from './commands/bench.ts';
import { addCancel } from './commands/cancel.ts';
import { addDepend } from './commands/depend.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEvents } from './commands/events.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addMigrateLegacy } from './commands/migrate-legacy.ts';
import { addParallel } from './commands/parallel.ts';
import { addPatch } from './commands/patch.ts';
import { addPause } from './commands/pause.ts';
import { addPlan } from './commands/plan.ts';
import { addPrioritise } from './commands/prioritise.ts';
import { addPublish } from './commands/publish.ts';
import { addReplay } from './commands/replay.ts';
import { addResume } from './commands/resume.ts';
import { addRetry } from './commands/retry.ts';
import { addReview } from './commands/review.ts';
import { addRun } from './commands/run.ts';
import { addSample } from './commands/sample.ts';
import { addServe } from './commands/serve.ts';
import { addShadow } from './commands/shadow.ts';
import { addSkip } from './commands/skip.ts';
import { addStatus } from './commands/status.ts';
import { addStop } from './commands/stop.ts';
import { addTools } from './commands/tools.ts';
import { addValidate } from './commands/validate.ts';
import { addVerify } from './commands/verify.ts';
import { addWorkers } from './commands/workers.ts';
import { output } from './output.ts';
import { reportError, usage } from './report-error.ts';

const COMMANDS: readonly AddCommand[] = [
  addInit,
  addSample,
  addDoctor,
  addValidate,
  addImport,
  addPlan,
  addRun,
  addResume,
  addPause,
  addStop,
  addCancel,
  addRetry,
  addSkip,
  addPrioritise,
  addDepend,
  addParallel,
  addWorkers,
  addTools,
  addStatus,
  addShadow,
  addEvents,
  addReplay,
  addArchive,
  addVerify,
  addPatch,
  addReview,
  addPublish,
  addMigrateLegacy,
  addExport,
  addServe,
  addBench,
];

const EXITS = '\nExit: 0 done · 1 the work failed · 2 bad input · 3 waits for a person · 4 a fault · 130 interrupted';

/** Never rejects: whatever goes wrong is said on stderr (and as JSON where asked) and becomes an exit code. */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<number> {
  let exit = 0;
  const act: Act =
    (action) =>
    async (...given) => {
      const command = given.at(-1) as Command; // commander's last argument is always the command itself
      const call = invocation(command, ports);
      // Everything before it is what the command declared, in that order: the types of an action say the same.
      exit = await reported(call, () => action(call, ...(given.slice(0, -1) as never)));
    };
  const program = createProgram(ports);
  for (const add of COMMANDS) add(program, act);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    return refused(error, args, ports);
  }
}

function createProgram(ports: CliPorts): Command {
  const program = new Command('patchbay')
    .description('Design, run and review work done by AI coding tools, one patch at a time.')
    .version(ports.version)
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', EXITS)
    .configureOutput({
      writeOut: (text) => ports.stdout.write(text),
      // What commander has to say about a misuse is said by `refused`, in our form.
      writeErr: () => {},
    });
  addGlobalOptions(program);
  return program;
}

async function reported(call: Invocation, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    return reportError(call.out, error);
  }
}

/** A misuse that commander found: unknown command or option, missing argument. Help and version are none. */
function refused(error: unknown, args: readonly string[], ports: CliPorts): number {
  const out = output(ports, { json: args.includes('--json'), quiet: false, color: false });
  if (!(error instanceof CommanderError)) return reportError(out, error);
  if (error.exitCode === 0) return 0;
  if (error.code === 'commander.help') {
    const group = ['patch', 'review', 'workers', 'tools'].find((name) => args.includes(name));
    const program = group === undefined ? 'patchbay' : `patchbay ${group}`;
    return reportError(out, usage('No command was given', `See \`${program} --help\`.`));
  }
  const [message = '', ...advice] = error.message.replace(/^error: /, '').split('\n');
  const more = advice.join(' ').trim();
  return reportError(
    out,
    usage(message, `${more ? `${more} ` : ''}See \`patchbay --help\` or \`patchbay COMMAND --help\`.`),
  );
}
