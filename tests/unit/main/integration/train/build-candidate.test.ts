// A patch becomes the same commit whichever way it is built, and a crash between two steps changes nothing of that.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openObjectReader } from '../../../../../src/main/integration/git/object-reader.ts';
import { openRefUpdater } from '../../../../../src/main/integration/git/update-refs.ts';
import { buildByPlumbing } from '../../../../../src/main/integration/train/build-by-plumbing.ts';
import { buildDirectly } from '../../../../../src/main/integration/train/build-directly.ts';
import type { CandidateOrder } from '../../../../../src/shared/ports/integration.ts';
import { type Change, captureChange } from '../../../../fakes/capture-change.ts';
import {
  candidateOrder,
  IDENTITY,
  type IntegrationFixture,
  integrationFixture,
} from '../../../../fakes/integration-fixture.ts';

const FILES = {
  'a.txt': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n',
  'b.txt': 'b\n',
  'dir/c.txt': 'c\n',
  'dir/deep/d.txt': 'd\n',
  'dir.txt': 'sorts beside dir\n',
  'dir-x': 'sorts before dir\n',
};
const RUN = 'refs/patchbay/runs/01RUN/head';
const KEEP = 'refs/patchbay/keep/01PATCH';

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture(FILES);
});
afterEach(() => fixture.close());

const capture = (change: Change, base = fixture.base) => captureChange(fixture.git, base, change);

async function bothWays(order: CandidateOrder) {
  const reader = openObjectReader(fixture.git);
  const identity = `${IDENTITY.name} <${IDENTITY.email}>`;
  const computed = await buildDirectly({ reader, identity }, order);
  const direct = computed && { commit: computed.commit, tree: computed.tree };
  const refs = openRefUpdater(fixture.git);
  const objects = { write: async () => undefined };
  const ports = { git: fixture.git, reader, objects, refs, faults: { at: () => undefined }, identity: IDENTITY };
  const plumbing = await buildByPlumbing(ports, order);
  await Promise.all([reader.close(), refs.close()]);
  return { direct, plumbing };
}

describe('buildCandidate', () => {
  it('makes a commit with the patch’s tree, message and date, and a ref that keeps it', async () => {
    const patch = await capture({ 'a.txt': 'new\n', 'dir/deep/e.txt': 'e\n' });
    const built = await fixture.integration.buildCandidate(candidateOrder(patch, fixture.base));
    if (built.kind !== 'built') throw new Error(built.message);
    expect(built.tree).toBe(patch.tree);
    const shown = fixture.repo.git(
      'show',
      '-s',
      '--format=%T %P %an <%ae> %at %cn %ct %(trailers:key=Patchbay-Patch,valueonly)',
      built.commit,
    );
    const who = 'Patchbay <patchbay@localhost> 1700000000 Patchbay 1700000000 01PATCH';
    expect(shown.trim()).toBe(`${patch.tree} ${fixture.base} ${who}`);
    expect(await fixture.integration.readRef(KEEP)).toBe(built.commit);
    fixture.repo.git('gc', '-q', '--prune=now');
    expect(fixture.repo.git('fsck', '--strict', '--full')).toBe('');
    expect(fixture.repo.git('cat-file', '-t', built.commit)).toBe('commit');
  });

  it('gives the same commit for the same order, after a crash at any point', async () => {
    const order = candidateOrder(await capture({ 'a.txt': null, 'b.txt': 'B\n' }), fixture.base);
    const commits = new Set<string>();
    for (const point of ['candidate-after-objects', 'candidate-after-keep']) {
      fixture.failAt(point);
      await expect(fixture.integration.buildCandidate(order)).rejects.toThrow(point);
      fixture.failAt(null);
      const again = await fixture.integration.buildCandidate(order);
      commits.add(again.kind === 'built' ? again.commit : again.message);
    }
    expect(commits.size).toBe(1);
  });

  it('merges where another patch changed other lines of the same file', async () => {
    const mine = await capture({ 'a.txt': FILES['a.txt'].replace('eight', 'ACHT') });
    const other = await capture({ 'a.txt': FILES['a.txt'].replace('one', 'EINS') });
    const onto = await fixture.integration.buildCandidate(candidateOrder(other, fixture.base, '01OTHER'));
    if (onto.kind !== 'built') throw new Error(onto.message);
    const merged = await fixture.integration.buildCandidate(candidateOrder(mine, onto.commit));
    if (merged.kind !== 'built') throw new Error(merged.message);
    const text = fixture.repo.git('show', `${merged.commit}:a.txt`);
    expect(text).toContain('EINS');
    expect(text).toContain('ACHT');
  });

  const conflicts: Readonly<Record<string, readonly [Change, Change, string]>> = {
    content: [
      { 'a.txt': FILES['a.txt'].replace('one', 'eins') },
      { 'a.txt': FILES['a.txt'].replace('one', 'un') },
      'a.txt (content)',
    ],
    'modify and delete': [{ 'b.txt': 'B\n' }, { 'b.txt': null }, 'b.txt (changed here, deleted there)'],
    'delete and modify': [{ 'b.txt': null }, { 'b.txt': 'B\n' }, 'b.txt (deleted here, changed there)'],
    'both added': [{ 'n.txt': 'mine\n' }, { 'n.txt': 'theirs\n' }, 'n.txt (both added it)'],
    'a file where a folder came to be': [{ n: 'mine\n' }, { 'n/x': 'theirs\n' }, 'n (file and folder)'],
  };
  for (const [name, [mine, theirs, said]] of Object.entries(conflicts)) {
    it(`reports a conflict with its files: ${name}`, async () => {
      const other = await fixture.integration.buildCandidate(
        candidateOrder(await capture(theirs), fixture.base, '01OTHER'),
      );
      if (other.kind !== 'built') throw new Error(other.message);
      const outcome = await fixture.integration.buildCandidate(candidateOrder(await capture(mine), other.commit));
      expect(outcome).toMatchObject({ kind: 'conflict', message: expect.stringContaining(said) });
      expect(await fixture.integration.readRef(KEEP)).toBeNull();
      expect(readdirSync(fixture.git.shadowDir).filter((file) => file.endsWith('.index'))).toEqual([]);
    });
  }

  it('rebuilds the contents from the diff when git pruned them', async () => {
    const patch = await capture({ 'a.txt': 'rebuilt\n', 'dir/bin': Buffer.from([0, 1, 2, 3]) });
    fixture.repo.git('prune', '--expire=now');
    const built = await fixture.integration.buildCandidate(candidateOrder(patch, fixture.base));
    expect(built).toMatchObject({ kind: 'built', tree: patch.tree });
  });

  it('leaves index, files and branches of the user alone', async () => {
    writeFileSync(join(fixture.repo.root, 'a.txt'), 'my own unsaved work\n');
    const before = fixture.repo.git('status', '--porcelain=v2', '--branch');
    await fixture.integration.buildCandidate(candidateOrder(await capture({ 'a.txt': 'x\n' }), fixture.base));
    expect(fixture.repo.git('status', '--porcelain=v2', '--branch')).toBe(before);
  });
});

const name = fc.constantFrom(
  'a.txt',
  'b.txt',
  'dir/c.txt',
  'dir/deep/d.txt',
  'dir/new',
  'dir.txt',
  'dir-x',
  'é/ü',
  'dir0',
);
const content = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('x\n', 'b\n', 'one\ntwo\n', '') },
  { weight: 2, arbitrary: fc.constant(null) },
);
const change = fc.dictionary(name, content, { minKeys: 1, maxKeys: 5 });

describe('the direct way beside git’s own', () => {
  it('makes the same commit, on the base and on a head that moved elsewhere', async () => {
    const apart = await fixture.integration.buildCandidate(
      candidateOrder(await capture({ 'elsewhere/z': 'z\n' }), fixture.base, '01OTHER'),
    );
    if (apart.kind !== 'built') throw new Error(apart.message);
    await fc.assert(
      fc.asyncProperty(change, fc.boolean(), async (files, moved) => {
        const patch = await capture(files);
        fc.pre(patch.diff.length > 0);
        const { direct, plumbing } = await bothWays(candidateOrder(patch, moved ? apart.commit : fixture.base));
        expect(direct).not.toBeNull();
        expect(plumbing).toEqual({ kind: 'built', ...direct });
      }),
      { numRuns: 25 },
    );
    expect(fixture.repo.git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
  });

  it('hands over to git, and never invents a tree, where two patches touch the same files', async () => {
    await fc.assert(
      fc.asyncProperty(change, change, async (mine, theirs) => {
        const [patch, other] = [await capture(mine), await capture(theirs)];
        fc.pre(patch.diff.length > 0 && other.diff.length > 0);
        const { plumbing: head } = await bothWays(candidateOrder(other, fixture.base, '01OTHER'));
        if (head.kind !== 'built') throw new Error(head.message);
        const { direct, plumbing } = await bothWays(candidateOrder(patch, head.commit));
        if (direct !== null) expect(plumbing).toEqual({ kind: 'built', ...direct });
      }),
      { numRuns: 15 },
    );
  });
});

describe('swapHead', () => {
  async function candidate() {
    const built = await fixture.integration.buildCandidate(
      candidateOrder(await capture({ 'b.txt': 'B\n' }), fixture.base),
    );
    if (built.kind !== 'built') throw new Error(built.message);
    return built.commit;
  }

  it('creates and moves the ref, and drops the keep-ref with it', async () => {
    const commit = await candidate();
    expect(await fixture.integration.swapHead({ ref: RUN, old: null, new: fixture.base, drop: [] })).toEqual({
      kind: 'swapped',
    });
    const order = { ref: RUN, old: fixture.base, new: commit, drop: [KEEP] };
    expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'swapped' });
    expect(await fixture.integration.readRef(RUN)).toBe(commit);
    expect(await fixture.integration.readRef(KEEP)).toBeNull();
    expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'swapped' });
  });

  it('says where the ref stands when somebody moved it, and moves nothing', async () => {
    const commit = await candidate();
    fixture.repo.git('update-ref', RUN, commit);
    const order = { ref: RUN, old: null, new: fixture.base, drop: [KEEP] };
    expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'moved', actual: commit });
    expect(await fixture.integration.readRef(KEEP)).toBe(commit);
  });

  it('drops a keep-ref that a crash left beside a ref that was already moved', async () => {
    const commit = await candidate();
    fixture.repo.git('update-ref', RUN, commit);
    expect(await fixture.integration.swapHead({ ref: RUN, old: fixture.base, new: commit, drop: [KEEP] })).toEqual({
      kind: 'swapped',
    });
    expect(await fixture.integration.readRef(KEEP)).toBeNull();
  });

  it('waits for a lock that another git process holds', async () => {
    const lock = join(fixture.repo.root, '.git', `${RUN}.lock`);
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(lock, '');
    const swapped = fixture.integration.swapHead({ ref: RUN, old: null, new: fixture.base, drop: [] });
    // The lock goes only when git is at work on it: the queue reached the point before the swap.
    await expect.poll(() => fixture.points).toContain('swap-before');
    rmSync(lock);
    expect(await swapped).toEqual({ kind: 'swapped' });
  });

  it('reports a lock that never goes, leaves it where it is, and works again afterwards', async () => {
    const lock = join(fixture.repo.root, '.git', `${RUN}.lock`);
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(lock, 'theirs');
    const order = { ref: RUN, old: null, new: fixture.base, drop: [] };
    await expect(fixture.integration.swapHead(order)).rejects.toMatchObject({
      code: 'E_GIT',
      advice: expect.stringContaining('lock'),
    });
    rmSync(lock);
    expect(await fixture.integration.swapHead(order)).toEqual({ kind: 'swapped' });
  }, 60_000);

  it('runs many patches one after the other, whatever order they are asked in', async () => {
    await fixture.integration.swapHead({ ref: RUN, old: null, new: fixture.base, drop: [] });
    const patches = await Promise.all([0, 1, 2, 3].map((n) => capture({ [`n${n}.txt`]: `${n}\n` })));
    let head = fixture.base;
    for (const [n, patch] of patches.entries()) {
      const built = await fixture.integration.buildCandidate(candidateOrder(patch, head, `01PATCH${n}`));
      if (built.kind !== 'built') throw new Error(built.message);
      await fixture.integration.swapHead({
        ref: RUN,
        old: head,
        new: built.commit,
        drop: [`refs/patchbay/keep/01PATCH${n}`],
      });
      head = built.commit;
    }
    const history = await fixture.integration.history(head, fixture.base);
    expect(history.map((one) => one.trailers['Patchbay-Patch'])).toEqual([
      '01PATCH3',
      '01PATCH2',
      '01PATCH1',
      '01PATCH0',
    ]);
    expect(history[0]?.parent).toBe(history[1]?.commit);
    expect(fixture.repo.git('for-each-ref', 'refs/patchbay/keep')).toBe('');
  });
});
