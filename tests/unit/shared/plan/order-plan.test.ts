// Strategies and implied order: what comes after what when the file does not say.
import { describe, expect, it } from 'vitest';
import { NO_FLAGS } from '../../../../src/shared/plan/project-flags.ts';
import { NO_SETTINGS } from '../../../../src/shared/plan/project-settings.ts';
import { load, onePhase, phaseText, planText, said, waits, workstreamText } from './plan-text.ts';

describe('tasks of a workstream', () => {
  it('without any dependency run in file order, each after the one before succeeded', () => {
    const { plan } = load(onePhase({ tasks: { a: {}, b: {}, c: {} } }));
    expect(plan?.strategy).toBe('sequential');
    expect(plan?.tasks.map((task) => task.after)).toEqual([
      [],
      [{ task: 'a', edge: 'success' }],
      [{ task: 'b', edge: 'success' }],
    ]);
  });

  it('with a declared dependency form a dag', () => {
    const loaded = load(onePhase({ tasks: { a: {}, b: {}, c: { depends_on: ['a'] } } }));
    expect(loaded.plan?.workstreams[0]?.strategy).toBe('dag');
    expect(waits(loaded)).toEqual({ a: [], b: [], c: ['a'] });
  });

  it('an empty depends_on declares nothing', () => {
    expect(load(onePhase({ tasks: { a: { depends_on: [] }, b: {} } })).plan?.strategy).toBe('sequential');
  });

  it("the workstream's word beats the plan's, the plan's the project's, the command line's all", () => {
    const tasks = { a: {}, b: {} };
    const project = { ...NO_SETTINGS, flags: { ...NO_FLAGS, parallelStrategy: 'dag' } } as const;
    const strategyOf = (text: string, strategy?: string) =>
      load(text, { project, ...(strategy ? { options: { strategy } } : {}) }).plan?.workstreams[0]?.strategy;
    expect(strategyOf(onePhase({ tasks }))).toBe('dag');
    expect(strategyOf(onePhase({ tasks, plan: { strategy: 'sequential' } }))).toBe('sequential');
    const both = onePhase({ tasks, plan: { strategy: 'sequential' }, workstream: { strategy: 'dag' } });
    expect(strategyOf(both)).toBe('dag');
    expect(strategyOf(both, 'sequential')).toBe('sequential');
  });

  it('made sequential against their dependencies keep a topological order, and the added links do not spread failure', () => {
    const tasks = { late: { depends_on: ['early'] }, other: {}, early: {} };
    const { plan } = load(onePhase({ tasks }), { options: { strategy: 'sequential' } });
    expect(plan?.tasks.map((task) => [task.taskId, task.after])).toEqual([
      ['late', [{ task: 'early', edge: 'success' }]],
      ['other', [{ task: 'late', edge: 'finish' }]],
      ['early', []],
    ]);
  });

  it('keep the edges finish and success as declared', () => {
    const { plan } = load(onePhase({ tasks: { a: {}, b: { depends_on: [{ task: 'a', edge: 'finish' }] } } }));
    expect(plan?.tasks[1]?.after).toEqual([{ task: 'a', edge: 'finish' }]);
  });
});

describe('phases and workstreams', () => {
  const two = (fields: object = {}) =>
    planText(
      [
        phaseText('P1', [workstreamText('W1', { a: {} }), workstreamText('W2', { b: {} })]),
        phaseText('P2', [workstreamText('W3', { c: {} }), workstreamText('W4', { d: {} })]),
      ],
      { ...fields },
    );
  const streams = (text: string) =>
    Object.fromEntries((load(text).plan?.workstreams ?? []).map((one) => [one.workstreamId, one.after]));

  it('follow the file where nothing is declared', () => {
    expect(streams(two())).toEqual({ W1: [], W2: ['W1'], W3: ['W2'], W4: ['W3'] });
  });

  it('stand side by side in a dag, phases still one after the other', () => {
    expect(streams(two({ strategy: 'dag' }))).toEqual({ W1: [], W2: [], W3: ['W1', 'W2'], W4: ['W1', 'W2'] });
  });

  it('phases may be declared the other way round, or side by side', () => {
    const phases = (first: Record<string, unknown>, second: Record<string, unknown>) =>
      planText([
        phaseText('P1', [workstreamText('W1', { a: {} })], first),
        phaseText('P2', [workstreamText('W2', { b: {} })], second),
      ]);
    expect(streams(phases({ depends_on: ['P2'] }, {}))).toEqual({ W1: ['W2'], W2: [] });
    expect(streams(phases({}, { depends_on: [] }))).toEqual({ W1: [], W2: [] });
  });

  it('a sequential plan puts workstreams in an order their tasks allow', () => {
    const text = planText(
      [phaseText('P', [workstreamText('W1', { a: { depends_on: ['b'] } }), workstreamText('W2', { b: {} })])],
      { strategy: 'sequential' },
    );
    expect(streams(text)).toEqual({ W1: ['W2'], W2: [] });
  });
});

describe('circles', () => {
  it('are listed once each, on every level', () => {
    const text = planText([
      phaseText('P1', [workstreamText('W1', { a: { depends_on: ['b'] }, b: { depends_on: ['a'] } })], {
        depends_on: ['P2'],
      }),
      phaseText('P2', [workstreamText('W2', { c: { depends_on: ['c'] } }, { depends_on: ['W2'] })], {
        depends_on: ['P1'],
      }),
    ]);
    expect(said(load(text)).filter((one) => one.startsWith('E_CYCLE'))).toEqual([
      'E_CYCLE These phases wait for each other in a circle: P1 → P2 → P1.',
      'E_CYCLE These workstreams wait for each other in a circle: W2 → W2.',
      'E_CYCLE These tasks wait for each other in a circle: a → b → a.',
      'E_CYCLE These tasks wait for each other in a circle: c → c.',
    ]);
  });

  it('that only the order of workstreams makes are found too', () => {
    const text = planText([
      phaseText('P', [
        workstreamText('W1', { a: { depends_on: ['b'] } }),
        workstreamText('W2', { b: {} }, { depends_on: ['W1'] }),
      ]),
    ]);
    const [message] = said(load(text));
    expect(message).toContain('E_CYCLE The order of workstreams and phases contradicts that of tasks');
    expect(message).toContain('task a');
    expect(message).toContain('workstream W1');
  });
});
