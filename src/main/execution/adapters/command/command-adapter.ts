// The `command` tool: any program, with a shell only where the plan asks for one.
import { win32 } from 'node:path';
import { Bug } from '../../../../shared/lib/assert.ts';
import type { CommandLaunch, TaskPlan } from '../../../../shared/plan/plan.ts';
import type { Adapter } from '../adapter.ts';

export const commandAdapter: Adapter = {
  kind: 'command',
  describe: (task, _number, platform) => {
    const { argv, shell, stdin, env, litter } = launchOf(task);
    return { kind: 'process', argv: shell ? shellArgv(argv[0] ?? '', platform) : argv, stdin, env, litter };
  },
  judge: (task, exit) => {
    const { argv, successExit } = launchOf(task);
    if (exit.exitCode !== null && successExit.includes(exit.exitCode)) return null;
    const how = exit.exitCode === null ? `was ended by ${exit.signal}` : `ended with exit code ${exit.exitCode}`;
    const wanted = successExit.join(', ');
    return { code: 'E_TOOL_FAILURE', message: `${argv[0]} ${how}; success is ${wanted}` };
  },
};

/** Named in full: which shell it is must not depend on PATH. */
function shellArgv(line: string, platform: NodeJS.Platform): readonly string[] {
  if (platform !== 'win32') return ['/bin/sh', '-c', line];
  const cmd = win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'cmd.exe');
  return [cmd, '/d', '/s', '/c', line];
}

function launchOf({ taskId, launch }: TaskPlan): CommandLaunch {
  if (launch.kind !== 'command') throw new Bug(`task ${taskId} is launched by ${launch.kind}, not by a command`);
  return launch.command;
}
