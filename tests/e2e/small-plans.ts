// Small plans for browser tests that are not about the sample: quick ones, one that waits, one that never ends.
import { commandTask, planDocument, scriptTask, waitingTask } from '../acceptance/plan-document.ts';

/** Two tasks, one after the other, done at once. */
export const quickPlan = planDocument(
  [
    scriptTask('hello', [{ write: 'docs/hello.md', text: '# Hello\n\nTea is ready.\n' }], { name: 'Say hello' }),
    scriptTask('goodbye', [{ append: 'docs/hello.md', text: '\nSee you soon.\n' }], {
      name: 'Say goodbye',
      depends_on: ['hello'],
    }),
  ],
  { plan_id: 'quick', name: 'Quick words' },
);

/** A wave of three whose tools wait until the file `signal` is there, and a task behind them. */
export function heldPlan(signal: string): unknown {
  const held = (id: string) => commandTask(id, ['node', '-e', WAIT_AND_WRITE, signal, `${id}.txt`]);
  const last = scriptTask('last', [{ write: 'last.txt', text: 'last\n' }], { depends_on: ['north', 'south', 'east'] });
  return planDocument([held('north'), held('south'), held('east'), last], { plan_id: 'held', name: 'Four corners' });
}

const WAIT_AND_WRITE = `
  const { existsSync, writeFileSync } = require('node:fs');
  const [signal, file] = process.argv.slice(1);
  const timer = setInterval(() => {
    if (!existsSync(signal)) return;
    clearInterval(timer);
    writeFileSync(file, file);
  }, 50);
`;

/** Runs for a minute when nobody stops it. */
export const longPlan = planDocument(
  [waitingTask('forever', 60), { ...waitingTask('never', 1), depends_on: ['forever'] }],
  { plan_id: 'long', name: 'A long day' },
);

/** Each of its tasks comes after one that the plan does not hold. */
export const faultyPlan = planDocument(
  ['nobody', 'nowhere', 'nothing'].map((missing) =>
    scriptTask(`after-${missing}`, [{ write: `${missing}.txt`, text: '' }], { depends_on: [missing] }),
  ),
  { plan_id: 'faulty', name: 'Three faults' },
);

/** Its task is judged and passes, its phase is judged and does not. */
export const judgedPlan = {
  schema: 'patchbay/plan.v1',
  plan_id: 'judged',
  name: 'A strict day',
  phases: [
    {
      phase_id: 'PH-1',
      name: 'Morning',
      acceptance: {
        mode: 'all',
        checks: [{ id: 'milk', type: 'command', command: ['node', '-e', 'console.log("no milk"); process.exit(4)'] }],
      },
      workstreams: [
        {
          workstream_id: 'WS-1',
          name: 'Kettle',
          tasks: [
            scriptTask('boil', [{ write: 'kettle.txt', text: 'hot\n' }], {
              acceptance: { checks: [{ id: 'hot', type: 'file_presence', path_glob: 'kettle.txt' }] },
            }),
          ],
        },
      ],
    },
  ],
};

/** Its first task fails whenever it is tried, and another one comes after it. */
export const stuckPlan = planDocument(
  [
    commandTask('never-well', ['node', '-e', 'console.error("no"); process.exit(1)'], {
      name: 'Never well',
      execution: { max_attempts: 1 },
    }),
    scriptTask('after', [{ write: 'after.txt', text: 'after\n' }], { name: 'After it', depends_on: ['never-well'] }),
  ],
  { plan_id: 'stuck', name: 'Stuck' },
);
