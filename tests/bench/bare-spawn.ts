// The floor of `bench spawn`: Node's own spawn over a plan's tasks in their order, so many at a time, and nothing else.
import { spawn } from 'node:child_process';
import type { Plan } from '../../src/shared/plan/plan.ts';

/** What becomes of a program's output: dropped, or read and dropped, which is what `spawn` does when it is told nothing. */
export type BareOutput = 'ignore' | 'pipe';

/** Starts each task's program when all before it have ended well. */
export async function runBare(plan: Plan, parallel: number, output: BareOutput): Promise<void> {
  const dependents = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  const ready: string[] = [];
  const argv = new Map<string, readonly string[]>();
  for (const { taskId, after, launch } of plan.tasks) {
    if (launch.kind !== 'command') throw new Error(`task ${taskId} is no command`);
    argv.set(taskId, launch.command.argv);
    waiting.set(taskId, after.length);
    if (after.length === 0) ready.push(taskId);
    for (const { task } of after) dependents.set(task, [...(dependents.get(task) ?? []), taskId]);
  }
  let at = 0;
  let left = plan.tasks.length;
  await new Promise<void>((resolve, reject) => {
    let running = 0;
    const startMore = () => {
      for (; running < parallel && at < ready.length; at += 1) {
        const taskId = ready[at] ?? '';
        running += 1;
        start(argv.get(taskId) ?? [], output).then(() => {
          running -= 1;
          left -= 1;
          for (const next of dependents.get(taskId) ?? []) {
            const open = (waiting.get(next) ?? 1) - 1;
            waiting.set(next, open);
            if (open === 0) ready.push(next);
          }
          if (left === 0) resolve();
          else startMore();
        }, reject);
      }
    };
    startMore();
  });
}

function start([file = '', ...args]: readonly string[], output: BareOutput): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: output });
    child.stdout?.resume();
    child.stderr?.resume();
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}`))));
  });
}
