// Dependencies that are found while a run goes on: kept while no circle comes of them, and followed from then on.
import { describe, expect, test } from 'vitest';
import { taskView } from '../../../../src/main/projections/task-view.ts';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { isMet } from '../../../../src/main/state/edges.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import type { CommandWork, FoundEdge } from '../../../../src/shared/domain/command.ts';
import type { NewEvent } from '../../../../src/shared/events/event.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../../../fakes/make-plan.ts';
import { seededRandom } from '../../../simulation/seeded-random.ts';
import { BUILT, GOOD, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const depend = (taskId: string, on: string, edge: FoundEdge = 'success'): CommandWork => ({
  name: 'depend',
  taskId,
  on,
  edge,
});

const taskOf = (open: OpenRun, taskId: string) => present(open.run.tasks.get(taskId), taskId);

const FAILED = {
  ...MADE_PATCH,
  result: 'failed',
  patch: null,
  failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
} as const;

function commit(open: OpenRun) {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
}

const tasks = (...names: readonly string[]) => names.map((taskId) => makeTask({ taskId }));

test('a task that was queued waits again, and starts when the other one has completed', () => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b', 'c') }), 1);
  expect(taskOf(open, 'b').state).toBe('queued');
  const { refusal, turn } = open.command(depend('b', 'c'));
  expect(refusal).toBeNull();
  expect(kindsOf(turn)).toEqual(['command-accepted', 'dependency-added']);
  expect(waitingFor(open.run, taskOf(open, 'b'))).toEqual({ reason: 'It comes after c.', freedBy: 'c' });
  expect(taskView(open.run, taskOf(open, 'b'))).toMatchObject({ wave: 1, after: [{ task: 'c', edge: 'success' }] });
  commit(open);
  expect([taskOf(open, 'b').state, taskOf(open, 'c').state]).toEqual(['pending', 'running']);
  commit(open);
  commit(open);
  expect(open.run.state).toBe('succeeded');
});

test('what has completed is no reason to wait, and what is there is not added twice', () => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b', 'c') }), 1);
  commit(open);
  open.command(depend('c', 'a'));
  expect(taskOf(open, 'c').state).toBe('queued');
  expect(kindsOf(open.command(depend('c', 'a')).turn)).toEqual(['command-accepted']);
  expect(taskOf(open, 'c').after).toHaveLength(1);
});

test('a task that can no longer give what is asked halts the one that waits for it', () => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 1 }), ...tasks('b', 'c')] }), 1);
  open.answer('start-attempt', FAILED);
  open.command(depend('c', 'a'));
  expect(taskOf(open, 'c')).toMatchObject({ state: 'blocked', rootCause: 'a' });
  const other = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 1 }), ...tasks('b', 'c')] }), 1);
  other.answer('start-attempt', FAILED);
  other.command(depend('c', 'a', 'finish'));
  expect(taskOf(other, 'c').state).toBe('queued');
});

test('a handoff that was not asked for before is written for who asks now', () => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b') }), 1);
  open.command(depend('b', 'a', 'artifact'));
  commit(open);
  expect(taskOf(open, 'a').handoff).toMatchObject({ taskId: 'a' });
  const late = openRun(makePlan({ tasks: tasks('a', 'b', 'c') }), 1);
  commit(late);
  late.command(depend('c', 'a', 'artifact'));
  expect(taskOf(late, 'a').handoff).toMatchObject({ taskId: 'a' });
});

describe('it is refused, and nothing changes,', () => {
  test.each([
    ['a task that waits for itself', 'c', 'c', 'E_PLAN_CONSISTENCY', 'c → c'],
    ['a task behind it', 'b', 'd', 'E_PLAN_CONSISTENCY', 'b → c → d → b'],
    ['a task of a later workstream', 'b', 'late', 'E_PLAN_CONSISTENCY', 'b → late → b'],
    ['a task that is not in the run', 'b', 'none', 'E_PLAN_CONSISTENCY', 'no task none'],
    ['a task that has started', 'a', 'e', 'E_WRONG_STATE', 'started already'],
  ])('for %s', (_, taskId, on, code, words) => {
    const chain = [
      makeTask({ taskId: 'a', priority: 9 }),
      makeTask({ taskId: 'b' }),
      makeTask({ taskId: 'c', after: successOf('b') }),
      makeTask({ taskId: 'd', after: successOf('c') }),
      makeTask({ taskId: 'e' }),
      makeTask({ taskId: 'late', workstreamId: 'LATE' }),
    ];
    const workstreams = [
      makeWorkstream({ workstreamId: 'WS' }),
      makeWorkstream({ workstreamId: 'LATE', after: ['WS'] }),
    ];
    const open = openRun(makePlan({ tasks: chain, workstreams }), 1);
    const { refusal, turn } = open.command(depend(taskId, on));
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(kindsOf(turn)).toEqual([]);
    expect(open.run.dependencies).toBe(0);
  });

  test('in a run that stops', () => {
    const open = openRun(makePlan({ tasks: tasks('a', 'b', 'c') }), 1);
    open.command({ name: 'stop', mode: 'drain' });
    expect(open.command(depend('b', 'c')).refusal).toMatchObject({ code: 'E_WRONG_STATE' });
  });
});

test('given twice under one id it counts once', () => {
  const open = openRun(makePlan({ tasks: tasks('a', 'b', 'c') }), 1);
  const commandId = '01JR0000000000000000000001';
  open.command(depend('b', 'c'), { commandId });
  expect(kindsOf(open.command(depend('b', 'c'), { commandId }).turn)).toEqual([]);
});

test('where patches are committed in plan order, that order follows', () => {
  const group = { conflictGroup: 'g' };
  const plan = makePlan({
    tasks: [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', ...group }), makeTask({ taskId: 'c', ...group })],
    mergeOrder: 'plan',
  });
  const open = openRun(plan, 1);
  open.command(depend('b', 'c'));
  expect(open.run.inOrder.map((task) => task.plan.taskId)).toEqual(['a', 'c', 'b']);
  for (const next of ['a', 'c', 'b']) {
    expect([...open.run.inHand].map((task) => task.plan.taskId)).toEqual([next]);
    commit(open);
  }
  expect(open.run.state).toBe('succeeded');
});

test('random runs with random dependencies end, keep their order, and replay to the same rows', () => {
  let added = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const random = seededRandom(seed);
    const names = Array.from({ length: 9 }, (_, at) => `t${at}`);
    const some = () => names[Math.floor(random() * names.length)] ?? 't0';
    const plan = makePlan({
      tasks: names.map((taskId, at) =>
        makeTask({
          taskId,
          workstreamId: at % 3 === 0 ? 'A' : 'B',
          after: successOf(...names.slice(0, at).filter(() => random() < 0.15)),
          conflictGroup: random() < 0.3 ? 'g' : null,
          maxAttempts: 1,
        }),
      ),
      mergeOrder: random() < 0.5 ? 'plan' : 'ready',
    });
    const log: NewEvent[] = [];
    const open = openRun(plan, 2, { onTurn: (turn) => void log.push(...turn.commit.events) });
    for (let step = 0; open.run.endedAt === null; step += 1) {
      if (step > 500) throw new Error(`seed ${seed}: nothing moves any more`);
      if (random() < 0.3) open.command(depend(some(), some(), random() < 0.7 ? 'success' : 'finish'));
      const kinds = [...open.pending.values()].map((effect) => effect.kind);
      const kind = kinds[Math.floor(random() * kinds.length)];
      if (kind === 'start-attempt') open.answer(kind, random() < 0.1 ? FAILED : MADE_PATCH);
      else if (kind === 'validate-patch') open.answer(kind, GOOD);
      else if (kind === 'build-candidate') open.answer(kind, BUILT);
      else if (kind === 'swap-head') open.answer(kind, { kind: 'swapped' });
      else if (kind === 'release-workspace') open.answer(kind, null);
      for (const task of open.run.inHand) {
        if (task.state !== 'running') continue;
        for (const edge of task.after) expect(isMet(taskOf(open, edge.task), edge), `seed ${seed}`).toBe(true);
      }
    }
    added += open.run.dependencies;
    expect(allRows(present(replay(log), 'a run')), `seed ${seed}`).toEqual(allRows(open.run));
  }
  expect(added).toBeGreaterThan(100);
});
