// Which gates a task's patch must pass.
import { expect, it } from 'vitest';
import { NO_SETTINGS } from '../../../../src/shared/plan/project-settings.ts';
import { readProject } from '../../../../src/shared/plan/read-project.ts';
import { load, onePhase, said } from './plan-text.ts';

const gate = (id: string, more: object = {}) => ({ gate_id: id, command: ['node', `${id}.js`], ...more });
const project = { ...NO_SETTINGS, gates: readProject({ gates: [gate('house')] }).settings.gates };
const gatesOf = (text: string) => load(text, { project }).plan?.tasks.map((task) => task.gates);

it('the nearest level that names gates wins, in the order the gates need', () => {
  const text = onePhase({
    plan: { gates: [gate('unit', { after: ['lint'] }), gate('lint')] },
    workstream: { gates: ['unit', 'lint'] },
    tasks: { a: {}, b: { gates: ['house'] }, c: { gates: [] } },
  });
  expect(gatesOf(text)).toEqual([['lint', 'unit'], ['house'], []]);
});

it("where no level names any, all of the plan's hold, else all of the project's", () => {
  expect(gatesOf(onePhase({ plan: { gates: [gate('own')] }, tasks: { a: {} } }))).toEqual([['own']]);
  expect(gatesOf(onePhase({ tasks: { a: {} } }))).toEqual([['house']]);
});

it("a plan's gate takes the place of the project's, but may not make it optional", () => {
  const own = (more: object) => onePhase({ plan: { gates: [gate('house', more)] }, tasks: { a: {} } });
  expect(load(own({ expected_exit: 3 }), { project }).plan?.gates).toMatchObject([
    { gateId: 'house', expectedExit: 3 },
  ]);
  expect(said(load(own({ required: false }), { project }))[0]).toContain('E_LOOSENED');
});

it('unknown, repeated and badly written gates are reported', () => {
  const text = onePhase({
    plan: { gates: [gate('a', { after: ['nope'] }), gate('a'), gate('s', { command: 'npm test' })] },
    tasks: { t: {} },
  });
  expect(said(load(text))).toEqual([
    expect.stringContaining('The gate id `a` is used twice'),
    expect.stringContaining('one text with spaces'),
    expect.stringContaining('There is no gate `nope`'),
  ]);
});

it('whoever asks for a gate asks for what that comes after, too', () => {
  const gates = [gate('lint'), gate('unit', { after: ['lint'] }), gate('integration', { after: ['unit'] }), gate('x')];
  const text = onePhase({ plan: { gates }, tasks: { a: { gates: ['integration'] }, b: { gates: ['x'] } } });
  expect(gatesOf(text)).toEqual([['lint', 'unit', 'integration'], ['x']]);
});

it('gates at the end of a wave are apart from those of each patch, and none of these may wait for them', () => {
  const gates = [gate('unit'), gate('whole', { wave_boundary: true, after: ['unit'] })];
  const [task] = load(onePhase({ plan: { gates }, tasks: { a: {} } })).plan?.tasks ?? [];
  expect([task?.gates, task?.waveGates]).toEqual([['unit'], ['whole']]);
  const wrong = [gate('unit', { after: ['whole'] }), gate('whole', { wave_boundary: true })];
  expect(said(load(onePhase({ plan: { gates: wrong }, tasks: { a: {} } })))[0]).toContain('E_PLAN_CONSISTENCY');
});

it('a circle that closes only through the gates of the project is found', () => {
  const { gates } = readProject({ gates: [gate('a', { after: ['b'] }), gate('b')] }).settings;
  const text = onePhase({ plan: { gates: [gate('b', { after: ['a'] })] }, tasks: { t: {} } });
  expect(said(load(text, { project: { ...NO_SETTINGS, gates } }))[0]).toContain('E_CYCLE');
});

it('a plan lets no required gate of the project come later, and no flaky one pass that must not', () => {
  const strict = readProject({ gates: [gate('house', { flaky: 'fail' })] }).settings.gates;
  const saidOf = (more: object) =>
    said(
      load(onePhase({ plan: { gates: [gate('house', more)] }, tasks: { a: {} } }), {
        project: { ...NO_SETTINGS, gates: strict },
      }),
    );
  expect(saidOf({ flaky: 'fail', blocking: false }).join()).toContain('E_LOOSENED');
  expect(saidOf({ flaky: 'fail', wave_boundary: true }).join()).toContain('E_LOOSENED');
  expect(saidOf({}).join()).toContain('E_LOOSENED');
  expect(saidOf({ flaky: 'fail' })).toEqual([]);
});
