// A stack of candidates is what its patches are one by one, whichever way each is built; a crash leaves no ref without its objects.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openObjectReader } from '../../../../../src/main/integration/git/object-reader.ts';
import { openRefUpdater } from '../../../../../src/main/integration/git/update-refs.ts';
import { buildByPlumbing } from '../../../../../src/main/integration/train/build-by-plumbing.ts';
import type { CapturedPatch } from '../../../../../src/shared/domain/patch.ts';
import type { CandidateOutcome, StackOrder } from '../../../../../src/shared/ports/integration.ts';
import { type Change, captureChange } from '../../../../fakes/capture-change.ts';
import {
  candidateOrder,
  IDENTITY,
  type IntegrationFixture,
  integrationFixture,
} from '../../../../fakes/integration-fixture.ts';

const LINES = Array.from({ length: 30 }, (_, at) => `line ${at}\n`);
const FILES = {
  'long.txt': LINES.join(''),
  'other/long.txt': LINES.join('').replaceAll('line', 'row'),
  'crlf.txt': 'a\r\nb\r\n',
  binary: Buffer.from([0, 1, 2, 3, 255]),
  'dir/deep/d.txt': 'd\n',
  '.gitattributes': '*.txt text eol=crlf filter=lfs\n*.bin diff=lfs merge=lfs\n',
};

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture(FILES);
});
afterEach(() => fixture.close());

const idOf = (at: number) => `01PATCH${at}`;
function stackOf(patches: readonly CapturedPatch[], onto = fixture.base): StackOrder {
  return { onto, changes: patches.map((patch, at) => candidateOrder(patch, onto, idOf(at))) };
}
const refs = () => fixture.repo.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/patchbay/keep');

/** Each by git itself, on whatever came out before. */
async function oneByOne({ onto, changes }: StackOrder): Promise<readonly CandidateOutcome[]> {
  const reader = openObjectReader(fixture.git);
  const refs = openRefUpdater(fixture.git);
  const objects = { write: async () => undefined };
  const ports = { git: fixture.git, reader, objects, refs, faults: { at: () => undefined }, identity: IDENTITY };
  const outcomes: CandidateOutcome[] = [];
  let head = onto;
  for (const change of changes) {
    const outcome = await buildByPlumbing(ports, { ...change, onto: head });
    outcomes.push(outcome);
    if (outcome.kind === 'built') head = outcome.commit;
  }
  await Promise.all([reader.close(), refs.close()]);
  return outcomes;
}

/** One line of a long file changed, so that changes meet in a file, in a line, or not at all. */
const edit = fc
  .tuple(fc.constantFrom('long.txt', 'other/long.txt'), fc.integer({ min: 0, max: 29 }), fc.constantFrom('X', 'Y'))
  .map(([path, at, word]): Change => {
    const lines = (FILES[path as 'long.txt'] ?? '').split('\n'); // both are texts
    lines[at] = `${word} ${at}`;
    return { [path]: lines.join('\n') };
  });
const whole = fc.dictionary(
  fc.constantFrom('crlf.txt', 'binary', 'dir/deep/d.txt', 'dir', 'new.bin', 'dir/deep', 'é/ü'),
  fc.constantFrom<Change[string]>('x\n', 'a\nb\r\n', null, Buffer.from([0, 9, 0, 9]), Buffer.alloc(3_000, 7)),
  { minKeys: 1, maxKeys: 2 },
);
const move = fc
  .constantFrom('long.txt', 'binary', 'crlf.txt')
  .map((path): Change => ({ [path]: null, [`moved/${path}`]: FILES[path as 'binary'] })); // all three are keys
const change = fc.oneof(
  { weight: 4, arbitrary: edit },
  { weight: 2, arbitrary: whole },
  { weight: 1, arbitrary: move },
);

function fits(change: Change): boolean {
  const paths = Object.keys(change).filter((path) => change[path] !== null);
  return !paths.some((path) => paths.some((other) => other.startsWith(`${path}/`)));
}

describe('buildStack', () => {
  it('gives the outcomes that git gives for its patches one by one, in the same commits', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(change.filter(fits), { minLength: 2, maxLength: 5 }), async (changes) => {
        const patches: CapturedPatch[] = [];
        for (const one of changes) {
          const patch = await captureChange(fixture.git, fixture.base, one);
          if (patch.diff.length > 0) patches.push(patch);
        }
        const order = stackOf(patches);
        const expected = await oneByOne(order);
        for (const { kind } of expected) seen.add(kind);
        expect(await fixture.integration.buildStack(order)).toEqual(expected);
      }),
      // The same stacks every time, with conflicts among them; others by another seed.
      { numRuns: 12, seed: Number(process.env.PATCHBAY_SEED ?? 7) },
    );
    expect([...seen].sort()).toEqual(['built', 'conflict']);
    expect(fixture.repo.git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
  });

  it('keeps each of its commits by a ref, and writes one pack for all', async () => {
    const patches = [];
    for (const path of ['p', 'q/r', 'q/s', 't/u/v'])
      patches.push(await captureChange(fixture.git, fixture.base, { [path]: `${path}\n` }));
    const packs = () => Number(/packs: (\d+)/.exec(fixture.repo.git('count-objects', '-v'))?.[1]);
    const before = packs();
    const outcomes = await fixture.integration.buildStack(stackOf(patches));
    const commits = outcomes.map((outcome) => (outcome.kind === 'built' ? outcome.commit : outcome.message));
    expect(packs()).toBe(before + 1);
    expect(refs().split('\n')).toEqual(commits.map((commit, at) => `refs/patchbay/keep/${idOf(at)} ${commit}`));
    expect(fixture.repo.git('log', '--format=%H', '--reverse', `${fixture.base}..${commits[3]}`).split('\n')).toEqual(
      commits,
    );
  });

  it('builds the next on what is below one that conflicts', async () => {
    const make = (text: string) => captureChange(fixture.git, fixture.base, { 'dir/deep/d.txt': text });
    const last = await captureChange(fixture.git, fixture.base, { last: 'last\n' });
    const order = stackOf([await make('one\n'), await make('two\n'), last]);
    const outcomes = await fixture.integration.buildStack(order);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['built', 'conflict', 'built']);
    const top = outcomes[2]?.kind === 'built' ? outcomes[2].commit : '';
    expect(fixture.repo.git('show', `${top}:dir/deep/d.txt`)).toBe('one');
    expect(refs().split('\n')).toHaveLength(2);
  });

  for (const point of ['pack-before-name', 'pack-before-index', 'candidate-after-objects', 'candidate-after-keep']) {
    it(`leaves no ref without its objects when it ends at ${point}, and gives the same again`, async () => {
      const patches = [
        await captureChange(fixture.git, fixture.base, { p: 'p\n' }),
        await captureChange(fixture.git, fixture.base, { q: 'q\n' }),
      ];
      fixture.failAt(point);
      await expect(fixture.integration.buildStack(stackOf(patches))).rejects.toThrow(point);
      fixture.failAt(null);
      expect(refs() === '').toBe(point !== 'candidate-after-keep');
      expect(fixture.repo.git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
      const again = await fixture.integration.buildStack(stackOf(patches));
      expect(again).toEqual(await oneByOne(stackOf(patches)));
    });
  }
});
