// When tasks run and what becomes of failures, through the real command line: overlap, order, retries, halted chains.
import { afterEach, expect, test } from 'vitest';
import { type EventShape, type LedgerShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask, type TaskDocument, waitingTask } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

const FOUR = ['a', 'b', 'c', 'd'];

/** Refuses while `fixed.txt` does not say yes. */
const GATE = {
  gate_id: 'unit',
  command: ['node', '-e', "process.exit(require('fs').readFileSync('fixed.txt', 'utf8') === 'yes' ? 0 : 7)"],
};

async function runPlan(
  document: unknown,
  args: readonly string[] = [],
): Promise<{ run: RunShape; code: number | null; said: string }> {
  desk = openDesk('order');
  desk.repository.commit({ 'fixed.txt': 'yes' });
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(document), ...args]);
  return { run: json, code: answer.code, said: answer.stderr };
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** From the log: when each attempt ran. */
async function intervals(run: RunShape): Promise<readonly Interval[]> {
  const answer = await desk.run(['events', run.run_id, '--json']);
  const events = jsonLines<EventShape>(answer.stdout);
  const at = (kind: string, id: string) =>
    Date.parse(events.find((one) => one.kind === kind && one.id === id)?.at ?? '');
  return events
    .filter((event) => event.kind === 'attempt-created')
    .map(({ id }) => ({ from: at('attempt-started', id), to: at('attempt-finished', id) }));
}

test('four one-second tasks overlap when four may run at once', async () => {
  const plan = planDocument(FOUR.map((id) => waitingTask(id, 1)));
  const { run, code } = await runPlan(plan, ['--max-parallel', '4']);
  expect(code).toBe(0);
  const ran = await intervals(run);
  expect(ran).toHaveLength(4);
  for (const { from, to } of ran) expect(to - from).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...ran.map(({ from }) => from))).toBeLessThan(Math.min(...ran.map(({ to }) => to)));
});

test('with --max-parallel 2 never more than two overlap', async () => {
  const plan = planDocument(FOUR.map((id) => waitingTask(id, 0.3)));
  const { run } = await runPlan(plan, ['--max-parallel', '2']);
  const ran = await intervals(run);
  for (const one of ran) {
    const beside = ran.filter((other) => other.from <= one.from && one.from < other.to);
    expect(beside.length).toBeLessThanOrEqual(2);
  }
});

test('with --strategy sequential the same tasks never overlap and keep the order of the plan', async () => {
  const plan = planDocument(FOUR.map((id) => waitingTask(id, 0.3)));
  const { run, code } = await runPlan(plan, ['--strategy', 'sequential', '--max-parallel', '4']);
  expect(code).toBe(0);
  const ran = await intervals(run);
  expect(ran).toHaveLength(4);
  for (const [at, one] of ran.entries()) expect(one.from).toBeGreaterThanOrEqual(ran[at - 1]?.to ?? 0);
  const log = desk.repository.git('log', '--reverse', '--format=%s', `${run.base}..${run.head}`);
  expect(log.split('\n')).toEqual(FOUR.map((id) => `Task ${id}`));
});

test('a retry mends what a gate refused: two attempts, the first patch dropped, the second committed', async () => {
  const attempts = [
    { edits: [{ write: 'fixed.txt', text: 'no' }] },
    {
      edits: [
        { append: 'fixed.txt', text: '' },
        { write: 'new.txt', text: 'ok' },
      ],
    },
  ];
  const task = { ...scriptTask('mend', []), script: { attempts }, gates: ['unit'] };
  const { run, code, said } = await runPlan(planDocument([task], { gates: [GATE] }));
  expect(code).toBe(0);
  expect(taskOf(run, 'mend')).toMatchObject({ state: 'completed', attempts: 2 });
  expect(run.patches.map((patch) => patch.state)).toEqual(['dropped', 'committed']);
  expect(run.patches[0]?.commit).toBeNull();
  expect(desk.repository.git('rev-list', '--count', `${run.base}..${run.head}`)).toBe('1');
  expect(said).toMatch(/mend: .*gate unit failed/);
  const { json } = await desk.ask<LedgerShape>(['patch', 'show', run.patches[0]?.patch_id ?? '']);
  expect(json.reason).toMatch(/gate unit failed.*another attempt/);
});

test('a gate that never passes fails the run, and whatever comes after names the cause', async () => {
  const tasks: TaskDocument[] = [
    scriptTask('broken', [{ write: 'fixed.txt', text: 'no' }], { gates: ['unit'], execution: { max_attempts: 2 } }),
    scriptTask('next', [{ write: 'next.txt', text: 'next' }], { depends_on: ['broken'] }),
    scriptTask('far', [{ write: 'far.txt', text: 'far' }], { depends_on: ['next'] }),
    scriptTask('whatever', [{ write: 'whatever.txt', text: 'x' }], {
      depends_on: [{ task: 'broken', edge: 'finish' }],
    }),
    scriptTask('beside', [{ write: 'beside.txt', text: 'beside' }]),
  ];
  const { run, code } = await runPlan(planDocument(tasks, { gates: [GATE] }));
  expect(code).toBe(1);
  expect(run.state).toBe('failed');
  expect(run.reason).toMatch(/Task broken.*gate unit failed/);
  expect(taskOf(run, 'broken')).toMatchObject({
    state: 'failed',
    attempts: 2,
    reason: expect.stringMatching(/exit code 7/),
  });
  for (const id of ['next', 'far'])
    expect(taskOf(run, id)).toMatchObject({ state: 'blocked', attempts: 0, reason: expect.stringContaining('broken') });
  expect(run.waiting.map((one) => one.id)).toEqual(['next', 'far']);
  expect(run.waiting[0]).toMatchObject({ reason: expect.stringContaining('broken'), freed_by: expect.any(String) });
  for (const id of ['whatever', 'beside']) expect(taskOf(run, id).state).toBe('completed');
  expect(run.patches.filter((patch) => patch.task_id === 'broken').map((patch) => patch.state)).toEqual([
    'dropped',
    'quarantined',
  ]);
  expect(desk.repository.git('show', `${run.head}:fixed.txt`)).toBe('yes');
});

test('two tasks that change the same line: the later one is told of the conflict and tried again on the new head', async () => {
  const edit = (text: string) => [{ replace: 'fixed.txt', find: 'yes', with: `${text} yes` }];
  const tasks = [
    { ...scriptTask('one', []), script: { wait_seconds: 0.2, edits: edit('one') } },
    { ...scriptTask('two', []), script: { wait_seconds: 0.4, edits: edit('two') } },
  ];
  const { run, code } = await runPlan(planDocument(tasks));
  expect(code).toBe(0);
  expect(desk.repository.git('show', `${run.head}:fixed.txt`)).toMatch(/one.*two.*yes|two.*one.*yes/);
});
