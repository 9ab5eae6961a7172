// Edges that ask for more than an end are read, and refused where the task before could never give it.
import { expect, it } from 'vitest';
import { load, onePhase, said } from './plan-text.ts';

const gates = ['lint', 'unit'].map((gateId) => ({ gate_id: gateId, kind: 'unit', command: ['x'] }));
const PERSON = { kind: 'human_review', tool: undefined };

const plan = (edge: object, before: object = {}) =>
  load(onePhase({ plan: { gates }, tasks: { a: { ...before }, b: { depends_on: [{ task: 'a', ...edge }] } } }));

it('an edge hands a summary on, or asks for a gate of the task before', () => {
  const after = (edge: object) => plan(edge).plan?.tasks[1]?.after;
  expect(after({ edge: 'artifact' })).toEqual([{ task: 'a', edge: 'artifact' }]);
  expect(after({ edge: 'gate', gate: 'unit' })).toEqual([{ task: 'a', edge: 'gate', gate: 'unit' }]);
});

it.each([
  ['without a gate', { edge: 'gate' }, {}, 'does not say which gate'],
  ['with a gate that is nowhere', { edge: 'gate', gate: 'none' }, {}, 'There is no gate `none`'],
  ['with a gate of others', { edge: 'gate', gate: 'unit' }, { gates: ['lint'] }, 'Name one of its gates: lint'],
  ['to a person', { edge: 'gate', gate: 'unit' }, PERSON, 'is for a person'],
  ['of another kind that names a gate', { edge: 'finish', gate: 'unit' }, {}, 'Only an edge of the kind `gate`'],
])('a gate edge %s is refused once, with its place', (_, edge, before, words) => {
  const loaded = plan(edge, before);
  expect(loaded.plan).toBeNull();
  expect(loaded.problems).toHaveLength(1);
  expect(`${said(loaded)} ${loaded.problems[0]?.advice}`).toContain(words);
  expect(loaded.problems[0]?.path).toContain('/depends_on/0');
});

it('an artifact of a person is no more than that it was done', () => {
  const loaded = plan({ edge: 'artifact' }, PERSON);
  expect(loaded.problems.map((one) => one.severity)).toEqual(['warning']);
});
