// The strategy `shadow` through the real command line: the run goes in sequence, and an order that the file hid is named.
import { afterEach, expect, test } from 'vitest';
import type { ShadowAnswer } from '../../src/shared/ipc/shadow-answer.ts';
import type { EventShape, RunShape } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, waitingTask } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

interface Shadowed extends RunShape {
  readonly shadow: ShadowAnswer | null;
}

const write = (path: string, text: string) => ({ write: path, text });
const copy =
  "const fs=require('fs');fs.writeFileSync('sum.txt', fs.readFileSync('made/part.txt','utf8').toUpperCase())";

/** `sum` reads what `part` makes and does not say so; `fix` changes lines that `list` wrote; `far` changes others. */
const PLANTED = planDocument(
  [
    scriptTask('part', [write('made/part.txt', 'a part of the sum\n')]),
    commandTask('sum', ['node', '-e', copy]),
    scriptTask('list', [{ replace: 'list.txt', find: 'two', with: 'TWO' }]),
    scriptTask('fix', [{ replace: 'list.txt', find: 'TWO', with: '2' }]),
    scriptTask('far', [{ replace: 'list.txt', find: 'nine', with: 'NINE' }]),
    waitingTask('slow', 1, { conflict_group: 'one' }),
    waitingTask('other', 0.2, { conflict_group: 'one' }),
  ],
  { strategy: 'shadow' },
);

test('a planted order bug is found and named, with the edge to add, and the sequence itself is untouched', async () => {
  desk = openDesk('shadow');
  desk.repository.commit({ 'list.txt': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n' });
  const { answer, json } = await desk.ask<Shadowed>(['run', desk.plan(PLANTED), '--max-parallel', '8']);
  expect({ code: answer.code, state: json.state }, answer.said).toEqual({ code: 0, state: 'succeeded' });
  const starts = jsonLines<EventShape & { data: { taskId: string } }>(
    (await desk.run(['events', json.run_id, '--json'])).stdout,
  ).filter((event) => event.kind === 'attempt-created');
  expect(starts.map((event) => event.data.taskId)).toEqual(['part', 'sum', 'list', 'fix', 'far', 'slow', 'other']);

  const shadow = json.shadow;
  expect(shadow).toMatchObject({ compared: true, dag_succeeded: true, max_parallel: 8, complete: true });
  const missing = (shadow?.missing_dependencies ?? []).map(({ task, needs, evidence, certain, edge }) => {
    return { task, needs, evidence, certain, edge };
  });
  expect(missing).toEqual([
    {
      task: 'fix',
      needs: 'list',
      evidence: 'changes_its_lines',
      certain: true,
      edge: { from: 'list', to: 'fix', kind: 'success' },
    },
    {
      task: 'sum',
      needs: 'part',
      evidence: 'names_its_file',
      certain: false,
      edge: { from: 'part', to: 'sum', kind: 'success' },
    },
  ]);
  expect(shadow?.conflicts).toContainEqual({ a: 'list', b: 'fix', files: ['list.txt'], would_conflict: true });
  expect(shadow?.waiting.find((one) => one.task_id === 'other')?.reason).toContain('Conflict group one');
  expect(shadow?.dag_seconds).toBeLessThan(shadow?.sequential_seconds ?? 0);

  // It is in the log, so a later look finds the same.
  const later = await desk.ask<ShadowAnswer>(['shadow', json.run_id]);
  expect(later.answer.code).toBe(1);
  expect(later.json).toEqual({ run_id: json.run_id, ...shadow });
  expect((await desk.run(['status', json.run_id])).stdout).toContain('depends_on: [list]');
  expect((await desk.run(['verify', json.run_id])).code).toBe(0);
});

test('with the dependencies it asked for there is nothing left to find, and a run without a shadow says so', async () => {
  desk = openDesk('shadow');
  desk.repository.commit({ 'a.txt': 'a\n' });
  const tasks = [
    scriptTask('part', [write('made/part.txt', 'a part of the sum\n')]),
    commandTask('sum', ['node', '-e', copy], { depends_on: ['part'] }),
  ];
  const plan = desk.plan(planDocument(tasks));
  const { json } = await desk.ask<Shadowed>(['run', plan, '--strategy', 'shadow']);
  expect(json.shadow).toMatchObject({ compared: true, missing_dependencies: [], conflicts: [], overlap_count: 0 });
  expect((await desk.run(['shadow', json.run_id])).code).toBe(0);
});
