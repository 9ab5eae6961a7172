// Whatever is done to a workspace, the quick look into changed folders finds what a look at everything finds, and the next use gets exactly its commit.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectChanges } from '../../../../../src/main/execution/workspaces/collect-changes.ts';
import type { FolderMarks } from '../../../../../src/main/execution/workspaces/scan-folders.ts';
import { newSlot, type Slot } from '../../../../../src/main/execution/workspaces/slot.ts';
import { stageByIndex, stageByTrees } from '../../../../../src/main/execution/workspaces/stage-change.ts';
import { trackedFolders } from '../../../../../src/main/execution/workspaces/tracked-folders.ts';
import type { Workspace } from '../../../../../src/shared/ports/workspaces.ts';
import { realClock } from '../../../../fakes/real-clock.ts';
import { NO_SETUP, type WorkspaceFixture, workspaceFixture, writeFiles } from '../../../../fakes/workspace-fixture.ts';

const FILES = {
  'a.txt': 'aaaa\n',
  'src/b.txt': 'bbbb\n',
  'src/run.sh': '#!/bin/sh\n',
  'src/deep/c.txt': 'c\n'.repeat(20),
  'src/deep/d.txt': 'd\n',
  'src/deeper/still/e.txt': 'e\n',
  'docs/f.txt': 'f\n',
  '.gitignore': 'ignored/\n*.ignored\n',
};
/** Folders are never as young as they look to this one: every mark is relied upon. */
const later = { ...realClock, now: () => realClock.now() + 10_000 };

let fixture: WorkspaceFixture;
let base: string;
let next: string;
beforeAll(async () => {
  fixture = await workspaceFixture(FILES, later);
  base = fixture.git('rev-parse', 'HEAD');
  next = fixture.commit({ 'a.txt': 'next\n', 'src/deep/new.txt': 'new\n', 'other/g.txt': 'g\n' });
});
afterAll(() => fixture.close());

type Tamper = (work: string) => void;
const overwrite =
  (path: string, text: string): Tamper =>
  (work) => {
    if (existsSync(join(work, path, '..')) && lstatSync(join(work, path), { throwIfNoEntry: false })?.isFile())
      writeFileSync(join(work, path), text);
  };
const replaceBy =
  (path: string, make: (place: string) => void): Tamper =>
  (work) => {
    if (!existsSync(join(work, path, '..'))) return;
    rmSync(join(work, path), { recursive: true, force: true });
    make(join(work, path));
  };
const add =
  (path: string): Tamper =>
  (work) => {
    try {
      writeFiles(work, { [path]: `${path}\n` });
    } catch {
      // an earlier one has put something in the way
    }
  };
const mode =
  (path: string, bits: number): Tamper =>
  (work) => {
    if (lstatSync(join(work, path), { throwIfNoEntry: false })?.isSymbolicLink() === false)
      chmodSync(join(work, path), bits);
  };
const TAMPERS: Readonly<Record<string, Tamper>> = {
  'an edit': overwrite('src/b.txt', 'edited\n'),
  'an edit of the same size that keeps the time': (work) => {
    const path = join(work, 'a.txt');
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return;
    const { atime, mtime } = statSync(path);
    writeFileSync(path, 'bbbb\n');
    utimesSync(path, atime, mtime);
  },
  'a file replaced by a copy with other content and its time': replaceBy('src/deep/d.txt', (place) => {
    writeFileSync(`${place}.x`, 'D\n');
    renameSync(`${place}.x`, place);
    utimesSync(place, 1, 1);
  }),
  'an executable bit': mode('docs/f.txt', 0o755),
  'a read-only file': mode('src/run.sh', 0o444),
  'a read-only folder': mode('src/deep', 0o555),
  'a locked folder': mode('src/deeper', 0o000),
  'a deleted file': replaceBy('a.txt', () => undefined),
  'a deleted folder': replaceBy('src/deep', () => undefined),
  'a file that became a folder': replaceBy('src/b.txt', (place) => {
    mkdirSync(place);
    writeFileSync(join(place, 'x'), 'x\n');
  }),
  'a folder that became a file': replaceBy('src/deeper', (place) => writeFileSync(place, 'file\n')),
  'a folder that became a link to the outside': replaceBy('docs', (place) => symlinkSync('/tmp', place)),
  'a file that became a link': replaceBy('src/run.sh', (place) => symlinkSync('b.txt', place)),
  'a file that became a pipe': replaceBy('src/deep/c.txt', (place) => execFileSync('mkfifo', [place])),
  'a new pipe': replaceBy('src/pipe', (place) => execFileSync('mkfifo', [place])),
  'a new file': add('src/deep/added.txt'),
  'a new file in the root': add('added.txt'),
  'a new file in new folders': add('new/one/two.txt'),
  'a new ignored file': add('src/x.ignored'),
  'a new ignored folder': add('ignored/y.txt'),
  'an odd name': add('src/with "quotes"\n and a line.txt'),
  'a star in a name': add('src/*.txt'),
  'an empty folder': (work) => mkdirSync(join(work, 'empty/er'), { recursive: true }),
  'a repository in a folder of the commit': (work) => {
    if (lstatSync(join(work, 'src'), { throwIfNoEntry: false })?.isDirectory())
      execFileSync('git', ['init', '-q', join(work, 'src')]);
  },
  'a repository in a new folder': (work) => {
    execFileSync('git', ['init', '-q', join(work, 'nested')]);
    writeFiles(work, { 'nested/n.txt': 'n\n' });
  },
  'no .git any more': (work) => rmSync(join(work, '.git'), { recursive: true, force: true }),
  'another index in .git': (work) => {
    if (existsSync(join(work, '.git'))) writeFileSync(join(work, '.git', 'index'), 'nonsense');
  },
  'files at home': (work) => writeFileSync(join(work, '..', 'home', '.profile'), 'evil'),
};
const some = fc.uniqueArray(fc.constantFrom(...Object.keys(TAMPERS)), { minLength: 1, maxLength: 5 });

let uses = 0;
const take = (commit: string) =>
  fixture.workspaces.acquire({ useId: `use-${(uses += 1)}`, commit, setup: NO_SETUP }) as Promise<Workspace>;

/** Everything below a folder with its kind, content and permissions of its owner. */
function print(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter((entry) => `${below}${entry.name}` !== '.git')
    .flatMap((entry): readonly string[] => {
      const path = `${below}${entry.name}`;
      const place = join(folder, path);
      const bits = (lstatSync(place).mode & 0o700).toString(8);
      if (entry.isDirectory()) return [`${path}/ ${bits}`, ...print(folder, `${path}/`)];
      if (entry.isSymbolicLink()) return [`${path} -> ${readlinkSync(place)}`];
      return [entry.isFile() ? `${path} ${bits} ${readFileSync(place, 'utf8')}` : `${path} odd`];
    })
    .sort();
}

/** As the pool has it, and one that knows nothing of its folders. */
function slotsOf({ path }: Workspace, marks: FolderMarks): readonly [quick: Slot, thorough: Slot] {
  const name = /(s\d+).work$/.exec(path)?.[1] ?? '';
  const make = (setupKey: string, folderMarks: FolderMarks): Slot => {
    const slot = { ...newSlot(join(fixture.folder, 'ws'), name), folderMarks };
    return { ...slot, state: { ...slot.state, commit: base, setupKey } };
  };
  return [make('plain', marks), make('look at everything', new Map())];
}

async function collectBothWays(workspace: Workspace, marks: FolderMarks) {
  const { folders } = await trackedFolders(fixture.shadow, fixture.trees)(base);
  const ports = { git: fixture.shadow, trees: fixture.trees, clock: later, litter: [], folders };
  const [quick, thorough] = slotsOf(workspace, marks);
  return {
    quick: await collectChanges({ ...ports, slot: quick }),
    thorough: await collectChanges({ ...ports, slot: thorough }),
  };
}

describe('a workspace that was tampered with', () => {
  it('is given back as if nothing had been, at the commit that is expected or at any other', async () => {
    const clean: Record<string, readonly string[]> = {};
    for (const commit of [base, next]) {
      const workspace = await take(commit);
      clean[commit] = print(workspace.path);
      await fixture.workspaces.release(workspace.useId);
    }
    await fc.assert(
      fc.asyncProperty(some, fc.constantFrom(base, next), fc.constantFrom(base, next), async (names, first, second) => {
        const workspace = await take(first);
        for (const name of names) TAMPERS[name]?.(workspace.path);
        fixture.workspaces.expect(uses % 2 === 0 ? second : first);
        await fixture.workspaces.release(workspace.useId);
        const again = await take(second);
        expect(again.path).toBe(workspace.path);
        expect(print(again.path)).toEqual(clean[second]);
        expect(readdirSync(again.home)).toEqual([]);
        expect(await fixture.workspaces.capture(again, [])).toBeNull();
        await fixture.workspaces.release(again.useId);
      }),
      { numRuns: 25, seed: Number(process.env.PATCHBAY_SEED ?? 7) },
    );
  });

  it('has the same changes for the quick look and for the thorough one, staged either way as the same tree', async () => {
    const listed = new Set<string>();
    await fc.assert(
      fc.asyncProperty(some, async (names) => {
        const workspace = await take(base);
        const marks: FolderMarks = new Map();
        await collectBothWays(workspace, marks);
        expect(marks.size).toBeGreaterThan(3);
        for (const name of names) TAMPERS[name]?.(workspace.path);
        for (const path of ['src/deeper', 'src/deep']) mode(path, 0o755)(workspace.path); // what nobody can read has no tree
        const { quick, thorough } = await collectBothWays(workspace, marks);
        const sorted = (paths: readonly string[]) => [...paths].sort();
        expect(sorted(quick.add)).toEqual(sorted(thorough.add));
        expect(sorted(quick.remove)).toEqual(sorted(thorough.remove));
        expect(quick.notes).toEqual(thorough.notes);
        const [{ paths }] = slotsOf(workspace, marks);
        const order = { git: fixture.shadow, trees: fixture.trees, paths, base, changes: quick };
        const byTrees = await stageByTrees(order);
        if (byTrees !== null) {
          expect(byTrees).toEqual(await stageByIndex(order));
          listed.add(byTrees.tree);
        }
        await fixture.workspaces.release(workspace.useId);
      }),
      { numRuns: 25, seed: Number(process.env.PATCHBAY_SEED ?? 7) },
    );
    expect(listed.size).toBeGreaterThan(3);
  });
});
