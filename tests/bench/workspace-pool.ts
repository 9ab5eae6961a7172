// A pool of workspaces over a generated repository, with a line of commits to move along, and what a mock tool does in one.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createWorkspaces, type LocalWorkspaces } from '../../src/main/execution/workspaces/create-workspaces.ts';
import { createGit } from '../../src/main/integration/git/create-git.ts';
import { openObjectStore } from '../../src/main/integration/git/object-store.ts';
import { openTrees } from '../../src/main/integration/open-trees.ts';
import { realClock } from '../fakes/real-clock.ts';
import { NO_SETUP } from '../fakes/workspace-fixture.ts';
import type { BenchOptions } from './bench-options.ts';
import { generatePatch, generateRepository, pathOf } from './patch-floor.ts';
import { openSpawn } from './process-engine.ts';

export interface BenchPool {
  readonly workspaces: LocalWorkspaces;
  /** Of the repository. */
  readonly root: string;
  /** Commits, each three edits and a new file on; the first is the repository's own. */
  readonly commits: readonly string[];
  readonly setup: typeof NO_SETUP;
  close(): Promise<void>;
}

/** git looks again at files as young as its index, and so do we: after so long nothing is. */
const SETTLED_MS = 2_100;

export async function openPool(dir: string, files: number, moves: number): Promise<BenchPool> {
  const spawn = openSpawn();
  const repository = await generateRepository(dir, files);
  const { root } = repository.git.layout;
  const env = { PATH: process.env['PATH'] ?? '' };
  // Through the helper, as the engine has it.
  const git = await createGit({ repositoryRoot: root, shadowDir: join(dir, 'pool-shadow'), spawn, env });
  const commits = [repository.base];
  for (let n = 0; n < moves; n += 1) {
    const base = commits.at(-1) ?? '';
    const { tree } = await generatePatch({ ...repository, base }, n);
    commits.push(await git.text(['commit-tree', tree, '-p', base], { on: 'shadow', input: 'a step\n' }));
  }
  const shared = { clock: realClock, log: () => undefined, faults: { at: () => undefined } };
  const objects = openObjectStore({ git, ...shared });
  mkdirSync(join(dir, 'pool'));
  let last = 0;
  const workspaces = createWorkspaces({
    ...shared,
    root: join(dir, 'pool'),
    checkout: root,
    hostEnv: env,
    git,
    trees: openTrees(objects),
    spawn,
    ids: { next: () => `bench-${(last += 1)}` },
  });
  const close = async () => {
    await workspaces.close();
    await objects.close();
    await spawn.close();
  };
  return { workspaces, root, commits, setup: NO_SETUP, close };
}

/** Three files edited, one new, each time other bytes. */
export function edit(folder: string, files: number, round: number): void {
  for (const at of [1, 2, 3]) appendFileSync(join(folder, pathOf(Math.floor((files * at) / 4))), `edit ${round}\n`);
  appendFileSync(join(folder, `${pathOf(0)}.added.ts`), `new ${round}\n`);
}

/** A slice is not timed, so it does not wait either. */
export const settle = ({ scale }: BenchOptions): Promise<unknown> =>
  scale < 0.1 ? Promise.resolve() : wait(SETTLED_MS);
