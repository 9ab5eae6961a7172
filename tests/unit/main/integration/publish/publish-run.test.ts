// Publishing moves a branch forward or refuses, and a refusal changes nothing at all.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishOrder } from '../../../../../src/shared/ports/integration.ts';
import { captureChange } from '../../../../fakes/capture-change.ts';
import { candidateOrder, type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
let head: string;
beforeEach(async () => {
  fixture = await integrationFixture({ 'a.txt': 'a\n', 'b.txt': 'b\n', '.gitignore': 'ignored\n' });
  const patch = await captureChange(fixture.git, fixture.base, { 'a.txt': 'A\n', 'new/c.txt': 'c\n', 'b.txt': null });
  const built = await fixture.integration.buildCandidate(candidateOrder(patch, fixture.base));
  if (built.kind !== 'built') throw new Error(built.message);
  head = built.commit;
});
afterEach(() => fixture.close());

function order(branch: string, more: Partial<PublishOrder> = {}): PublishOrder {
  const { base } = fixture;
  return {
    runId: '01RUN',
    head,
    base,
    branch,
    mode: 'ff',
    preview: false,
    message: 'publish',
    atSeconds: 1_700_000_000,
    ...more,
  };
}
const publish = (branch: string, more?: Partial<PublishOrder>) => fixture.integration.publish(order(branch, more));
const tip = (branch: string) => fixture.repo.git('rev-parse', `refs/heads/${branch}`);
const state = () => fixture.repo.git('for-each-ref') + fixture.repo.git('status', '--porcelain=v2', '--branch');
const write = (path: string, text: string) => {
  mkdirSync(join(fixture.repo.root, path, '..'), { recursive: true });
  writeFileSync(join(fixture.repo.root, path), text);
};

async function refused(branch: string, code: string, more?: Partial<PublishOrder>): Promise<void> {
  const before = state();
  await expect(publish(branch, more)).rejects.toMatchObject({ code, advice: expect.stringMatching(/./) });
  expect(state()).toBe(before);
}

describe('publish to a branch that is not checked out', () => {
  it('creates it at the head and leaves the checkout alone', async () => {
    write('a.txt', 'my own work\n');
    const outcome = await publish('feature/x');
    expect(outcome).toEqual({
      branch: 'feature/x',
      from: null,
      to: head,
      files: ['a.txt', 'b.txt', 'new/c.txt'],
      checkoutUpdated: false,
    });
    expect(tip('feature/x')).toBe(head);
    expect(readFileSync(join(fixture.repo.root, 'a.txt'), 'utf8')).toBe('my own work\n');
  });

  it('moves it forward, and does nothing the second time', async () => {
    fixture.repo.git('branch', 'there');
    expect(await publish('there')).toMatchObject({ from: fixture.base, to: head, checkoutUpdated: false });
    expect(await publish('there')).toMatchObject({ from: head, to: head, files: [] });
  });

  it('makes a merge commit or one squashed commit, always of the gated tree', async () => {
    fixture.repo.git('branch', 'merged');
    fixture.repo.git('branch', 'squashed');
    const merged = await publish('merged', { mode: 'merge', message: 'merge the run' });
    expect(fixture.repo.git('show', '-s', '--format=%P %s', merged.to)).toBe(`${fixture.base} ${head} merge the run`);
    const squashed = await publish('squashed', { mode: 'squash' });
    expect(fixture.repo.git('show', '-s', '--format=%P', squashed.to)).toBe(fixture.base);
    for (const branch of ['merged', 'squashed']) expect(fixture.repo.git('diff', '--stat', branch, head)).toBe('');
  });

  it('shows in a preview what it would do and writes nothing', async () => {
    fixture.repo.git('branch', 'there');
    const before = state() + fixture.repo.git('count-objects', '-v');
    const preview = await publish('there', { mode: 'squash', preview: true });
    expect(state() + fixture.repo.git('count-objects', '-v')).toBe(before);
    expect(await publish('there', { mode: 'squash' })).toEqual(preview);
  });

  it('refuses a branch that moved elsewhere, in every mode', async () => {
    fixture.repo.git('checkout', '-q', '-b', 'moved');
    fixture.repo.commit({ 'z.txt': 'z\n' });
    fixture.repo.git('checkout', '-q', 'main');
    await refused('moved', 'E_BRANCH_MOVED');
    await refused('moved', 'E_NOT_GATED', { mode: 'merge' });
    await refused('moved', 'E_NOT_GATED', { mode: 'squash' });
  });

  it('does nothing to a branch that holds the run already, in every mode, also with more on top', async () => {
    for (const mode of ['ff', 'merge', 'squash'] as const) {
      fixture.repo.git('branch', mode, fixture.base);
      const { to } = await publish(mode, { mode });
      expect(await publish(mode, { mode })).toMatchObject({ from: to, to, files: [], checkoutUpdated: false });
    }
    fixture.repo.git('checkout', '-q', 'ff');
    const more = fixture.repo.commit({ 'z.txt': 'z\n' });
    expect(await publish('ff')).toMatchObject({ from: more, to: more, files: [] });
    expect(await publish('ff', { mode: 'merge' })).toMatchObject({ to: more });
  });

  it('refuses a name that git keeps as a folder of another branch, or below one', async () => {
    fixture.repo.git('branch', 'team/part/x');
    await refused('team', 'E_USAGE');
    await refused('team/part', 'E_USAGE');
    await refused('team/part/x/y', 'E_USAGE');
    await refused('main/y', 'E_USAGE');
    expect(await publish('team/part/y')).toMatchObject({ from: null, to: head });
    expect(await publish('team/part/x')).toMatchObject({ to: head });
  });

  it('refuses what is no branch name', async () => {
    for (const branch of ['', '-f', 'a..b', 'x y', 'refs/heads/x', 'HEAD', '@{-1}', 'a.lock', 'x/'])
      await refused(branch, 'E_USAGE');
    fixture.repo.git('symbolic-ref', 'refs/heads/alias', 'refs/heads/main');
    await refused('alias', 'E_USAGE');
  });
});

describe('publish to the branch that is checked out', () => {
  it('moves branch, index and files together', async () => {
    expect(await publish('main')).toMatchObject({ to: head, checkoutUpdated: true });
    expect(fixture.repo.git('status', '--porcelain')).toBe('');
    expect(readFileSync(join(fixture.repo.root, 'new/c.txt'), 'utf8')).toBe('c\n');
    expect(existsSync(join(fixture.repo.root, 'b.txt'))).toBe(false);
  });

  it('updates it with a merge commit, keeps untracked files, and runs no hook', async () => {
    write('mine.txt', 'mine\n');
    write('.git/hooks/post-merge', '#!/bin/sh\ntouch hook-ran\n');
    fixture.repo.git('config', 'core.hooksPath', '.git/hooks');
    await publish('main', { mode: 'merge' });
    expect(fixture.repo.git('status', '--porcelain')).toBe('?? mine.txt');
  });

  it('refuses while tracked files are changed, staged or deleted', async () => {
    write('b.txt', 'changed\n');
    await refused('main', 'E_DIRTY_CHECKOUT');
    fixture.repo.git('add', 'b.txt');
    await refused('main', 'E_DIRTY_CHECKOUT', { mode: 'squash' });
  });

  it('names the lock of another git command, and goes through when it is gone', async () => {
    const lock = join(fixture.repo.root, '.git', 'index.lock');
    writeFileSync(lock, '');
    await refused('main', 'E_GIT');
    await expect(publish('main')).rejects.toMatchObject({
      message: expect.stringContaining(`another git command holds ${lock}`),
      advice: expect.stringMatching(/^Finish that command .* delete that file/),
      values: { lock },
    });
    rmSync(lock);
    expect(await publish('main')).toMatchObject({ to: head, checkoutUpdated: true });
  });

  it('refuses to overwrite an untracked or ignored file', async () => {
    write('new/c.txt', 'precious\n');
    await refused('main', 'E_DIRTY_CHECKOUT');
    fixture.repo.git('config', 'core.excludesFile', join(fixture.repo.folder, 'excludes'));
    writeFileSync(join(fixture.repo.folder, 'excludes'), 'new/\n');
    await refused('main', 'E_DIRTY_CHECKOUT');
    expect(readFileSync(join(fixture.repo.root, 'new/c.txt'), 'utf8')).toBe('precious\n');
  });

  it('turns a file into a folder and a folder into a file, unless something of the user is in there', async () => {
    fixture.repo.commit({ 'was-folder/deep/x.txt': 'x\n' });
    const now = fixture.repo.git('rev-parse', 'HEAD');
    const edits = { 'a.txt': null, 'a.txt/in.txt': 'in\n', 'was-folder/deep/x.txt': null, 'was-folder': 'file\n' };
    const built = await fixture.integration.buildCandidate(
      candidateOrder(await captureChange(fixture.git, now, edits), now),
    );
    if (built.kind !== 'built') throw new Error(built.message);
    const swapped = { base: now, head: built.commit };
    write('was-folder/deep/ignored', 'mine\n');
    await refused('main', 'E_DIRTY_CHECKOUT', swapped);
    rmSync(join(fixture.repo.root, 'was-folder/deep/ignored'));
    expect(await publish('main', swapped)).toMatchObject({ to: built.commit, checkoutUpdated: true });
    expect(fixture.repo.git('status', '--porcelain')).toBe('');
    expect(readFileSync(join(fixture.repo.root, 'a.txt/in.txt'), 'utf8')).toBe('in\n');
    expect(readFileSync(join(fixture.repo.root, 'was-folder'), 'utf8')).toBe('file\n');
  });

  it('refuses in the middle of a merge', async () => {
    write('.git/MERGE_HEAD', `${fixture.base}\n`);
    await refused('main', 'E_DIRTY_CHECKOUT');
  });

  it('knows branches of linked worktrees', async () => {
    const linked = join(fixture.repo.folder, 'linked');
    fixture.repo.git('worktree', 'add', '-q', '-b', 'side', linked);
    writeFileSync(join(linked, 'a.txt'), 'dirty\n');
    await refused('side', 'E_DIRTY_CHECKOUT');
    writeFileSync(join(linked, 'a.txt'), 'a\n');
    expect(await publish('side')).toMatchObject({ checkoutUpdated: true });
    expect(readFileSync(join(linked, 'a.txt'), 'utf8')).toBe('A\n');
  });
});
