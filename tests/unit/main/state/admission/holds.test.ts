// Tasks that something holds are looked at again when that is freed: each once, none forgotten.
import { describe, expect, test } from 'vitest';
import { freeKey, holdTask, nextOffer, offerAll, taskAdmitted } from '../../../../../src/main/state/admission/holds.ts';
import type { RunNode, TaskNode } from '../../../../../src/main/state/run-state.ts';
import { makePlan, makeTask } from '../../../../fakes/make-plan.ts';
import { openRun } from '../../engine/open-run.ts';

/** A run whose tasks are all queued but the first, which has the only slot; none is offered yet. */
function queuedRun(count: number): { readonly run: RunNode; readonly tasks: readonly TaskNode[] } {
  const names = ['busy', ...Array.from({ length: count }, (_, at) => `t${at}`)];
  const { run } = openRun(makePlan({ tasks: names.map((taskId) => makeTask({ taskId })) }), 1);
  return { run, tasks: run.inOrder.slice(1) };
}

/** Puts every task that is offered under a key. */
function holdEach(run: RunNode, keyOf: (task: TaskNode) => string): void {
  for (let task = nextOffer(run); task !== null; task = nextOffer(run)) holdTask(run, task, keyOf(task));
}

const offers = (run: RunNode): readonly string[] => {
  const names: string[] = [];
  for (let task = nextOffer(run); task !== null; task = nextOffer(run)) {
    names.push(task.plan.taskId);
    holdTask(run, task, 'elsewhere');
  }
  return names;
};

describe('a key that is freed', () => {
  test('offers its first task alone, and the next one only when that one has made way', () => {
    const { run } = queuedRun(3);
    holdEach(run, () => 'group:g');
    freeKey(run, 'group:g');
    expect(run.ready.map((task) => task.plan.taskId)).toEqual(['t0']);
    const first = nextOffer(run);
    if (first === null) throw new Error('nothing is offered');
    taskAdmitted(run, first);
    expect(run.ready.map((task) => task.plan.taskId)).toEqual(['t1']);
  });

  test('offers no second task when it holds the first one again', () => {
    const { run } = queuedRun(1_000);
    holdEach(run, () => 'group:g');
    freeKey(run, 'group:g');
    const first = nextOffer(run);
    if (first === null) throw new Error('nothing is offered');
    holdTask(run, first, 'group:g');
    expect(nextOffer(run)).toBeNull();
    expect(run.holds.get('group:g')?.length).toBe(1_000);
  });

  test('passes on from tasks that something else holds to those it can help', () => {
    const { run } = queuedRun(4);
    holdEach(run, () => 'group:g');
    freeKey(run, 'group:g');
    expect(offers(run)).toEqual(['t0', 't1', 't2', 't3']);
    expect([...run.holds.keys()]).toEqual(['elsewhere']);
  });

  test('passes over tasks that have moved on, also when they moved on while they were offered', () => {
    const { run, tasks } = queuedRun(4);
    holdEach(run, () => 'group:g');
    const [first, second] = tasks;
    if (first === undefined || second === undefined) throw new Error('no tasks');
    first.state = 'cancelled';
    freeKey(run, 'group:g');
    second.state = 'cancelled';
    expect(offers(run)).toEqual(['t2', 't3']);
  });

  test('that nobody stands under is nothing', () => {
    const { run } = queuedRun(1);
    freeKey(run, 'group:none');
    expect(offers(run)).toEqual(['t0']);
  });
});

test('offering all anew brings back each queued task once, wherever it stood', () => {
  const { run, tasks } = queuedRun(5);
  holdEach(run, (task) => `key:${task.index % 2}`);
  freeKey(run, 'key:1');
  offerAll(run);
  expect(offers(run)).toEqual(tasks.map((task) => task.plan.taskId));
});
