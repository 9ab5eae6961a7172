// Tools of the project in a run: chosen, shut off, let in again, sent to rest, and never started more often than they may.
import { describe, expect, test } from 'vitest';
import { BY_ID } from '../../../../src/main/projections/waiting-for.ts';
import { queuedReason } from '../../../../src/main/state/admission/admission.ts';
import type { FailureClass } from '../../../../src/shared/domain/failure-class.ts';
import type { EventKind, NewEvent } from '../../../../src/shared/events/event.ts';
import type { TaskPlan } from '../../../../src/shared/plan/plan.ts';
import type { ToolDefinition } from '../../../../src/shared/plan/tool-definition.ts';
import type { AttemptOutcome } from '../../../../src/shared/ports/execution.ts';
import { makePlan } from '../../../fakes/make-plan.ts';
import { makeRoute, makeRoutedTask, makeTool, makeToolTask } from '../../../fakes/make-tool.ts';
import { kindsOf, MADE_PATCH, type OpenRun, openRun, RUN_ID } from './open-run.ts';

const start = (tasks: readonly TaskPlan[], tools: readonly ToolDefinition[]) => openRun(makePlan({ tasks, tools }), 16);

function failed(kind?: FailureClass, retryAfterMs?: number): AttemptOutcome {
  const failure = {
    code: 'E_TOOL_FAILURE',
    message: 'it failed',
    ...(kind === undefined ? {} : { class: kind }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  } as const;
  return { result: 'failed', failure, patch: null, usage: null, logs: null, notes: [] };
}

/** Answers the pending attempt of a task. */
function end(open: OpenRun, taskId: string, outcome: AttemptOutcome) {
  const effect = open.pendingOf('start-attempt').find((one) => one.body.taskId === taskId);
  if (effect === undefined) throw new Error(`no attempt of ${taskId} is under way`);
  return open.say({ type: 'outcome', kind: 'start-attempt', effect, outcome });
}

const underWay = (open: OpenRun) => open.pendingOf('start-attempt').map((one) => one.body.taskId);
const toolsOfAttempts = (open: OpenRun) => [...open.run.attempts.values()].map((attempt) => attempt.tool);
const stateOf = (open: OpenRun, tool: string) => open.run.tools.get(tool)?.state;
const wake = (open: OpenRun, ms: number) => {
  open.wait(ms);
  return open.say({ type: 'wake', runId: RUN_ID });
};
const reasonOf = (open: OpenRun, taskId: string) => {
  const task = open.run.tasks.get(taskId);
  return task === undefined ? null : queuedReason(open.run, task, BY_ID);
};

function dataOf<K extends EventKind>(turn: { commit: { events: readonly NewEvent[] } }, kind: K) {
  return turn.commit.events.filter((event) => event.kind === kind).map((event) => event.data);
}

describe('a breaker', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => makeToolTask({ taskId: `t${at}` }, 'x'));

  test('opens after five failures in a row, holds every task of its tool, and lets one try after a minute', () => {
    const open = start(many(8), [makeTool('x', { maxParallel: 5 })]);
    for (const taskId of ['t0', 't1', 't2', 't3']) end(open, taskId, failed());
    expect(stateOf(open, 'x')).toBe('closed');
    const turn = end(open, 't4', failed());
    expect(dataOf(turn, 'breaker-opened')).toEqual([
      expect.objectContaining({ toolId: 'x', failures: 5, class: 'unknown', fromRun: null, until: expect.any(String) }),
    ]);
    const left = underWay(open);
    for (const taskId of left) end(open, taskId, failed());
    expect(underWay(open)).toEqual([]);
    expect(kindsOf(wake(open, 30_000)).filter((kind) => kind === 'attempt-created')).toEqual([]);
    expect(reasonOf(open, 't0')).toEqual({
      reason: 'x is shut off: it failed, 5 failures in a row.',
      freedBy: expect.stringContaining('patchbay tools reset x'),
    });
    const due = wake(open, 31_000);
    expect(kindsOf(due)).toContain('breaker-half-opened');
    expect(underWay(open)).toHaveLength(1);
    expect(reasonOf(open, 't1')?.reason).toContain('one attempt tries');
  });

  test('closes when the one attempt ends well, and everything waiting goes on', () => {
    const open = start(many(6), [makeTool('x', { breaker: { failures: 1, cooldownMs: 1_000 } })]);
    end(open, 't0', failed());
    for (const taskId of underWay(open)) end(open, taskId, failed());
    wake(open, 70_000);
    const [probe = ''] = underWay(open);
    expect(kindsOf(end(open, probe, MADE_PATCH))).toContain('breaker-closed');
    expect(stateOf(open, 'x')).toBe('closed');
    expect(underWay(open)).toHaveLength(5);
  });

  test('opens again when the one attempt fails, and stays as it is when that was only stopped', () => {
    const open = start(many(3), [makeTool('x', { breaker: { failures: 1, cooldownMs: 1_000 } })]);
    for (const taskId of ['t0', 't1', 't2']) end(open, taskId, failed());
    wake(open, 70_000);
    const [probe = ''] = underWay(open);
    expect(kindsOf(end(open, probe, failed()))).toContain('breaker-opened');
    wake(open, 1_000);
    const [second = ''] = underWay(open);
    end(open, second, { ...failed(), result: 'stopped', failure: null });
    expect(stateOf(open, 'x')).toBe('half_open');
    expect(underWay(open)).toHaveLength(1);
  });

  test.each(['auth', 'bad_request'] as const)(
    'opens at once for %s, and the task does not ask the tool again',
    (kind) => {
      const open = start(many(2), [makeTool('x')]);
      const turn = end(open, 't0', failed(kind));
      expect(kindsOf(turn)).toEqual(expect.arrayContaining(['breaker-opened', 'task-failed']));
    },
  );

  test('does not open for what is not the tool’s doing', () => {
    const open = start(many(1), [makeTool('x', { breaker: { failures: 1, cooldownMs: 1_000 } })]);
    const disk = { ...failed(), failure: { code: 'E_DISK', message: 'the disk is full' } } as const;
    expect(kindsOf(end(open, 't0', disk))).not.toContain('breaker-opened');
  });

  test('counts failures in a row only', () => {
    const open = start(many(4), [makeTool('x', { breaker: { failures: 2, cooldownMs: 1_000 } })]);
    end(open, 't0', failed());
    end(open, 't1', MADE_PATCH);
    expect(kindsOf(end(open, 't2', failed()))).not.toContain('breaker-opened');
    expect(kindsOf(end(open, 't3', failed()))).toContain('breaker-opened');
  });

  test('is let in by a timer whatever the wall clock shows', () => {
    const open = start(many(2), [makeTool('x', { breaker: { failures: 1, cooldownMs: 60_000 } })]);
    end(open, 't0', failed());
    end(open, 't1', failed());
    const until = open.run.tools.get('x')?.until ?? '';
    open.wait(-3_600_000);
    open.say({ type: 'tool-due', runId: RUN_ID, dues: [`open x ${until}`] });
    expect(stateOf(open, 'x')).toBe('half_open');
  });
});

describe('a rate limit', () => {
  test('costs no attempt, waits as told, and the tool starts nothing meanwhile', () => {
    const tasks = [makeToolTask({ taskId: 'a' }, 'x'), makeToolTask({ taskId: 'b', priority: -1 }, 'x')];
    const open = start(tasks, [makeTool('x', { maxParallel: 1 })]);
    const turn = end(open, 'a', failed('rate_limit', 90_000));
    expect(dataOf(turn, 'task-retrying')).toEqual([expect.objectContaining({ counted: false })]);
    expect(open.run.tasks.get('a')).toMatchObject({ failures: 0, uncounted: 1 });
    expect(underWay(open)).toEqual([]);
    expect(reasonOf(open, 'b')?.reason).toBe('x rests: its rate limit was reached.');
    expect(stateOf(open, 'x')).toBe('closed');
    wake(open, 89_000);
    expect(underWay(open)).toEqual([]);
    wake(open, 1_000);
    expect(underWay(open)).toHaveLength(1);
  });

  test('counts after a number of times, so that nothing goes on for ever', () => {
    const open = start([makeToolTask({ taskId: 'a' }, 'x')], [makeTool('x')]);
    let times = 0;
    for (; open.run.tasks.get('a')?.state !== 'failed' && times < 100; times += 1) {
      end(open, 'a', failed('rate_limit', 1_000));
      wake(open, 60_000);
    }
    expect(times).toBe(23);
  });

  test('of the project’s own is kept within any minute', () => {
    const tasks = Array.from({ length: 7 }, (_, at) => makeToolTask({ taskId: `t${at}` }, 'x'));
    const open = start(tasks, [makeTool('x', { startsPerMinute: 3 })]);
    expect(underWay(open)).toHaveLength(3);
    expect(reasonOf(open, 't3')).toEqual({
      reason: 'x starts at most 3 times a minute.',
      freedBy: 'the time 2026-01-01T00:01:00.000Z',
    });
    wake(open, 59_999);
    expect(underWay(open)).toHaveLength(3);
    wake(open, 1);
    expect(underWay(open)).toHaveLength(6);
  });
});

test('a tool runs at most as often at once as it may, and says who has to end', () => {
  const tasks = Array.from({ length: 3 }, (_, at) => makeToolTask({ taskId: `t${at}` }, 'x'));
  const open = start(tasks, [makeTool('x', { maxParallel: 2 })]);
  expect(underWay(open)).toEqual(['t0', 't1']);
  expect(reasonOf(open, 't2')).toEqual({ reason: 'x runs at most 2 at once.', freedBy: 'the end of t0, t1' });
  end(open, 't1', MADE_PATCH);
  expect(underWay(open)).toEqual(['t0', 't2']);
});

describe('a task that the router gives a tool', () => {
  test('has its choice in the log, with the candidates as they stood', () => {
    const task = makeRoutedTask({ taskId: 'a' }, makeRoute(['x', 'y'], { rule: 'edits' }));
    const open = start([task], [makeTool('x'), makeTool('y')]);
    expect(toolsOfAttempts(open)).toEqual(['x']);
    expect(open.run.tasks.get('a')).toMatchObject({ tool: 'x', routed: true });
  });

  test('one that its plan names has none', () => {
    const open = openRun(makePlan({ tasks: [makeToolTask({ taskId: 'a' }, 'x')], tools: [makeTool('x')] }));
    expect(open.run.tasks.get('a')).toMatchObject({ tool: 'x', routed: false });
  });

  test('stays with its tool for its attempts, then goes to the next, and fails when none is left', () => {
    const task = makeRoutedTask({ taskId: 'a' }, makeRoute(['x'], { fallbacks: ['y'], attemptsPerTool: 2 }));
    const open = start([task], [makeTool('x'), makeTool('y')]);
    for (let at = 0; at < 4; at += 1) {
      end(open, 'a', failed());
      wake(open, 60_000);
    }
    expect(toolsOfAttempts(open)).toEqual(['x', 'x', 'y', 'y']);
    expect(open.run.state).toBe('failed');
  });

  test('goes to the next tool at once when its own is shut off or refuses it for good', () => {
    const route = makeRoute(['x', 'y']);
    const tasks = [makeRoutedTask({ taskId: 'a' }, route), makeRoutedTask({ taskId: 'b' }, route)];
    const open = start(tasks, [makeTool('x', { maxParallel: 1 }), makeTool('y')]);
    expect(underWay(open)).toEqual(['a']);
    const turn = end(open, 'a', failed('auth'));
    expect(kindsOf(turn)).toEqual(expect.arrayContaining(['breaker-opened', 'task-retrying', 'task-routed']));
    expect(dataOf(turn, 'task-routed')).toEqual([
      expect.objectContaining({
        taskId: 'b',
        toolId: 'y',
        from: null,
        candidates: [
          expect.objectContaining({ toolId: 'x', passedOver: expect.stringContaining('shut off') }),
          expect.objectContaining({ toolId: 'y', passedOver: null }),
        ],
      }),
    ]);
    const later = wake(open, 60_000);
    expect(dataOf(later, 'task-routed')).toEqual([expect.objectContaining({ taskId: 'a', from: 'x', toolId: 'y' })]);
  });

  test('takes its turn where tools take turns', () => {
    const route = makeRoute(['x', 'y', 'z'], { strategy: 'round_robin' });
    const tasks = Array.from({ length: 5 }, (_, at) => makeRoutedTask({ taskId: `t${at}` }, route));
    const open = start(
      tasks,
      ['x', 'y', 'z'].map((name) => makeTool(name)),
    );
    expect(toolsOfAttempts(open)).toEqual(['x', 'y', 'z', 'x', 'y']);
  });

  test('waits for whichever of its tools is free first when all are busy', () => {
    const route = makeRoute(['x', 'y'], { strategy: 'round_robin' });
    const tasks = Array.from({ length: 4 }, (_, at) => makeRoutedTask({ taskId: `t${at}` }, route));
    const open = start(tasks, [makeTool('x', { maxParallel: 1 }), makeTool('y', { maxParallel: 1 })]);
    expect(underWay(open)).toEqual(['t0', 't1']);
    expect(reasonOf(open, 't2')).toEqual({
      reason: 'x runs at most 1 at once; y runs at most 1 at once.',
      freedBy: 'the end of t0, or the end of t1',
    });
    end(open, 't1', MADE_PATCH);
    end(open, 't0', MADE_PATCH);
    expect(toolsOfAttempts(open)).toEqual(['x', 'y', 'y', 'x']);
  });
});

describe('several runs', () => {
  const OTHER = '01J00000000000000000RUN001';

  function two() {
    const first = start([makeToolTask({ taskId: 'a' }, 'x'), makeToolTask({ taskId: 'b' }, 'x')], [SHAKY]);
    const plan = makePlan({
      tasks: [makeToolTask({ taskId: 'c' }, 'x'), makeToolTask({ taskId: 'd' }, 'x')],
      tools: [SHAKY],
    });
    const begin = () => {
      first.say({ type: 'start-run', runId: OTHER, facts: { ...first.run.created, plan } });
      first.answer('create-run-ref', { kind: 'swapped' });
      return first.runs.get(OTHER);
    };
    return { first, begin };
  }

  const SHAKY = makeTool('x', { maxParallel: 1, breaker: { failures: 1, cooldownMs: 60_000 } });

  test('hear of a tool that is shut off in one of them, and of its return, with the run it comes from', () => {
    const { first, begin } = two();
    const other = begin();
    expect(other?.tools.get('x')?.state).toBe('closed');
    const turn = end(first, 'a', failed());
    const heard = turn.commit.events.filter((event) => event.kind === 'breaker-opened');
    expect(heard.map(({ runId, data }) => [runId, Reflect.get(data, 'fromRun')])).toEqual([
      [RUN_ID, null],
      [OTHER, RUN_ID],
    ]);
    end(first, 'c', failed());
    wake(first, 61_000);
    const [trial = ''] = underWay(first);
    const back = end(first, trial, MADE_PATCH);
    expect(dataOf(back, 'breaker-closed')).toHaveLength(2);
    expect(other?.tools.get('x')?.state).toBe('closed');
    // What stood aside there is offered when its timer comes, which is at once.
    first.say({ type: 'tool-due', runId: OTHER, dues: [] });
    expect(underWay(first).some((taskId) => taskId === 'c' || taskId === 'd')).toBe(true);
  });

  test('that begin know what is shut off already', () => {
    const { first, begin } = two();
    end(first, 'a', failed());
    const other = begin();
    expect(other?.tools.get('x')).toMatchObject({ state: 'open', reason: 'it failed' });
    expect(underWay(first)).toEqual([]);
  });
});

test('a person lets a tool in again by a command, once', () => {
  const open = start([makeToolTask({ taskId: 'a' }, 'x'), makeToolTask({ taskId: 'b' }, 'x')], [makeTool('x')]);
  end(open, 'a', failed('auth'));
  end(open, 'b', failed('rate_limit', 3_600_000));
  const command = {
    commandId: '01JC0000000000000000000000',
    by: 'Ann',
    why: '',
    work: { name: 'reset-tool', tool: 'x' },
  } as const;
  const turn = open.say({ type: 'command', runId: RUN_ID, command });
  expect(kindsOf(turn)).toEqual(
    expect.arrayContaining(['command-accepted', 'breaker-half-opened', 'breaker-closed', 'tool-limited']),
  );
  expect(open.run.tools.get('x')).toMatchObject({ state: 'closed', limitedUntil: null });
  expect(kindsOf(open.say({ type: 'command', runId: RUN_ID, command }))).toEqual([]);
});
