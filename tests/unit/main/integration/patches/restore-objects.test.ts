// The user's `git gc` may come at any moment: a patch that no ref holds yet is made whole again from its diff.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CapturedPatch } from '../../../../../src/shared/domain/patch.ts';
import { toConstraints } from '../../../../../src/shared/plan/effective-policy.ts';
import { type Change, captureChange } from '../../../../fakes/capture-change.ts';
import { candidateOrder, type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture({ 'a.txt': 'one\ntwo\n', 'dir/b.txt': 'b\n', 'dir/old.txt': 'moves\n' });
});
afterEach(() => fixture.close());

const CHANGE: Change = {
  'a.txt': 'one\nzwei\n',
  'dir/b.txt': null,
  'dir/old.txt': null,
  'new/deep/old.txt': 'moves\n',
  'raw.bin': Buffer.from([0, 1, 2, 255]),
};
const exists = (oid: string) => fixture.repo.git('cat-file', '--batch-check', '--batch-all-objects').includes(oid);
const collect = () => fixture.repo.git('gc', '-q', '--prune=now');

function validate(patch: CapturedPatch) {
  const scope = { read: [], write: [], create: [], forbidden: [] };
  const constraints = toConstraints({}, []);
  const { base, tree, diff } = patch;
  return fixture.integration.validate({ patchId: '01PATCH', base, tree, diff, scope, constraints });
}

test('a patch whose objects were collected after its capture is judged as if nothing had happened', async () => {
  const patch = await captureChange(fixture.git, fixture.base, CHANGE);
  const before = await validate(patch);
  collect();
  expect(exists(patch.tree)).toBe(false);
  expect(await validate(patch)).toEqual(before);
  expect(exists(patch.tree)).toBe(true);
  expect(existsSync(join(fixture.git.shadowDir, 'restore-01PATCH.index'))).toBe(false);
});

test('a patch whose files alone were collected is made whole, too', async () => {
  const patch = await captureChange(fixture.git, fixture.base, CHANGE);
  const before = await validate(patch);
  fixture.repo.git('update-ref', 'refs/keep/tree', patch.tree);
  const blob = patch.files.find((file) => file.path === 'a.txt')?.newOid ?? '';
  const loose = join(fixture.repo.root, '.git', 'objects', blob.slice(0, 2), blob.slice(2));
  rmSync(loose, { force: true });
  expect(await validate(patch)).toEqual(before);
  expect(existsSync(loose)).toBe(true);
});

test('a patch that was collected while it waited in the train becomes the same commit', async () => {
  const patch = await captureChange(fixture.git, fixture.base, CHANGE);
  collect();
  const built = await fixture.integration.buildCandidate(candidateOrder(patch, fixture.base));
  expect(built).toMatchObject({ kind: 'built', tree: patch.tree });
});

test('a diff that does not give the recorded tree is a fault that says so', async () => {
  const patch = await captureChange(fixture.git, fixture.base, CHANGE);
  const other = await captureChange(fixture.git, fixture.base, { 'a.txt': 'another\n' });
  collect();
  await expect(validate({ ...patch, diff: other.diff })).rejects.toMatchObject({ code: 'E_GIT' });
});
