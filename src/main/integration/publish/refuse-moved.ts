// Refuses branch names that git would refuse, and branches that hold work the run was not gated on.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { PublishOrder } from '../../../shared/ports/integration.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { treeOf } from '../train/build-directly.ts';

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
  await refuseBranchInTheWay(git, branch);
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

/** To git a branch is a file and a part before a slash a folder: `a` and `a/b` cannot be at once. */
async function refuseBranchInTheWay(git: Git, branch: string): Promise<void> {
  const above = branch.split('/').map((_, at, parts) => `refs/heads/${parts.slice(0, at).join('/')}`);
  const patterns = [...above.slice(1), `refs/heads/${branch}/`];
  const listed = await git.text(['for-each-ref', '--format=%(refname)', ...patterns], { on: 'repository' });
  // A pattern also finds what lies below it: of those above only the branch of that very name counts.
  const other = listed.split('\n').find((ref) => above.includes(ref) || ref.startsWith(`refs/heads/${branch}/`));
  if (other === undefined) return;
  const short = other.replace(/^refs\/heads\//, '');
  throw new PatchbayError(
    'E_USAGE',
    `${JSON.stringify(branch)} cannot be a branch beside ${JSON.stringify(short)}: git keeps them as a file and a folder of one name`,
    'Choose another name.',
    { branch, other: short },
  );
}

/** Where a branch stands to what would be published on it. */
export type Standing = 'behind' | 'holds-it' | 'elsewhere';

/**
 * `behind`: the branch is an ancestor of the head, so what lands is exactly the tree that was gated. `holds-it`: it was
 * published before, perhaps with more on top, or as one commit with the very tree.
 */
export async function standingOf(ports: LookPorts, order: PublishOrder, tip: string): Promise<Standing> {
  const { git, reader } = ports;
  const isAncestor = async (first: string, second: string): Promise<boolean> => {
    const asked = await git.run(['merge-base', '--is-ancestor', first, second], { on: 'repository', ok: [0, 1] });
    return asked.exitCode === 0;
  };
  if (await isAncestor(tip, order.head)) return 'behind';
  if (await isAncestor(order.head, tip)) return 'holds-it';
  const [there, ours] = await Promise.all([treeOf(reader, tip), treeOf(reader, order.head)]);
  return there === ours ? 'holds-it' : 'elsewhere';
}

export interface LookPorts {
  readonly git: Git;
  readonly reader: ObjectReader;
}

export function refuseMoved(order: PublishOrder, tip: string): never {
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
