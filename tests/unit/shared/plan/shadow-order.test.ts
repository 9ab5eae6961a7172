// The dag beside a plan in sequence: only what differs is kept, and it leads back to the plan that a dag would be.
import { expect, it, test } from 'vitest';
import { runBlockers } from '../../../../src/shared/plan/run-blockers.ts';
import { asDag } from '../../../../src/shared/plan/shadow-order.ts';
import { load, onePhase, phaseText, planText, said, workstreamText } from './plan-text.ts';

const TASKS = { a: {}, b: {}, c: { depends_on: ['a'] } };

test.each([
  ['by the plan', onePhase({ plan: { strategy: 'shadow' }, tasks: TASKS }), {}],
  ['by the workstream', onePhase({ plan: { strategy: 'dag' }, workstream: { strategy: 'shadow' }, tasks: TASKS }), {}],
  ['by the command line', onePhase({ plan: { strategy: 'dag' }, tasks: TASKS }), { options: { strategy: 'shadow' } }],
])('%s: it runs in sequence, and the dag it is compared with is the one it would be', (_, text, more) => {
  const loaded = load(text, more);
  expect(runBlockers(loaded)).toEqual([]);
  const { plan } = loaded;
  expect(plan?.workstreams[0]?.strategy).toBe('sequential');
  expect(plan?.tasks.map((task) => task.after.map((edge) => edge.task))).toEqual([[], ['a'], ['a', 'b']]);
  const dag = load(onePhase({ plan: { strategy: 'dag' }, tasks: TASKS })).plan;
  if (plan?.shadow === undefined) throw new Error('there is no shadow');
  expect(asDag(plan, plan.shadow)).toEqual(dag);
});

it('a plan that nobody shadows has none', () => {
  expect(load(onePhase({ plan: { strategy: 'sequential' }, tasks: TASKS })).plan?.shadow).toBeUndefined();
  const over = load(onePhase({ plan: { strategy: 'shadow' }, tasks: TASKS }), { options: { strategy: 'dag' } });
  expect(over.plan?.shadow).toBeUndefined();
});

it('files that would be written at once as a dag are warned of, and keep nothing from running in sequence', () => {
  const scope = { resource_scope: { write: ['x.txt'] } };
  const phase = phaseText('P', [workstreamText('W', { a: scope, b: scope })]);
  const shadowed = load(planText([phase], { strategy: 'shadow' }));
  expect(said(shadowed)).toEqual([expect.stringContaining('E_SCOPE_OVERLAP')]);
  expect(shadowed.problems[0]?.severity).toBe('warning');
  expect(shadowed.plan).not.toBeNull();
  expect(load(planText([phase], { strategy: 'sequential' })).problems).toEqual([]);
});
