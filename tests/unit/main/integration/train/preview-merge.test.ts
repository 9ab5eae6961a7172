// A preview says what the train would do, in its order, and leaves nothing behind.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CapturedPatch } from '../../../../../src/shared/domain/patch.ts';
import { type Change, captureChange } from '../../../../fakes/capture-change.ts';
import { candidateOrder, type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

const TEXT = Array.from({ length: 30 }, (_, n) => `line ${n + 1}\n`).join('');
const FILES = { 'a.txt': TEXT, 'b.txt': 'b\n', 'c.txt': TEXT.replaceAll('line', 'row') };

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture(FILES);
});
afterEach(() => fixture.close());

const capture = (change: Change) => captureChange(fixture.git, fixture.base, change);
const at = (line: number, word: string) => ({ 'a.txt': TEXT.replace(`line ${line}\n`, `${word}\n`) });

function everything(): string {
  const objects = readdirSync(join(fixture.repo.root, '.git', 'objects'), { recursive: true, encoding: 'utf8' });
  const refs = fixture.repo.git('for-each-ref');
  const index = readFileSync(join(fixture.repo.root, '.git', 'index'), 'latin1');
  return JSON.stringify([objects.sort(), refs, index, readdirSync(fixture.git.shadowDir).sort()]);
}

it('takes changes one after the other, says how each fits, and leaves no trace', async () => {
  const changes = await Promise.all([
    capture(at(3, 'one')),
    capture(at(20, 'two')),
    capture(at(3, 'three')),
    capture({ 'b.txt': null, 'c.txt': null, 'moved.txt': FILES['c.txt'] }),
    capture({ 'c.txt': FILES['c.txt'].replace('row 9\n', 'x\n') }),
    capture({ 'b.txt': 'B\n' }),
  ]);
  const before = everything();
  const outcomes = await fixture.integration.preview({ onto: fixture.base, changes });
  expect(outcomes).toEqual([
    { verdict: 'clean', files: [], moreFiles: 0, message: 'It fits.' },
    {
      verdict: 'merged',
      files: [{ path: 'a.txt', kind: 'content' }],
      moreFiles: 0,
      message: 'It fits; both sides are in a.txt.',
    },
    {
      verdict: 'conflict',
      files: [{ path: 'a.txt', kind: 'content' }],
      moreFiles: 0,
      message: 'It does not fit: a.txt (content)',
    },
    { verdict: 'clean', files: [], moreFiles: 0, message: 'It fits.' },
    {
      verdict: 'conflict',
      files: [{ path: 'moved.txt', kind: 'rename' }],
      moreFiles: 0,
      message: 'It does not fit: moved.txt (rename)',
    },
    {
      verdict: 'conflict',
      files: [{ path: 'b.txt', kind: 'modify_delete' }],
      moreFiles: 0,
      message: 'It does not fit: b.txt (changed here, deleted there)',
    },
  ]);
  expect(everything()).toBe(before);
});

it('still knows what fits where git cannot merge trees', async () => {
  Object.assign(fixture.git, { version: { major: 2, minor: 32 } });
  const changes = [await capture(at(3, 'one')), await capture(at(3, 'two'))];
  const outcomes = await fixture.integration.preview({ onto: fixture.base, changes });
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(['clean', 'conflict']);
});

it('previews a patch whose objects git has pruned', async () => {
  const patch = await capture({ 'b.txt': null, 'a.txt': TEXT.replace('line 3\n', 'mine\n') });
  const head = await capture({ 'b.txt': null, ...at(3, 'theirs') });
  const built = await fixture.integration.buildCandidate(candidateOrder(head, fixture.base, '01OTHER'));
  if (built.kind !== 'built') throw new Error(built.message);
  fixture.repo.git('prune', '--expire=now');
  const [outcome] = await fixture.integration.preview({ onto: built.commit, changes: [patch] });
  expect(outcome).toMatchObject({ verdict: 'conflict', files: [{ path: 'a.txt', kind: 'content' }] });
});

const content = fc.oneof(fc.constantFrom('x\n', 'b\n', TEXT, TEXT.replace('line 9\n', 'y\n')), fc.constant(null));
const change = fc.dictionary(fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'n', 'n/x'), content, {
  minKeys: 1,
  maxKeys: 3,
});

it('says of each change what the train then does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 4 }), async (given) => {
      const changes: CapturedPatch[] = [];
      for (const one of given.filter((files) => !('n' in files && 'n/x' in files))) {
        const patch = await capture(one);
        if (patch.diff.length > 0) changes.push(patch);
      }
      const said = await fixture.integration.preview({ onto: fixture.base, changes });
      let onto = fixture.base;
      for (const [n, patch] of changes.entries()) {
        const outcome = await fixture.integration.buildCandidate(candidateOrder(patch, onto, `01PATCH${n}`));
        expect(said[n]?.verdict === 'conflict').toBe(outcome.kind === 'conflict');
        if (outcome.kind === 'built') onto = outcome.commit;
        else expect(said[n]?.files.map(({ path }) => path)).toEqual(outcome.files);
      }
    }),
    { numRuns: 15, seed: Number(process.env.PATCHBAY_SEED ?? 7) },
  );
});
