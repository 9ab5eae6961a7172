// The merge train through the real command line: patches are stacked, land together, and a culprit goes by itself.
import { afterEach, expect, test } from 'vitest';
import type { EventShape, RunShape } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'bad', 'g', 'h'];

/** Long enough for the others to queue; refuses a tree that holds the bad file. */
const GATE = {
  gate_id: 'unit',
  command: ['node', '-e', "setTimeout(() => process.exit(require('fs').existsSync('bad.txt') ? 7 : 0), 400)"],
};

test('many patches land by few moves of the head, each as a commit of its own, and only the culprit is refused', async () => {
  desk = openDesk('train');
  const base = desk.repository.commit({ 'here.txt': 'here' });
  const tasks = NAMES.map((id) =>
    scriptTask(
      id,
      [
        {
          write: `${id}.txt`,
          text: `${id}
`,
        },
      ],
      { gates: ['unit'] },
    ),
  );
  const plan = planDocument(tasks, { gates: [GATE] });
  const { json: run, answer } = await desk.ask<RunShape>(['run', desk.plan(plan), '--max-parallel', '9']);
  expect(answer.code, answer.stderr).toBe(1);
  const events = jsonLines<EventShape & { data: { gatedIn?: object } }>(
    (await desk.run(['events', run.run_id, '--json'])).stdout,
  );
  const of = (kind: string) => events.filter((event) => event.kind === kind);
  expect(of('patch-committed')).toHaveLength(8);
  const together = of('patch-verified').filter(({ data }) => data.gatedIn !== undefined);
  expect(together.length, 'verified by a later tree that landed with it').toBeGreaterThan(0);
  const log = desk.repository
    .git('log', '--format=%s', `${base}..refs/patchbay/runs/${run.run_id}/head`)
    .trim()
    .split('\n');
  expect(log.toSorted()).toEqual(
    NAMES.filter((id) => id !== 'bad')
      .map((id) => `Task ${id}`)
      .toSorted(),
  );
  const verified = await desk.run(['verify', run.run_id]);
  expect(verified.code, verified.stderr).toBe(0);
}, 120_000);
