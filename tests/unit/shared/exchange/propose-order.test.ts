// Proposed order: where each reason is found and where it is not, and that no choice of proposals closes a circle.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { importPlan } from '../../../../src/shared/exchange/import-plan.ts';

interface Bundle {
  readonly id: string;
  readonly tasks?: readonly string[];
  readonly write?: readonly string[];
  readonly create?: readonly string[];
  readonly read?: readonly string[];
  readonly after?: readonly string[];
  readonly name?: string;
}

function importBundles(bundles: readonly Bundle[], accept: readonly string[] | 'all' = []) {
  const documents = bundles.map(({ id, tasks = ['Work'], write = [], create = [], read = [], after, name }) => ({
    id,
    ...(name === undefined ? {} : { name }),
    openspec_change: 'x',
    files_scope: { read, write, create },
    tasks,
    tool: 'codex',
    ...(after === undefined ? {} : { depends_on: after }),
  }));
  return importPlan({ files: [{ file: 'b.json', text: JSON.stringify(documents) }], planId: 'p', accept });
}

/** `to<from` with the rule that weighs most. */
function proposed(bundles: readonly Bundle[]): readonly string[] {
  return importBundles(bundles).proposals.map((one) => `${one.to}<${one.from} ${one.rule}`);
}

describe('files', () => {
  it('who makes a file comes before who changes or reads it, wherever they stand', () => {
    expect(
      proposed([
        { id: 'ws-1', write: ['a.txt'] },
        { id: 'ws-2', read: ['a.txt'] },
        { id: 'ws-3', create: ['a.txt'] },
      ]),
    ).toEqual(['ws-1<ws-3 edit-after-create', 'ws-2<ws-1 read-after-write', 'ws-2<ws-3 read-after-write']);
  });

  it('those who change the same file keep the order of the file, neighbour by neighbour', () => {
    const same = ['ws-1', 'ws-2', 'ws-3'].map((id) => ({ id, write: ['src/a.ts'] }));
    expect(proposed(same)).toEqual(['ws-2<ws-1 same-file', 'ws-3<ws-2 same-file']);
  });

  it('globs count where they may meet, and less than names', () => {
    const { proposals } = importBundles([
      { id: 'ws-1', write: ['src/**'] },
      { id: 'ws-2', write: ['src/b/*.ts'] },
      { id: 'ws-3', write: ['docs/**'] },
    ]);
    expect(proposals).toMatchObject([{ to: 'ws-2', from: 'ws-1', confidence: 0.4 }]);
  });

  it('a glob that means everything says nothing', () => {
    expect(
      proposed([
        { id: 'ws-1', write: ['a.ts'] },
        { id: 'ws-2', read: ['**'] },
      ]),
    ).toEqual([]);
  });
});

describe('words', () => {
  const one = { id: 'ws-one', name: 'Build the engine' };
  it.each([
    ['After ws-one, go on', 'ws-two<ws-one text'],
    ['This depends on the bundle ws-one.', 'ws-two<ws-one text'],
    ['Once `ws-one` is done, go on', 'ws-two<ws-one text'],
    ['ws-one must be finished first', 'ws-two<ws-one text'],
    ['It needs the results of ws-one', 'ws-two<ws-one text'],
    ['Go on after "Build the engine"', 'ws-two<ws-one text'],
    ['Do this before ws-one starts', 'ws-one<ws-two text'],
    ['Like ws-one', 'ws-two<ws-one mention'],
  ])('%s', (text, expected) => {
    expect(proposed([one, { id: 'ws-two', tasks: [text] }])).toEqual([expected]);
  });

  it.each([
    'This does not depend on ws-one',
    'Independent of ws-one',
    "It doesn't wait for ws-one",
    'Do it without ws-one',
    'After ws-one-and-a-half',
    'Build the other engine',
  ])('nothing is read into: %s', (text) => {
    expect(proposed([one, { id: 'ws-two', tasks: [text] }])).toEqual([]);
  });

  it('a list of names has one meaning', () => {
    expect(
      proposed([{ id: 'ws-a' }, { id: 'ws-b' }, { id: 'ws-c', tasks: ['After ws-a and ws-b, join them'] }]),
    ).toEqual(['ws-c<ws-a text', 'ws-c<ws-b text']);
  });

  it('a file that another makes is a reason', () => {
    expect(
      proposed([
        { id: 'ws-a', create: ['out/report.csv'] },
        { id: 'ws-b', tasks: ['Draw report.csv'] },
      ]),
    ).toEqual(['ws-b<ws-a file-mention']);
  });

  it('the place is the text that says so', () => {
    const { proposals } = importBundles([one, { id: 'ws-two', tasks: ['Work', 'After ws-one'] }]);
    expect(proposals).toMatchObject([{ path: '/1/tasks/1', line: 1, file: 'b.json', edge: 'success' }]);
  });
});

it('what is declared, or follows from it, is not proposed', () => {
  const a = { id: 'ws-a', create: ['f'] };
  const b = { id: 'ws-b', after: ['ws-a'] };
  expect(proposed([a, b, { id: 'ws-c', after: ['ws-b'], write: ['f'] }])).toEqual([]);
});

it('what contradicts the declared order is asked about', () => {
  const { proposals, problems } = importBundles([
    { id: 'ws-a', write: ['f'], after: ['ws-b'] },
    { id: 'ws-b', tasks: ['After ws-a'] },
  ]);
  expect(proposals).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ path: '/1/tasks/0', needsPerson: true }));
});

it('ids stay the same when other documents come and go', () => {
  const [a, b, c] = ['ws-a', 'ws-b', 'ws-c'].map((id) => ({ id, write: [id === 'ws-c' ? 'g' : 'f'] }));
  if (!a || !b || !c) throw new Error('three bundles');
  expect(importBundles([a, b]).proposals[0]?.id).toBe('ws-b:after:ws-a');
  expect(importBundles([c, a, b]).proposals[0]?.id).toBe('ws-b:after:ws-a');
});

const ids = fc.nat({ max: 5 }).map((number) => `ws-${number}`);
const files = fc.subarray(['a', 'b/c', 'b/**', 'd/*.ts', 'd/e.ts']);
const text = fc
  .tuple(fc.constantFrom('After', 'Before', 'Needs', 'Like', 'Not'), ids)
  .map(([word, id]) => `${word} ${id}`);
const anyBundles = fc
  .array(
    fc.record({ read: files, write: files, create: files, tasks: fc.array(text, { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((list) =>
    fc.tuple(
      fc.constant(list),
      // Declared dependencies point back in the file, so that they close no circle of their own.
      fc.array(fc.nat({ max: 4 }), { minLength: list.length, maxLength: list.length }),
    ),
  )
  .map(([list, back]) =>
    list.map((one, index): Bundle => {
      const before = index - 1 - (back[index] ?? 0);
      return { ...one, id: `ws-${index}`, ...(before < 0 ? {} : { after: [`ws-${before}`] }) };
    }),
  );

it('no choice of proposals closes a circle, and none is declared already', () => {
  fc.assert(
    fc.property(anyBundles, fc.nat(), (bundles, choice) => {
      const { proposals } = importBundles(bundles);
      const chosen = proposals.filter((_, index) => (choice >> (index % 30)) & 1).map((one) => one.id);
      for (const accept of [chosen, 'all'] as const) {
        const result = importBundles(bundles, accept);
        expect(result.problems.filter((one) => one.severity === 'error')).toEqual([]);
        expect(result.proposals.filter((one) => one.accepted)).toHaveLength(
          accept === 'all' ? proposals.length : chosen.length,
        );
      }
      for (const one of proposals) {
        const declared = bundles.find((bundle) => bundle.id === one.to)?.after ?? [];
        expect(declared).not.toContain(one.from);
      }
    }),
    { numRuns: 100 },
  );
});

it('stops at the limit of proposals and says so', () => {
  const many = Array.from({ length: LIMITS.importProposals + 20 }, (_, index) => ({ id: `ws-${index}`, write: ['f'] }));
  const { proposals, problems } = importBundles(many);
  expect(proposals).toHaveLength(LIMITS.importProposals);
  expect(problems.filter((one) => one.message.startsWith('More than'))).toMatchObject([{ needsPerson: true }]);
});
