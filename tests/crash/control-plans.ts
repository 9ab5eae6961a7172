// Two more plans for the same repository, run beside the first one in the same service while commands are given to all.
import type { CommandWork } from '../../src/shared/domain/command.ts';

export type RunName = 'first' | 'second' | 'third';

const STEPS = 5;

/** Has one attempt, which its gate refuses; the one that a person asks for is in order. */
export const FLAKY = 'flaky';
const FLAKY_TASK = `          - { task_id: ${FLAKY}, name: Flaky, kind: code_edit, depends_on: [], gates: [clean], tool: script, execution: { max_attempts: 1 }, script: { attempts: [{ edits: [{ write: docs/flaky.txt, text: "BROKEN\\n" }] }, { edits: [{ write: docs/flaky.txt, text: "fixed\\n" }] }] } }`;

/** A chain of edits of its own files, with a gate at each step: long enough to be met by every command. */
function chain(name: RunName): string {
  const task = (step: number) => {
    const text = `step ${step} of ${name}\\n`;
    const edit = `{ ${step === 1 ? 'write' : 'append'}: src/${name}.txt, text: "${text}" }`;
    const after = step === 1 ? '' : `step-${step - 1}`;
    return `          - { task_id: step-${step}, name: Step ${step}, kind: code_edit, depends_on: [${after}], gates: [clean], tool: script, script: { wait_seconds: 0.05, edits: [${edit}] } }`;
  };
  return `schema: patchbay/plan.v1
plan_id: ${name}
project_id: crash
name: Run beside another
strategy: dag
gates:
  - { gate_id: clean, kind: lint, command: [git, grep, --no-index, -q, BROKEN, --, docs], expected_exit: 1, timeout_seconds: 60 }
phases:
  - phase_id: PH-1
    name: Only
    workstreams:
      - workstream_id: ${name === 'second' ? 'WS-2' : 'WS-1'}
        name: Only
        objective: A chain
        tasks:
${[...Array.from({ length: STEPS }, (_, at) => task(at + 1)), ...(name === 'second' ? [FLAKY_TASK] : [])].join('\n')}
`;
}

export const MORE_PLANS = { second: chain('second'), third: chain('third') } as const;
/** A person takes it for done, when it has not been done by then. */
export const SKIPPED = `step-${STEPS}`;
export const STEP_IDS = Array.from({ length: STEPS }, (_, at) => `step-${at + 1}`);

export interface Given {
  readonly run: RunName;
  readonly commandId: string;
  readonly work: CommandWork;
}

const order = (at: number, run: RunName, work: CommandWork): Given => {
  return { run, work, commandId: `01JCMD${String(at).padStart(20, '0')}` };
};

/** Of the command that tries the refused task again. */
export const RETRY_ID = order(8, 'second', { name: 'retry', taskId: FLAKY }).commandId;

/** In this order; given again as a whole, with the same ids, after every crash. */
export const COMMANDS: readonly Given[] = [
  order(1, 'second', { name: 'pause' }),
  order(2, 'first', { name: 'parallel', maxParallel: 1 }),
  order(3, 'third', { name: 'stop', mode: 'drain' }),
  order(4, 'first', { name: 'parallel', maxParallel: 4 }),
  order(5, 'third', { name: 'cancel' }),
  order(6, 'second', { name: 'skip', taskId: SKIPPED }),
  order(7, 'second', { name: 'resume' }),
  order(8, 'second', { name: 'retry', taskId: FLAKY }),
];
