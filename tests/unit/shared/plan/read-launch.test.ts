// How a task is started: which tool, with what, and what stands in the way.
import { describe, expect, it } from 'vitest';
import { runBlockers } from '../../../../src/shared/plan/run-blockers.ts';
import { load, onePhase, said } from './plan-text.ts';

const one = (task: object, plan: object = {}) => load(onePhase({ plan: { ...plan }, tasks: { a: { ...task } } }));
const launchOf = (task: object) => one(task).plan?.tasks[0]?.launch;

it('reads every form of edit, and attempts in order', () => {
  const edits = [
    { write: 'a', text: '' },
    { append: 'a', text: 'x' },
    { replace: 'a', find: 'x', with: '' },
    { delete: 'a' },
    { move: 'a', to: 'b' },
  ];
  const attempts = [{ edits, wait_seconds: 0.5 }, { edits: [] }];
  expect(launchOf({ tool: 'script', script: { attempts } })).toEqual({
    kind: 'script',
    script: {
      tool: 'script',
      attempts: [
        { waitSeconds: 0.5, edits },
        { waitSeconds: 0, edits: [] },
      ],
    },
  });
});

it('takes the tool from its block where none is named', () => {
  const tasks = [{ task_id: 'a', name: 'a', kind: 'x', command: { argv: ['node', 'x.js'] } }];
  expect(load(onePhase({ tasks: {}, workstream: { tasks } })).plan?.tasks[0]?.tool).toBe('command');
});

it('reads a command with all its settings', () => {
  const command = {
    argv: ['echo a | cat'],
    shell: true,
    stdin: 's',
    success: { exit: [0, 3] },
    litter: ['*.tmp'],
    env: { A: '1' },
  };
  expect(launchOf({ tool: 'command', command })).toEqual({
    kind: 'command',
    command: {
      tool: 'command',
      argv: ['echo a | cat'],
      shell: true,
      stdin: 's',
      successExit: [0, 3],
      litter: ['*.tmp'],
      env: { A: '1' },
    },
  });
});

describe('faults', () => {
  it.each([
    [{ tool: 'script' }, 'uses the tool `script` and has no `script` block'],
    [{ tool: 'command' }, 'uses the tool `command` and has no `command` block'],
    [{ tool: 'command', command: { argv: ['a', 'b'], shell: true } }, 'has `shell: true` and several entries'],
    [{ tool: 'clade' }, 'uses `clade`, which is no known tool'],
  ])('%j', (task, message) => {
    expect(said(one(task))).toEqual([expect.stringContaining(message)]);
  });
});

describe('what is right and cannot run yet is a warning to read and a reason not to run', () => {
  it.each([[{ tool: 'claude' }, {}, 'E_TOOL_UNAVAILABLE']])('%j %j: %s', (task, plan, code) => {
    const loaded = load(onePhase({ plan: { ...plan }, tasks: { b: {}, a: { ...task } } }));
    expect(loaded.problems.map((problem) => [problem.code, problem.severity])).toEqual([[code, 'warning']]);
    expect(runBlockers(loaded).map((problem) => [problem.code, problem.severity])).toEqual([[code, 'error']]);
    expect(loaded.plan).not.toBeNull();
  });
});

it('a budget arms where everything is free, and needs a price elsewhere', () => {
  const budget = { budget: { max_cost_total_usd: 1.5 } };
  expect(one({}, budget)).toMatchObject({ problems: [], plan: { budgetMicroUsd: 1_500_000 } });
  expect(said(one({ tool: 'claude' }, budget))).toContainEqual(expect.stringContaining('E_BUDGET_BASIS'));
});

it('reads priorities as words and numbers, and says when a word is not ours', () => {
  const priority = (task: object) => one(task).plan?.tasks[0]?.priority;
  expect(['low', 'normal', 'high', 'urgent', 7].map((word) => priority({ priority: word }))).toEqual([-1, 0, 1, 2, 7]);
  expect(priority({ classification: { priority: 'high' } })).toBe(1);
  expect(said(one({ priority: 'asap' }))).toEqual([expect.stringContaining('counts as normal')]);
});
