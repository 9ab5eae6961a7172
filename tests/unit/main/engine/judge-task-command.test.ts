// Every command about a task in every state of a task: taken, or refused with what is possible, and then nothing has changed.
import { describe, expect, test } from 'vitest';
import type { TaskState } from '../../../../src/shared/domain/task.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { MADE_PATCH, type OpenRun, openRun, RUN_ID } from './open-run.ts';

const FAILED = {
  ...MADE_PATCH,
  result: 'failed',
  patch: null,
  failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
} as const;
const NOTHING = { ...MADE_PATCH, result: 'no_change', patch: null } as const;

const states = (open: OpenRun) => Object.fromEntries([...open.run.tasks].map(([id, { state }]) => [id, state]));

/** Task state → the commands about a task that it takes. */
const TAKES: Readonly<Record<TaskState | 'for-a-person', readonly string[]>> = {
  pending: ['skip', 'prioritise'],
  queued: ['skip', 'prioritise'],
  running: ['prioritise'],
  validating: ['prioritise'],
  retrying: ['retry', 'skip', 'prioritise'],
  blocked: ['skip', 'prioritise'],
  'for-a-person': ['skip', 'prioritise'],
  completed: [],
  failed: ['retry', 'skip'],
  cancelled: [],
};

function inState(state: TaskState | 'for-a-person'): OpenRun {
  const tasks = [
    makeTask({ taskId: 'x', maxAttempts: state === 'failed' ? 1 : 3, allowNoChange: state === 'completed' }),
    makeTask({ taskId: 'other' }),
    makeTask({ taskId: 'blocker', maxAttempts: 1 }),
    makeTask({ taskId: 'blocked', after: successOf('blocker') }),
    makeTask({ taskId: 'pending', after: successOf('other') }),
    makeTask({ taskId: 'queued', background: true }),
    makeTask({ taskId: 'for-a-person', launch: { kind: 'person' } }),
  ];
  const open = openRun(makePlan({ tasks }), 3, { whenStuck: 'wait' });
  const effect = (taskId: string) =>
    present(
      open.pendingOf('start-attempt').find(({ body }) => body.taskId === taskId),
      taskId,
    );
  const end = (taskId: string, outcome: typeof MADE_PATCH | typeof FAILED | typeof NOTHING) =>
    open.say({ type: 'outcome', kind: 'start-attempt', effect: effect(taskId), outcome });
  if (state === 'validating') end('x', MADE_PATCH);
  if (state === 'failed' || state === 'retrying') end('x', FAILED);
  if (state === 'completed') end('x', NOTHING);
  if (state === 'blocked') end('blocker', FAILED);
  if (state === 'cancelled') {
    open.command({ name: 'cancel' });
    end('x', { ...MADE_PATCH });
  }
  return open;
}

describe('a task that is', () => {
  const cases = (Object.keys(TAKES) as (keyof typeof TAKES)[]).flatMap((state) =>
    (['retry', 'skip', 'prioritise'] as const).map((name) => ({ state, name, takes: TAKES[state].includes(name) })),
  );
  test.each(cases)('$state takes $name: $takes', ({ state, name, takes }) => {
    const open = inState(state);
    const taskId = ['pending', 'queued', 'blocked', 'for-a-person'].includes(state) ? state : 'x';
    expect(states(open)[taskId], 'it got there').toBe(state === 'for-a-person' ? 'blocked' : state);
    const work = name === 'prioritise' ? ({ name, taskId, priority: null } as const) : ({ name, taskId } as const);
    const { turn, refusal } = open.command(work);
    if (takes) return expect(refusal).toBeNull();
    expect(refusal).toMatchObject({ code: 'E_WRONG_STATE' });
    expect(refusal?.advice).toContain('Possible now:');
    expect(turn.commit).toMatchObject({ events: [], outboxAdded: [], outboxDone: [] });
    return undefined;
  });

  test('blocked names its root cause when it is to be tried again', () => {
    const { refusal } = inState('blocked').command({ name: 'retry', taskId: 'blocked' });
    expect(refusal?.message).toContain('blocker did not succeed');
    expect(refusal?.advice).toContain(`patchbay retry ${RUN_ID} blocker`);
  });

  test('not there is named with what it may have meant', () => {
    const { refusal } = inState('queued').command({ name: 'skip', taskId: 'queud' });
    expect(refusal).toMatchObject({ code: 'E_NOT_FOUND' });
    expect(refusal?.advice).toContain('Did you mean `queued`?');
  });

  test('a level that was not refused is not judged again', () => {
    const { refusal } = inState('queued').command({ name: 'retry', taskId: 'WS' });
    expect(refusal).toMatchObject({ code: 'E_WRONG_STATE', message: expect.stringContaining('workstream WS') });
  });
});
