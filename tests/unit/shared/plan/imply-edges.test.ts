// Who reads a file comes after who writes it, and never against what is declared.
import { expect, test } from 'vitest';
import { implyEdges, type NamedFiles } from '../../../../src/shared/plan/imply-edges.ts';
import { buildTaskGraph, orderNodes } from '../../../../src/shared/plan/task-graph.ts';
import { seededRandom } from '../../../simulation/seeded-random.ts';
import { load, onePhase } from './plan-text.ts';

const files = (taskId: string, read: readonly string[], write: readonly string[]): NamedFiles => ({
  taskId,
  read,
  write,
});

interface Sketch {
  readonly taskId: string;
  readonly after?: readonly string[];
  readonly workstreamId?: string;
}

const ordered = (tasks: readonly Sketch[], workstreams: readonly [string, readonly string[]][] = [['WS', []]]) => ({
  tasks: tasks.map(({ taskId, after = [], workstreamId = 'WS' }) => ({
    taskId,
    workstreamId,
    after: after.map((task) => ({ task })),
  })),
  workstreams: workstreams.map(([workstreamId, after]) => ({ workstreamId, after })),
});

const linksOf = (found: ReadonlyMap<string, readonly string[]>) =>
  [...found].flatMap(([reader, writers]) => writers.map((writer) => `${writer} → ${reader}`)).sort();

test('a reader comes after each writer of its files, wherever it stands in the file', () => {
  const plan = ordered([{ taskId: 'r' }, { taskId: 'w' }, { taskId: 'x' }, { taskId: 'other' }]);
  const named = [
    files('r', ['src/**'], []),
    files('w', [], ['src/a.ts']),
    files('x', [], ['src/b.ts']),
    files('other', [], ['docs/**']),
  ];
  expect(linksOf(implyEdges(plan, named))).toEqual(['w → r', 'x → r']);
});

test('declared order stands, and what follows from it is not said again', () => {
  const plan = ordered([{ taskId: 'r' }, { taskId: 'w', after: ['r'] }, { taskId: 'late', after: ['w'] }]);
  const named = [files('r', ['a'], []), files('w', [], ['a']), files('late', ['a'], [])];
  expect(linksOf(implyEdges(plan, named))).toEqual([]);
});

test('the order of workstreams stands, too', () => {
  const tasks = [
    { taskId: 'r', workstreamId: 'A' },
    { taskId: 'w', workstreamId: 'B' },
  ];
  const plan = ordered(tasks, [
    ['A', []],
    ['B', ['A']],
  ]);
  expect(linksOf(implyEdges(plan, [files('r', ['a'], []), files('w', [], ['a'])]))).toEqual([]);
});

test('tasks that read what the other writes stand in the order of the file', () => {
  const plan = ordered([{ taskId: 'a' }, { taskId: 'b' }]);
  expect(linksOf(implyEdges(plan, [files('a', ['y'], ['x']), files('b', ['x'], ['y'])]))).toEqual(['a → b']);
});

test('random plans stay without a circle, and each pair that meets is ordered', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = seededRandom(seed);
    const names = ['a', 'b', 'c/**', 'c/d', '*'];
    const some = () => names.filter(() => random() < 0.2);
    const tasks = Array.from({ length: 8 }, (_, at) => ({
      taskId: `t${at}`,
      workstreamId: random() < 0.5 ? 'A' : 'B',
      after: Array.from({ length: at }, (__, before) => `t${before}`).filter(() => random() < 0.15),
    })).map((task) => ({ ...task, after: task.after.filter((id) => id !== task.taskId) }));
    const plan = ordered(tasks, [
      ['A', []],
      ['B', []],
    ]);
    const implied = implyEdges(
      plan,
      tasks.map(({ taskId }) => files(taskId, some(), some())),
    );
    const whole = {
      ...plan,
      tasks: plan.tasks.map((task) => ({
        ...task,
        after: [...task.after, ...(implied.get(task.taskId) ?? []).map((one) => ({ task: one }))],
      })),
    };
    expect(orderNodes(buildTaskGraph(whole)).length, `seed ${seed}`).toBe(12);
  }
});

test('a plan has them as edges that only order, and its strategies do not change', () => {
  const scope = (read: string, write: string) => ({ resource_scope: { read: [read], write: [write] } });
  const tasks = { r: scope('src/**', 'docs/r.md'), w: scope('x', 'src/w.ts') };
  const { plan, problems } = load(onePhase({ workstream: { strategy: 'dag' }, tasks }));
  expect(problems).toEqual([]);
  expect(plan?.tasks[0]?.after).toEqual([{ task: 'w', edge: 'finish', implied: true }]);
  const chained = load(onePhase({ tasks: { w: scope('x', 'src/w.ts'), r: scope('src/**', 'docs/r.md') } }));
  expect(chained.plan?.strategy).toBe('sequential');
  expect(chained.plan?.tasks[1]?.after).toEqual([{ task: 'w', edge: 'success' }]);
});
