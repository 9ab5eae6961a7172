// Who waits for whom, through the real command line: handed-on work, gates asked for, dependencies found on the way, strategies mixed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EventShape, type RefusalShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, waitingTask } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('scheduling');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterEach(() => desk.remove());

const node = (id: string, code: string, more: Readonly<Record<string, unknown>> = {}) =>
  commandTask(id, ['node', '-e', code], more);

/** Titles of the run's commits, the oldest first. */
function commitsOf({ base, head }: RunShape): readonly string[] {
  return desk.repository.git('log', '--reverse', '--format=%s', `${base}..${head}`).split('\n');
}

test('a tool reads what the task before changed and noted, and starts only when a gate passed on it', async () => {
  const write =
    "const fs = require('fs'); fs.writeFileSync('made.txt', 'x'); fs.writeFileSync(process.env.PATCHBAY_NOTE_FILE, 'mind the units')";
  const read =
    "const fs = require('fs'); const { handoffs } = JSON.parse(fs.readFileSync(process.env.PATCHBAY_HANDOFF_FILE)); fs.writeFileSync('read.json', JSON.stringify(handoffs))";
  const gates = [{ gate_id: 'strict', kind: 'lint', command: ['node', '-e', 'process.exit(1)'], required: false }];
  const edge = { task: 'make', edge: 'gate', gate: 'strict' };
  const plan = planDocument(
    [
      node('make', write),
      node('read', read, { depends_on: [{ task: 'make', edge: 'artifact' }] }),
      scriptTask('judged', [{ write: 'judged.txt', text: 'x' }], { depends_on: [edge] }),
    ],
    { gates },
  );
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(plan)]);
  expect(answer.code).toBe(1);
  expect(taskOf(json, 'read')).toMatchObject({ state: 'completed' });
  expect(taskOf(json, 'judged')).toMatchObject({ state: 'blocked' });
  const [handed] = JSON.parse(desk.repository.git('show', `${json.head}:read.json`));
  expect(handed).toMatchObject({
    task_id: 'make',
    completion: 'committed',
    files: [{ path: 'made.txt', change: 'added' }],
    files_total: 1,
    notes: ['The tool notes: mind the units'],
  });
  expect(commitsOf(json)).toEqual(['Task make', 'Task read']);
});

test('a dependency that is found on the way is followed, and one that closes a circle is refused with it', async () => {
  const go = join(desk.repository.folder, 'go');
  const wait = `const fs = require('fs'); const timer = setInterval(() => { if (fs.existsSync(${JSON.stringify(go)})) { clearInterval(timer); fs.writeFileSync('first.txt', 'x'); } }, 20)`;
  const plan = planDocument([node('first', wait), waitingTask('early', 0), waitingTask('late', 0)]);
  const running = desk.start(['run', desk.plan(plan), '--json', '--strategy', 'dag', '--max-parallel', '1']);
  const runs = async () => (await desk.ask<{ runs: readonly { run_id: string }[] }>(['status'])).json.runs;
  await expect.poll(async () => (await runs()).length, { timeout: 25_000 }).toBe(1);
  const runId = (await runs())[0]?.run_id ?? '';
  const given = await desk.ask<RunShape>(['depend', runId, 'early', '--on', 'late', '--why', 'it needs its file']);
  expect(given.answer.code).toBe(0);
  const refused = await desk.ask<RefusalShape>(['depend', runId, 'late', '--on', 'early']);
  expect(refused.answer.code).toBe(2);
  expect(refused.json.error).toMatchObject({
    code: 'E_PLAN_CONSISTENCY',
    message: expect.stringContaining('late → early → late'),
  });
  writeFileSync(go, '');
  const { code, stdout } = await running.answer;
  expect(code).toBe(0);
  expect(commitsOf(JSON.parse(stdout))).toEqual(['Task first', 'Task late', 'Task early']);
  const said = jsonLines<EventShape>((await desk.run(['events', runId, '--json'])).stdout);
  expect(said.filter(({ kind }) => kind === 'dependency-added')).toHaveLength(1);
});

test('in one run a sequential workstream has one task in hand while another runs its own side by side', async () => {
  const stream = (id: string, strategy: string) => ({
    workstream_id: id,
    name: id,
    strategy,
    tasks: [1, 2, 3].map((at) => waitingTask(`${id}${at}`, 0.4)),
  });
  const workstreams = [stream('row', 'sequential'), stream('free', 'dag')];
  const phases = [{ phase_id: 'P', name: 'P', workstreams }];
  const plan = desk.plan({ schema: 'patchbay/plan.v1', plan_id: 'mixed', name: 'Mixed', strategy: 'dag', phases });
  const { answer, json } = await desk.ask<RunShape>(['run', plan, '--max-parallel', '6']);
  expect(answer.code).toBe(0);
  const events = jsonLines<EventShape>((await desk.run(['events', json.run_id, '--json'])).stdout);
  const inHand = new Set<string>();
  let most = { row: 0, free: 0 };
  for (const { kind, data } of events) {
    const { taskId } = data as { taskId?: string }; // looked at below
    if (taskId === undefined) continue;
    if (kind === 'attempt-created') inHand.add(taskId);
    if (kind === 'task-completed') inHand.delete(taskId);
    const count = (id: string) => [...inHand].filter((one) => one.startsWith(id)).length;
    most = { row: Math.max(most.row, count('row')), free: Math.max(most.free, count('free')) };
  }
  expect(most).toEqual({ row: 1, free: 3 });
});
