// A real repository with a real git port and a real integration room on it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createIntegration } from '../../src/main/integration/create-integration.ts';
import { createGit, type RepositoryGit } from '../../src/main/integration/git/create-git.ts';
import { openObjectStore } from '../../src/main/integration/git/object-store.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import type { CandidateOrder, Integration } from '../../src/shared/ports/integration.ts';
import { directSpawn } from './direct-spawn.ts';
import { folderWorkspaces } from './folder-workspaces.ts';
import { realClock } from './real-clock.ts';
import { type FileSpec, type TempRepository, tempRepository } from './temp-repository.ts';

export interface IntegrationFixture {
  readonly repo: TempRepository;
  readonly git: RepositoryGit;
  readonly integration: Integration;
  /** Fail points passed so far, in order. */
  readonly points: readonly string[];
  /** Of the first commit. */
  readonly base: string;
  /** The next fail point of this name throws. */
  failAt(point: string | null): void;
  close(): Promise<void>;
}

export const IDENTITY = { name: 'Patchbay', email: 'patchbay@localhost' };
const PATH = process.env.PATH ?? '';

/** Below `parent`, or on a fast disk. */
export async function integrationFixture(
  files: Readonly<Record<string, FileSpec>>,
  parent?: string,
): Promise<IntegrationFixture> {
  const repo = tempRepository('repo', [], parent);
  const base = repo.commit(files, 'base');
  const spawn = directSpawn();
  const git = await createGit({
    repositoryRoot: repo.root,
    shadowDir: join(repo.folder, 'shadow'),
    spawn,
    env: { PATH },
  });
  const points: string[] = [];
  let failing: string | null = null;
  const artifactsDir = join(repo.folder, 'artifacts');
  mkdirSync(artifactsDir);
  const faults = {
    at(point: string) {
      points.push(point);
      if (point === failing) throw new Error(`ended at ${point}`);
    },
  };
  const objects = openObjectStore({ git, faults, log: () => undefined });
  const integration = createIntegration({
    git,
    objects,
    workspaces: folderWorkspaces(git, join(repo.folder, 'workspaces')),
    spawn,
    clock: realClock,
    log: () => undefined,
    faults,
    artifactsDir,
    quarantineDir: join(repo.folder, 'quarantine'),
    gateEnvironment: { PATH },
    identity: IDENTITY,
  });
  return {
    repo,
    git,
    integration,
    points,
    base,
    failAt(point) {
      failing = point;
    },
    async close() {
      await integration.close();
      await objects.close();
      repo.remove();
    },
  };
}

export function candidateOrder(patch: CapturedPatch, onto: string, patchId = '01PATCH'): CandidateOrder {
  const { base, tree, diff, files } = patch;
  return {
    changeId: patchId,
    base,
    tree,
    onto,
    diff,
    files,
    message: `work\n\nPatchbay-Patch: ${patchId}\n`,
    atSeconds: 1_700_000_000,
  };
}
