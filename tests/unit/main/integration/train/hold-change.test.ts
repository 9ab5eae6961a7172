// A direct change is held by a ref before anything else, and only the rules for every commit bind it.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeRef } from '../../../../../src/shared/domain/direct-change.ts';
import { toConstraints } from '../../../../../src/shared/plan/effective-policy.ts';
import type { HoldOrder } from '../../../../../src/shared/ports/integration.ts';
import { type Change, captureChange } from '../../../../fakes/capture-change.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture({ 'src/a.txt': 'a\n', 'package.json': '{}\n' });
});
afterEach(() => fixture.close());

const REF = changeRef('01CHANGE');

async function orderOf(change: Change, more: Partial<HoldOrder> = {}): Promise<HoldOrder> {
  const { base, tree } = await captureChange(fixture.git, fixture.base, change);
  const scope = { read: [], write: [], create: [], forbidden: [] };
  const limits = { maxLinesChanged: 1, maxFilesChanged: 1, forbidBinary: true, forbidPaths: ['secret/**'] };
  const constraints = { ...toConstraints({}, []), ...limits };
  return { changeId: '01CHANGE', base, tree, scope, constraints, atSeconds: 1_700_000_000, ...more };
}

it('a ref holds its tree through a gc, and doing it twice is doing it once', async () => {
  const order = await orderOf({ 'src/a.txt': 'b\n' });
  await fixture.integration.holdChange(order);
  const first = fixture.repo.git('rev-parse', REF);
  await fixture.integration.holdChange(order);
  expect(fixture.repo.git('rev-parse', REF)).toBe(first);
  fixture.repo.git('gc', '--prune=now', '--quiet');
  expect(fixture.repo.git('rev-parse', `${REF}^{tree}`)).toBe(order.tree);
  expect(fixture.repo.git('rev-parse', `${REF}^`)).toBe(fixture.base);
  expect(fixture.repo.git('show', '-s', '--format=%B', REF)).toContain('Patchbay-Unprotected: direct-edit');
});

it('a tree that git has lost is an error, and no ref is made', async () => {
  const order = await orderOf({ 'src/a.txt': 'b\n' });
  fixture.repo.git('gc', '--prune=now', '--quiet');
  await expect(fixture.integration.holdChange(order)).rejects.toMatchObject({ code: 'E_GIT' });
  expect(await fixture.integration.readRef(REF)).toBeNull();
});

it('limits of patches are told and not enforced', async () => {
  const change = {
    'src/a.txt': 'b\n'.repeat(50),
    'secret/key.txt': 'k\n',
    'logo.bin': Buffer.from([0, 1, 2, 0]),
    Makefile: 'all:\n',
    'src/hidden.txt': 'a\u202eb\n',
  };
  const check = await fixture.integration.holdChange(await orderOf(change));
  expect(check.refusals).toEqual([]);
  expect(new Set(check.waived.map(({ rule }) => rule))).toEqual(
    new Set(['size', 'forbidden-paths', 'binary', 'protected-paths', 'hidden-characters']),
  );
});

it.each<readonly [string, Change, Partial<HoldOrder>]>([
  ['git-directory', { 'src/.gitmodules': 'x\n' }, {}],
  ['portable-path', { 'src/aux.txt': 'x\n' }, {}],
  ['file-modes', { 'src/link': { link: '/etc/passwd' } }, {}],
  ['name-collision', { 'src/A.txt': 'x\n' }, {}],
  ['scope', { 'other.txt': 'x\n' }, { scope: { read: [], write: ['src/**'], create: [], forbidden: [] } }],
])('the rule %s binds a direct change too', async (rule, change, more) => {
  const check = await fixture.integration.holdChange(await orderOf(change, more));
  expect(check.refusals.map((one) => one.rule)).toContain(rule);
  expect(await fixture.integration.readRef(REF), 'and what it refuses is kept').not.toBeNull();
});

it('a change larger than any patch is judged and refused for nothing but the binding rules', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`src/f${at}.txt`, 'line\n'.repeat(100)]));
  const check = await fixture.integration.holdChange(await orderOf(many));
  expect(check.refusals).toEqual([]);
  const bad = await fixture.integration.holdChange(await orderOf({ ...many, 'src/aux.txt': 'x\n' }));
  expect(bad.refusals.map((one) => one.rule)).toEqual(['portable-path']);
});

it('the diff between base and tree is the one that was captured', async () => {
  const { base, tree, diff } = await captureChange(fixture.git, fixture.base, {
    'src/a.txt': null,
    'src/b.txt': 'a\n',
  });
  expect(Buffer.from(await fixture.integration.diffBetween(base, tree)).equals(Buffer.from(diff))).toBe(true);
});
