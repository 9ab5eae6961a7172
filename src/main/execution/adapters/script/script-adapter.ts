// The built-in `script` tool: deterministic edits given in the plan, offline, without a process.
import { Bug, present } from '../../../../shared/lib/assert.ts';
import type { Adapter } from '../adapter.ts';

export const scriptAdapter: Adapter = {
  kind: 'script',
  describe: ({ taskId, launch }, number) => {
    if (launch.kind !== 'script') throw new Bug(`task ${taskId} is launched by ${launch.kind}, not by a script`);
    const { attempts } = launch.script;
    const attempt = present(attempts[number - 1] ?? attempts.at(-1), `edits of task ${taskId}`);
    return { kind: 'edits', waitMs: attempt.waitSeconds * 1_000, edits: attempt.edits };
  },
  judge: ({ taskId }) => {
    throw new Bug(`the script of task ${taskId} runs no process that could end`);
  },
};
