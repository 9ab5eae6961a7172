// Names the set-up of a workspace by what it depends on, so that it is done once.
import { createHash } from 'node:crypto';
import type { WorkspaceSetup } from '../../../shared/plan/plan.ts';
import type { Git } from '../../../shared/ports/git.ts';

/** Slots without set-up commands are all alike. */
export const PLAIN_KEY = 'plain';

/** sha256 over the commands, their environment, and the content of the key files at `commit`. */
export async function setupKey(git: Git, setup: WorkspaceSetup, commit: string): Promise<string> {
  if (setup.commands.length === 0) return PLAIN_KEY;
  const args = ['ls-tree', '-z', commit, '--', ...[...setup.keyFiles].sort()];
  const files = setup.keyFiles.length === 0 ? '' : await git.text(args, { on: 'shadow' });
  const parts = [setup.commands, Object.entries(setup.env).sort(), setup.copyIgnored, files];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
