// The diff view shows both sides of a file, also of a patch whose objects git has let go of.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileSides } from '../../../../src/shared/ports/integration.ts';
import { type Change, captureChange } from '../../../fakes/capture-change.ts';
import { type IntegrationFixture, integrationFixture } from '../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture({ 'a.txt': 'one\ntwo\nthree', 'b.txt': 'b\n' });
});
afterEach(() => fixture.close());

async function sidesOf(change: Change, before: () => unknown = () => null): Promise<readonly FileSides[]> {
  const { files, diff } = await captureChange(fixture.git, fixture.base, change);
  before();
  return Promise.all(files.map((file) => fixture.integration.fileSides(file, diff)));
}

describe('fileSides', () => {
  it('gives both sides, null where one is absent', async () => {
    expect(await sidesOf({ 'a.txt': 'one\nzwei\nthree', 'b.txt': null, 'c.txt': 'c\n' })).toEqual([
      { before: 'one\ntwo\nthree', after: 'one\nzwei\nthree', note: null },
      { before: 'b\n', after: null, note: null },
      { before: null, after: 'c\n', note: null },
    ]);
  });

  it('says why a side is not shown', async () => {
    const large = 'x'.repeat(1024 * 1024 + 1);
    const [big, binary] = await sidesOf({ 'big.txt': large, 'x.bin': Buffer.from([0]) });
    expect(big).toMatchObject({ after: null, note: expect.stringContaining('Larger than 1 MiB') });
    expect(binary).toMatchObject({ after: null, note: expect.stringContaining('binary') });
  });

  it('computes what git pruned from the diff and the other side', async () => {
    const prune = () => fixture.repo.git('prune', '--expire=now');
    expect(await sidesOf({ 'a.txt': 'one\nzwei\nthree\n', 'c.txt': 'c' }, prune)).toEqual([
      { before: 'one\ntwo\nthree', after: 'one\nzwei\nthree\n', note: null },
      { before: null, after: 'c', note: null },
    ]);
  });

  it('computes the old side backwards where only the new one is left', async () => {
    const { files, diff } = await captureChange(fixture.git, fixture.base, { 'a.txt': 'eins\ntwo\nthree\nfour\n' });
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    const gone = { ...file, oldOid: '1'.repeat(40) };
    expect(await fixture.integration.fileSides(gone, diff)).toMatchObject({ before: 'one\ntwo\nthree', note: null });
    const both = { ...gone, newOid: '2'.repeat(40) };
    expect(await fixture.integration.fileSides(both, diff)).toMatchObject({
      before: null,
      after: null,
      note: expect.stringContaining('no longer'),
    });
  });
});
