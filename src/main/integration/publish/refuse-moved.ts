// Refuses branch names that git would refuse, and branches that hold work the run was not gated on.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { PublishOrder } from '../../../shared/ports/integration.ts';

/** The full ref name of a short branch name. Rejects with `E_USAGE`. */
export async function refuseBranchName(git: Git, branch: string): Promise<string> {
  const advice = 'Name a local branch, for example: patchbay/my-change.';
  if (
    branch === '' ||
    branch.startsWith('-') ||
    branch.startsWith('refs/') ||
    branch === 'HEAD' ||
    branch.includes('@{')
  ) {
    throw new PatchbayError('E_USAGE', `${JSON.stringify(branch)} is not a branch name`, advice, { branch });
  }
  const checked = await git.run(['check-ref-format', '--branch', branch], { on: 'repository', ok: [0, 1, 128] });
  if (checked.exitCode !== 0) {
    throw new PatchbayError('E_USAGE', `${JSON.stringify(branch)} is not a branch name`, advice, { branch });
  }
  const ref = `refs/heads/${branch}`;
  const points = await git.text(['symbolic-ref', '--quiet', ref], { on: 'repository', ok: [0, 1, 128] });
  if (points === '') return ref;
  throw new PatchbayError(
    'E_USAGE',
    `${branch} is only another name for ${points}`,
    'Publish to that branch instead.',
    {
      branch,
      points,
    },
  );
}

/** The branch must be an ancestor of the head: then what lands is exactly the tree that was gated. */
export async function refuseMoved(git: Git, order: PublishOrder, tip: string): Promise<void> {
  const ancestry = ['merge-base', '--is-ancestor', tip, order.head];
  const { exitCode } = await git.run(ancestry, { on: 'repository', ok: [0, 1] });
  if (exitCode === 0) return;
  const values = { branch: order.branch, tip, head: order.head, base: order.base };
  if (order.mode === 'ff') {
    throw new PatchbayError(
      'E_BRANCH_MOVED',
      `Not published: ${order.branch} stands at ${tip.slice(0, 10)}, which the run does not contain.`,
      'Publish to a new branch (--to <name>) and merge it yourself, or start a run from the branch as it is now.',
      values,
    );
  }
  throw new PatchbayError(
    'E_NOT_GATED',
    `Not published: ${order.branch} moved to ${tip.slice(0, 10)}; merged with it, the result would be a tree that no gate has seen.`,
    'Publish to a new branch (--to <name>) and merge it yourself, or start a run from the branch as it is now.',
    values,
  );
}
