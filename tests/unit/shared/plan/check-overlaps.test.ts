// Tasks that may write the same file at the same time are found before they run.
import { describe, expect, it } from 'vitest';
import { load, onePhase, phaseText, planText, said, workstreamText } from './plan-text.ts';

const dag = { strategy: 'dag' };
const writes = (...globs: string[]) => ({ resource_scope_delta: { write: globs } });

it('two unordered tasks that name the same files are an error, at the later one', () => {
  const loaded = load(onePhase({ plan: dag, tasks: { a: writes('src/**'), b: writes('src/x.js') } }));
  expect(loaded.plan).toBeNull();
  expect(loaded.problems).toMatchObject([{ code: 'E_SCOPE_OVERLAP', severity: 'error' }]);
  expect(loaded.problems[0]?.message).toContain('`src/**` and `src/x.js`');
  expect(loaded.overlaps).toEqual([{ a: 'a', b: 'b', globs: ['src/**', 'src/x.js'], own: true }]);
});

describe('is fine', () => {
  it.each([
    ['in different files', { a: writes('src/a.js'), b: writes('src/b.js') }],
    ['one after the other', { a: writes('x'), b: { ...writes('x'), depends_on: ['a'] } }],
    ['at a distance', { a: writes('x'), m: { depends_on: ['a'] }, b: { ...writes('x'), depends_on: ['m'] } }],
    [
      'in one conflict group',
      { a: { ...writes('x'), conflict_group: 'g' }, b: { ...writes('x'), conflict_group: 'g' } },
    ],
    ['without any scope', { a: {}, b: {} }],
  ])('%s', (_name, tasks) => {
    expect(said(load(onePhase({ plan: dag, tasks })))).toEqual([]);
  });

  it('a scope that both inherit', () => {
    const phase = { resource_scope: { write: ['src/**'] } };
    expect(said(load(onePhase({ plan: dag, phase, tasks: { a: {}, b: {} } })))).toEqual([]);
  });

  it('in phases that follow each other', () => {
    const text = planText(
      [
        phaseText('P1', [workstreamText('W1', { a: writes('x') })]),
        phaseText('P2', [workstreamText('W2', { b: writes('x') })]),
      ],
      dag,
    );
    expect(said(load(text))).toEqual([]);
  });
});

it('against an inherited scope it is a warning, once', () => {
  const phase = { resource_scope: { write: ['src/**'] } };
  const loaded = load(onePhase({ plan: dag, phase, tasks: { a: writes('src/a.js'), b: {}, c: {} } }));
  expect(loaded.plan).not.toBeNull();
  expect(loaded.problems.map((one) => [one.code, one.severity])).toEqual([['E_SCOPE_OVERLAP', 'warning']]);
});

it('three in a circle of claims are all named, and a group that leaves one out does not hide it', () => {
  const grouped = { ...writes('x'), conflict_group: 'g' };
  const three = load(onePhase({ plan: dag, tasks: { a: writes('x'), b: writes('x'), c: writes('x') } }));
  expect(three.overlaps.map((one) => `${one.a}${one.b}`)).toEqual(['ab', 'ac', 'bc']);
  const left = load(onePhase({ plan: dag, tasks: { a: grouped, b: grouped, c: writes('x') } }));
  expect(left.overlaps.map((one) => `${one.a}${one.b}`)).toEqual(['ac', 'bc']);
});

it('is looked for in a plan that has circles and repeated ids as well', () => {
  const tasks = { a: { depends_on: ['b'] }, b: { depends_on: ['a'] }, c: writes('x'), d: writes('x') };
  expect(said(load(onePhase({ plan: dag, tasks })))).toEqual([
    expect.stringContaining('E_CYCLE'),
    expect.stringContaining('E_SCOPE_OVERLAP'),
  ]);
});

it('a long chain on one file and a wide wave on many are both looked through quickly', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [
      `t${index}`,
      { ...writes('src/app.js'), ...(index > 0 ? { depends_on: [`t${index - 1}`] } : {}) },
    ]),
  );
  expect(load(onePhase({ plan: dag, tasks: chain })).problems).toEqual([]);
  const wave = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, index) => [`t${index}`, writes(`src/f${index}.js`)]),
  );
  expect(load(onePhase({ plan: dag, tasks: wave })).problems).toEqual([]);
});
