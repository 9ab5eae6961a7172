// Conflicts with a real git: every kind, the lines, the other side, the versions that a ref keeps, and a crash between two steps.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Conflict, type ConflictKind, conflictRef } from '../../../../../src/shared/domain/conflict.ts';
import type { CandidateOrder, CandidateOutcome } from '../../../../../src/shared/ports/integration.ts';
import { type Change, captureChange, capturedTree } from '../../../../fakes/capture-change.ts';
import { candidateOrder, type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `line ${from + n}\n`).join('');
const FILES = {
  'a.txt': lines(1, 40),
  'b.txt': lines(101, 120),
  'c.txt': lines(201, 220),
  'bin.dat': Buffer.from(Array.from({ length: 500 }, (_, n) => n % 256)),
  'dir/d.txt': 'd\n',
};
const bin = (seed: number) => Buffer.from(Array.from({ length: 500 }, (_, n) => (n * seed) % 256));
const swap = (file: 'a.txt' | 'b.txt', from: number, word: string) =>
  FILES[file].replace(`line ${from}\n`, `${word}\n`);

let fixture: IntegrationFixture;
beforeEach(async () => {
  fixture = await integrationFixture(FILES);
});
afterEach(() => fixture.close());

const capture = (change: Change) => captureChange(fixture.git, fixture.base, change);

async function headOf(change: Change): Promise<string> {
  const built = await fixture.integration.buildCandidate(
    candidateOrder(await capture(change), fixture.base, '01OTHER'),
  );
  if (built.kind !== 'built') throw new Error(built.message);
  return built.commit;
}

async function meet(patch: Change, head: Change): Promise<CandidateOutcome> {
  return fixture.integration.buildCandidate(candidateOrder(await capture(patch), await headOf(head)));
}

function conflictOf(outcome: CandidateOutcome): Conflict {
  if (outcome.kind !== 'conflict' || outcome.conflict === undefined) throw new Error(JSON.stringify(outcome));
  return outcome.conflict;
}

async function conflict(patch: Change, head: Change): Promise<Conflict> {
  return conflictOf(await meet(patch, head));
}

const show = (oid: string | undefined) => fixture.repo.git('cat-file', '-p', oid ?? '');

describe('the kind of a conflict', () => {
  const kinds: Readonly<Record<string, readonly [Change, Change, ConflictKind, string]>> = {
    content: [{ 'a.txt': swap('a.txt', 3, 'mine') }, { 'a.txt': swap('a.txt', 3, 'theirs') }, 'content', 'a.txt'],
    'changed and deleted': [{ 'b.txt': swap('b.txt', 103, 'x') }, { 'b.txt': null }, 'modify_delete', 'b.txt'],
    'deleted and changed': [{ 'b.txt': null }, { 'b.txt': swap('b.txt', 103, 'x') }, 'modify_delete', 'b.txt'],
    'both added': [{ 'n.txt': 'mine\n' }, { 'n.txt': 'theirs\n' }, 'add_add', 'n.txt'],
    'renamed to two names': [
      { 'b.txt': null, 'mine.txt': FILES['b.txt'] },
      { 'b.txt': null, 'theirs.txt': FILES['b.txt'] },
      'rename_rename',
      'theirs.txt',
    ],
    'renamed and deleted': [
      { 'b.txt': null, 'mine.txt': FILES['b.txt'] },
      { 'b.txt': null },
      'rename_delete',
      'mine.txt',
    ],
    'two files to one name': [
      { 'b.txt': null, 'one.txt': FILES['b.txt'] },
      { 'c.txt': null, 'one.txt': FILES['c.txt'] },
      'add_add',
      'one.txt',
    ],
    binary: [{ 'bin.dat': bin(3) }, { 'bin.dat': bin(7) }, 'binary', 'bin.dat'],
    'a file where a folder came to be': [{ n: 'mine\n' }, { 'n/x': 'theirs\n' }, 'file_folder', 'n'],
    'a folder where a file came to be': [{ 'n/x': 'mine\n' }, { n: 'theirs\n' }, 'file_folder', 'n'],
    'a file and a link': [{ n: 'mine\n' }, { n: { link: 'a.txt' } }, 'type', 'n'],
  };
  for (const [name, [patch, head, kind, path]] of Object.entries(kinds)) {
    it(`is known with its file: ${name}`, async () => {
      const found = await conflict(patch, head);
      expect(found.files.map((file) => [file.path, file.kind])).toEqual([[path, kind]]);
      expect(found).toMatchObject({ joined: false, moreFiles: 0, base: fixture.base });
      expect(readdirSync(fixture.git.shadowDir).filter((file) => file.startsWith('merge-'))).toEqual([]);
    });
  }

  it('is known of modes that differ in a file that both added', async () => {
    const captured = async (mode: string) => {
      const blob = fixture.repo.git('hash-object', '-w', 'a.txt');
      const index = join(fixture.repo.folder, 'modes.index');
      const call = { on: 'shadow', indexFile: index } as const;
      await fixture.git.run(['read-tree', fixture.base], call);
      await fixture.git.run(['update-index', '--add', '--cacheinfo', `${mode},${blob},tool.sh`], call);
      return capturedTree(fixture.git, fixture.base, await fixture.git.text(['write-tree'], call));
    };
    const head = await fixture.integration.buildCandidate(
      candidateOrder(await captured('100755'), fixture.base, '01OTHER'),
    );
    if (head.kind !== 'built') throw new Error(head.message);
    const found = conflictOf(
      await fixture.integration.buildCandidate(candidateOrder(await captured('100644'), head.commit)),
    );
    expect(found.files).toMatchObject([
      { path: 'tool.sh', kind: 'mode', head: { mode: '100755' }, patch: { mode: '100644' } },
    ]);
  });

  it('is known of a submodule that both moved', async () => {
    const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(40));
    const moved = async (from: string, commit: string | undefined) => {
      const call = { on: 'shadow', indexFile: join(fixture.repo.folder, 'sub.index') } as const;
      await fixture.git.run(['read-tree', from], call);
      await fixture.git.run(['update-index', '--add', '--cacheinfo', `160000,${commit},lib`], call);
      return fixture.git.text(['write-tree'], call);
    };
    const tree = await moved(fixture.base, one);
    const base = await fixture.git.text(['commit-tree', tree, '-p', fixture.base, '-m', 'a submodule'], {
      on: 'shadow',
    });
    const patch = await capturedTree(fixture.git, base, await moved(base, two));
    const head = await fixture.git.text(['commit-tree', await moved(base, three), '-p', base, '-m', 'x'], {
      on: 'shadow',
    });
    const found = conflictOf(await fixture.integration.buildCandidate(candidateOrder(patch, head)));
    expect(found.files).toMatchObject([
      { path: 'lib', kind: 'submodule', base: { oid: one }, patch: { oid: two }, head: { oid: three } },
    ]);
  });
});

describe('the facts of a conflict', () => {
  it('are the lines in all three versions, and not the places where both did the same or only one did something', async () => {
    const patch = `mine 0\n${FILES['a.txt'].replace('line 20\n', 'mine 20\n').replace('line 30\n', 'same\n').replace('line 38\n', 'mine 38\n')}`;
    const head = FILES['a.txt'].replace('line 20\nline 21\n', 'theirs 20\n').replace('line 30\n', 'same\n');
    const { files } = await conflict({ 'a.txt': patch }, { 'a.txt': head });
    expect(files[0]?.regions).toEqual([
      { base: { start: 20, lines: 2 }, head: { start: 20, lines: 1 }, patch: { start: 21, lines: 2 } },
    ]);
  });

  it('are whole files where both were added', async () => {
    const { files } = await conflict({ n: 'x\ny\n' }, { n: 'z\n' });
    expect(files[0]).toMatchObject({
      base: null,
      regions: [{ head: { start: 1, lines: 1 }, patch: { start: 1, lines: 2 } }],
    });
  });

  it('name the commit of the other side and its patch, also of what stands in the way', async () => {
    const onto = await headOf({ 'n/x': 'theirs\n', 'a.txt': swap('a.txt', 3, 'theirs') });
    const order = candidateOrder(await capture({ n: 'mine\n', 'a.txt': swap('a.txt', 3, 'mine') }), onto);
    const { files } = conflictOf(await fixture.integration.buildCandidate(order));
    const otherSide = { commit: onto, changeId: '01OTHER' };
    expect(files).toMatchObject([
      { path: 'a.txt', otherSide },
      { path: 'n', otherSide },
    ]);
  });

  it('keep three versions and the merge with its markers alive', async () => {
    const found = await conflict({ 'a.txt': swap('a.txt', 3, 'mine') }, { 'a.txt': swap('a.txt', 3, 'theirs') });
    expect(await fixture.integration.readRef(conflictRef('01PATCH'))).toBe(found.merge);
    fixture.repo.git('gc', '-q', '--prune=now');
    const [file] = found.files;
    expect(show(file?.base?.oid)).toContain('line 3');
    expect(show(file?.head?.oid)).toContain('theirs');
    expect(show(file?.patch?.oid)).toContain('mine');
    const merged = fixture.repo.git('show', `${found.merge}:a.txt`);
    expect(merged).toContain('<<<<<<< run\ntheirs\n=======\nmine\n>>>>>>> patch\n');
    expect(fixture.repo.git('fsck', '--strict', '--full', '--no-dangling')).toBe('');
  });

  it('are the same after a crash at any point, and after git has pruned the patch', async () => {
    const patch = await capture({ 'a.txt': swap('a.txt', 3, 'mine'), 'new.bin': bin(5) });
    const order: CandidateOrder = candidateOrder(patch, await headOf({ 'a.txt': swap('a.txt', 3, 'theirs') }));
    const outcomes = new Set<string>();
    for (const point of ['conflict-after-objects', 'conflict-after-ref']) {
      fixture.failAt(point);
      await expect(fixture.integration.buildCandidate(order)).rejects.toThrow(point);
      fixture.failAt(null);
      outcomes.add(JSON.stringify(await fixture.integration.buildCandidate(order)));
      fixture.repo.git('update-ref', '-d', conflictRef('01PATCH'));
      fixture.repo.git('prune', '--expire=now');
    }
    outcomes.add(JSON.stringify(await fixture.integration.buildCandidate(order)));
    expect(outcomes.size).toBe(1);
  });

  it('are bounded', async () => {
    const many = (word: string) => Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`many/${n}`, `${word}\n`]));
    const outcome = await meet(many('mine'), many('theirs'));
    expect(conflictOf(outcome)).toMatchObject({ moreFiles: 10 });
    expect(conflictOf(outcome).files).toHaveLength(50);
    expect(outcome).toMatchObject({ message: expect.stringMatching(/ and 10 more$/) });
  });
});

describe('what does not apply and can be joined', () => {
  it('becomes a candidate where both deleted or renamed the same, in which only the patch’s paths differ', async () => {
    const patch = { 'b.txt': null, 'c.txt': null, 'moved.txt': FILES['c.txt'], 'a.txt': swap('a.txt', 3, 'mine') };
    const head = { 'b.txt': null, 'c.txt': null, 'moved.txt': FILES['c.txt'], 'a.txt': swap('a.txt', 30, 'theirs') };
    const built = await meet(patch, head);
    if (built.kind !== 'built') throw new Error(built.message);
    const text = fixture.repo.git('show', `${built.commit}:a.txt`);
    expect(text).toContain('mine');
    expect(text).toContain('theirs');
    expect(fixture.repo.git('ls-tree', '--name-only', built.commit).split('\n')).toEqual([
      'a.txt',
      'bin.dat',
      'dir',
      'moved.txt',
    ]);
  });

  it('is a conflict where the head renamed the file: nobody said that the patch may write the new one', async () => {
    const outcome = await meet(
      { 'b.txt': swap('b.txt', 103, 'mine') },
      { 'b.txt': null, 'moved/b.txt': FILES['b.txt'] },
    );
    const found = conflictOf(outcome);
    expect(found).toMatchObject({
      joined: true,
      files: [{ path: 'moved/b.txt', kind: 'rename', base: { path: 'b.txt' }, patch: { path: 'b.txt' } }],
    });
    expect(fixture.repo.git('show', `${found.merge}:moved/b.txt`)).toContain('mine');
    expect(outcome).toMatchObject({
      message: expect.stringContaining('moved/b.txt (rename)'),
      joined: { base: found.onto, tree: fixture.repo.git('rev-parse', `${found.merge}^{tree}`), hunks: 1 },
    });
    const files = outcome.kind === 'conflict' ? outcome.joined?.files : [];
    expect(files).toMatchObject([{ path: 'moved/b.txt', change: 'modified', insertions: 1, deletions: 1 }]);
  });

  it('puts a new file where the patch says, not where the head moved its folder', async () => {
    const built = await meet(
      { 'dir/new.txt': 'n\n', 'c.txt': null },
      { 'dir/d.txt': null, 'elsewhere/d.txt': FILES['dir/d.txt'], 'c.txt': null },
    );
    if (built.kind !== 'built') throw new Error(built.message);
    expect(fixture.repo.git('show', `${built.commit}:dir/new.txt`)).toBe('n');
  });
});

describe('a git that cannot merge trees', () => {
  it('still tells the kind and the files', async () => {
    Object.assign(fixture.git, { version: { major: 2, minor: 32 } });
    const outcome = await meet({ 'a.txt': swap('a.txt', 3, 'mine') }, { 'a.txt': swap('a.txt', 3, 'theirs') });
    expect(outcome).toEqual({
      kind: 'conflict',
      files: ['a.txt'],
      message: expect.stringContaining('a.txt (content)'),
    });
  });
});
