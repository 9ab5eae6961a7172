// Forecasts: what they rest on, and that they keep the limits the engine keeps.
import { describe, expect, it } from 'vitest';
import { forecastRun } from '../../../../../src/main/engine/rehearsal/forecast-run.ts';
import { NO_DURATIONS } from '../../../../../src/shared/domain/durations.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';
import { DEFAULT_GATE_MS, LANDING_MS } from '../../../../../src/shared/plan/expected-durations.ts';
import type { CommandLaunch } from '../../../../../src/shared/plan/plan.ts';
import { makeGate, makePlan, makeTask, makeWorkstream, successOf } from '../../../../fakes/make-plan.ts';

const COMMAND: CommandLaunch = {
  tool: 'command',
  argv: ['true'],
  shell: false,
  stdin: '',
  successExit: [0],
  litter: [],
  env: {},
};
const command = { tool: 'command', launch: { kind: 'command', command: COMMAND } } as const;
const history = (ms: Readonly<Record<string, number>>) => ({
  ...NO_DURATIONS,
  runs: 1,
  tasks: Object.entries(ms).map(([taskId, medianMs]) => {
    return { planId: 'plan', taskId, toolId: 'command', medianMs, samples: 1 };
  }),
  tools: [{ toolId: 'command', medianMs: 7_000, samples: 4 }],
});

describe('what a forecast rests on', () => {
  const tasks = [
    makeTask({ taskId: 'known', ...command }),
    makeTask({ taskId: 'new', ...command }),
    makeTask({ taskId: 'script' }),
    makeTask({ taskId: 'ai', tool: 'claude', launch: { kind: 'other', other: { tool: 'claude', prompt: null } } }),
    makeTask({ taskId: 'person', tool: 'person', launch: { kind: 'person' } }),
  ];

  it('the task itself, then its tool, then what the plan says, then what is assumed of its sort', () => {
    const { bases, tasks: forecasts } = forecastRun(makePlan({ tasks }), 8, history({ known: 3_000 }));
    expect(bases).toEqual({ task_history: 1, tool_history: 1, declared: 1, default: 1, person: 1 });
    expect(forecasts.map(({ taskId, ms, basis }) => ({ taskId, ms, basis }))).toEqual([
      { taskId: 'known', ms: 3_000, basis: 'task_history' },
      { taskId: 'new', ms: 7_000, basis: 'tool_history' },
      { taskId: 'script', ms: 1_000, basis: 'declared' },
      { taskId: 'ai', ms: 300_000, basis: 'default' },
      { taskId: 'person', ms: 0, basis: 'person' },
    ]);
  });

  it('the same task of another plan counts where this plan has no runs, and less where it has', () => {
    const plan = makePlan({ tasks: [makeTask({ taskId: 'a', ...command })] });
    const other = { planId: 'other', taskId: 'a', toolId: 'command', medianMs: 9_000, samples: 2 };
    const msOf = (durations: ReturnType<typeof history>) => forecastRun(plan, 1, durations).tasks[0]?.ms;
    expect(msOf({ ...history({}), tasks: [other] })).toBe(9_000);
    expect(msOf({ ...history({}), tasks: [...history({ a: 1_000 }).tasks, other] })).toBe(1_000);
  });
});

describe('what a forecast keeps', () => {
  const four = ['a', 'b', 'c', 'd'].map((taskId) => makeTask({ taskId, ...command }));
  const ms = { a: 10_000, b: 10_000, c: 10_000, d: 10_000 };

  it('workers: two of them take twice as long as four, and more than four change nothing', () => {
    const { whatIf, parallelUsed, sequentialMs } = forecastRun(makePlan({ tasks: four }), 4, history(ms));
    expect(parallelUsed).toBe(4);
    expect(sequentialMs).toBe(4 * (10_000 + LANDING_MS));
    const [one, two, many, more] = whatIf.map((answer) => answer.totalMs);
    expect(whatIf.map(({ workers }) => workers)).toEqual([1, 2, 4, 8]);
    expect(one).toBe(40_000 + LANDING_MS);
    expect(two).toBe(20_000 + 2 * LANDING_MS);
    expect(many).toBe(10_000 + 4 * LANDING_MS);
    expect(more).toBe(many);
  });

  it('limits of workstreams and conflict groups, and the gates of the merge train, more at once while they pass', () => {
    const narrow = makePlan({ tasks: four, workstreams: [makeWorkstream({ workstreamId: 'WS', maxParallel: 2 })] });
    expect(forecastRun(narrow, 4, history(ms)).parallelUsed).toBe(2);
    const grouped = makePlan({ tasks: four.map((task) => ({ ...task, conflictGroup: 'g' })) });
    expect(forecastRun(grouped, 4, history(ms)).totalMs).toBe(4 * (10_000 + LANDING_MS));
    const gate = makeGate('unit', { timeoutMs: 1 });
    const gated = makePlan({ tasks: four.map((task) => ({ ...task, gates: ['unit'] })), gates: [gate] });
    // One, then two at once, then the last.
    expect(forecastRun(gated, 4, history(ms)).totalMs).toBe(10_000 + 4 * LANDING_MS + 3 * DEFAULT_GATE_MS);
    const known = { ...history(ms), gates: [{ gateId: 'unit', medianMs: 500, samples: 1 }] };
    expect(forecastRun(gated, 4, known).totalMs).toBe(10_000 + 4 * LANDING_MS + 3 * 500);
  });

  it('a person holds nobody up in it, and what comes after the person is forecast, too', () => {
    const plan = makePlan({
      tasks: [
        makeTask({ taskId: 'ask', tool: 'person', launch: { kind: 'person' } }),
        makeTask({ taskId: 'a', ...command, after: successOf('ask') }),
      ],
    });
    expect(forecastRun(plan, 1, history(ms)).totalMs).toBe(10_000 + LANDING_MS);
  });

  it('a plan that is too large to be rehearsed has the time that no run can beat, and says so', () => {
    const tasks = Array.from({ length: LIMITS.rehearsedTasks + 1 }, (_, n) =>
      makeTask({ taskId: `t${n}`, ...command }),
    );
    const { method, totalMs, whatIf, parallelUsed } = forecastRun(makePlan({ tasks }), 4, history({}));
    expect({ method, whatIf, parallelUsed }).toEqual({ method: 'bounded', whatIf: [], parallelUsed: null });
    expect(totalMs).toBe(Math.ceil((tasks.length * (7_000 + LANDING_MS)) / 4));
  });
});
