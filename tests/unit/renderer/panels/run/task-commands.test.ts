// What the inspector of a task offers is what the engine takes, and says what follows from it.
import { expect, test } from 'vitest';
import { judgeCommand } from '../../../../../src/main/engine/judge-command.ts';
import { runHead } from '../../../../../src/main/projections/run-view.ts';
import { taskView } from '../../../../../src/main/projections/task-view.ts';
import { taskCommands } from '../../../../../src/renderer/panels/run/task-commands.ts';
import { present } from '../../../../../src/shared/lib/assert.ts';
import { makeCommand } from '../../../../fakes/make-command.ts';
import { makePlan, makeTask, successOf } from '../../../../fakes/make-plan.ts';
import { MADE_PATCH, type OpenRun, openRun } from '../../../main/engine/open-run.ts';

const FAILED = {
  ...MADE_PATCH,
  result: 'failed',
  patch: null,
  failure: { code: 'E_TOOL_FAILURE', message: 'exit 1' },
} as const;

/** Tasks in as many states as one run can have at a time. */
function mixedRun(): OpenRun {
  const tasks = [
    makeTask({ taskId: 'failed', maxAttempts: 1 }),
    makeTask({ taskId: 'retrying' }),
    makeTask({ taskId: 'completed', allowNoChange: true }),
    makeTask({ taskId: 'validating' }),
    makeTask({ taskId: 'running' }),
    makeTask({ taskId: 'blocked', after: successOf('failed') }),
    makeTask({ taskId: 'behind', after: successOf('blocked') }),
    makeTask({ taskId: 'pending', after: successOf('running') }),
    makeTask({ taskId: 'person', launch: { kind: 'person' }, kind: 'human_review' }),
  ];
  const open = openRun(makePlan({ tasks }), 5, { whenStuck: 'wait' });
  const end = (taskId: string, outcome: object) => {
    const effect = present(
      open.pendingOf('start-attempt').find(({ body }) => body.taskId === taskId),
      taskId,
    );
    open.say({ type: 'outcome', kind: 'start-attempt', effect, outcome: { ...MADE_PATCH, ...outcome } });
  };
  end('failed', FAILED);
  end('retrying', FAILED);
  end('completed', { result: 'no_change', patch: null });
  end('validating', {});
  return open;
}

function offered(open: OpenRun, taskId: string) {
  const { run } = open;
  const views = [...run.tasks.values()].map((task) => taskView(run, task));
  const view = present(
    views.find((one) => one.taskId === taskId),
    taskId,
  );
  return taskCommands(view, views, runHead(run));
}

test('every command that is offered is one that the engine takes', () => {
  const open = mixedRun();
  const names = new Set<string>();
  for (const [taskId, task] of open.run.tasks) {
    for (const { name } of offered(open, taskId)) {
      names.add(name);
      const work = name === 'prioritise' ? ({ name, taskId, priority: null } as const) : ({ name, taskId } as const);
      expect(judgeCommand(open.run, makeCommand(work)).kind, `${name} of a task that is ${task.state}`).toBe('new');
    }
  }
  expect([...names].sort()).toEqual(['prioritise', 'retry', 'skip']);
});

test('a failed task may be tried again or skipped, and how many wait behind it is said', () => {
  const [retry, skip, ...rest] = offered(mixedRun(), 'failed');
  expect([retry?.label, skip?.label, rest.length]).toEqual(['Try again', 'Skip', 0]);
  expect(retry?.consequences.join(' ')).toContain('2 blocked tasks behind it may go on when it succeeds');
  expect(skip?.consequences.join(' ')).toContain('2 blocked tasks behind it may go on.');
});

test('nothing is offered for a task at work or done, and nothing at all in a run that is stopping', () => {
  const open = mixedRun();
  for (const taskId of ['running', 'completed']) expect(offered(open, taskId)).toEqual([]);
  open.command({ name: 'stop', mode: 'drain' });
  for (const taskId of open.run.tasks.keys()) expect(offered(open, taskId)).toEqual([]);
});
