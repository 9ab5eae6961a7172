// A workspaces port over plain folders: checked out by git, removed on release, no pool and no set-up.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryGit } from '../../src/main/integration/git/create-git.ts';
import { Bug } from '../../src/shared/lib/assert.ts';
import { PatchbayError } from '../../src/shared/lib/errors.ts';
import type { Workspace, Workspaces } from '../../src/shared/ports/workspaces.ts';

export function folderWorkspaces(git: RepositoryGit, parent: string): Workspaces {
  const placeOf = (useId: string): Workspace => {
    const top = join(parent, useId);
    return { useId, path: join(top, 'files'), home: join(top, 'home'), tmp: join(top, 'tmp') };
  };
  return {
    async acquire({ useId, commit, setup }) {
      if (setup.commands.length > 0) throw new PatchbayError('E_SETUP_FAILED', 'No set-up here.', 'Leave it out.', {});
      const workspace = placeOf(useId);
      for (const folder of [workspace.path, workspace.home, workspace.tmp]) mkdirSync(folder, { recursive: true });
      const call = { on: 'shadow', workTree: workspace.path, indexFile: join(parent, `${useId}.index`) } as const;
      await git.run(['read-tree', commit], call);
      await git.run(['checkout-index', '-a', '-f'], call);
      return workspace;
    },
    find: async (useId) => (existsSync(placeOf(useId).path) ? placeOf(useId) : null),
    capture: async () => {
      throw new Bug('This fake does not capture');
    },
    changed: async (useId) => {
      const call = { on: 'shadow', workTree: placeOf(useId).path, indexFile: join(parent, `${useId}.index`) } as const;
      const { stdout } = await git.run(['diff', '--name-only', '-z'], call);
      return Buffer.from(stdout).toString('utf8').split('\0').filter(Boolean);
    },
    async release(useId) {
      rmSync(join(parent, useId), { recursive: true, force: true });
    },
    expect: () => undefined,
    close: async () => undefined,
  };
}
