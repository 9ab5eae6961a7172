// The plans of `bench engine`: no-op tasks, flat, as a fan, in layers, in a chain.
import type { Plan } from '../../src/shared/plan/plan.ts';
import { makePlan, makeTask, successOf } from '../fakes/make-plan.ts';
import { seededRandom } from '../simulation/seeded-random.ts';

const LAYER = 100;
const EDGES = 3;
const SEED = 20_261_125;

export function flat(tasks: number): Plan {
  return planOf(tasks, () => []);
}

/** One task, then all the others but the last side by side, then the last. */
export function fanOut(tasks: number): Plan {
  const middle = Array.from({ length: Math.max(0, tasks - 2) }, (_, n) => n + 1);
  return planOf(tasks, (n) => (n === 0 ? [] : n < tasks - 1 ? [0] : middle));
}

/** Each task comes after up to three of the layer before, chosen by a fixed seed. */
export function layered(tasks: number, width = LAYER): Plan {
  const random = seededRandom(SEED);
  return planOf(tasks, (n) => {
    const first = Math.floor(n / width) * width - width;
    if (first < 0) return [];
    return [...new Set(Array.from({ length: EDGES }, () => first + Math.floor(random() * width)))];
  });
}

export function chain(tasks: number): Plan {
  return planOf(tasks, (n) => (n === 0 ? [] : [n - 1]));
}

/** A program that does nothing well. */
export const NO_OP = process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'exit 0'] : ['true'];

/** The same plan with a program for each task. */
export function withProgram(plan: Plan, argv: readonly string[]): Plan {
  const command = { tool: 'command' as const, argv, shell: false, stdin: '', env: {}, litter: [], successExit: [0] };
  const launch = { kind: 'command', command } as const;
  return { ...plan, tasks: plan.tasks.map((task) => ({ ...task, tool: 'command', launch })) };
}

function planOf(tasks: number, before: (n: number) => readonly number[]): Plan {
  return makePlan({
    tasks: Array.from({ length: tasks }, (_, n) =>
      makeTask({
        taskId: `t${n}`,
        tool: 'none',
        allowNoChange: true,
        after: successOf(...before(n).map((earlier) => `t${earlier}`)),
      }),
    ),
  });
}
