// Publishes a run's head to a branch: everything is refused before anything is written, and nothing is ever forced.
import { resolve } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { PublishOrder, PublishOutcome } from '../../../shared/ports/integration.ts';
import type { RepositoryGit } from '../git/create-git.ts';
import { diffTrees } from '../git/diff-trees.ts';
import { commitOf, type NewObject, ZERO_OID } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { readRef } from '../git/read-ref.ts';
import { treeOf } from '../train/build-directly.ts';
import type { Identity } from '../train/train-ports.ts';
import { writeObjects } from '../train/write-objects.ts';
import { findHolder, type Holder } from './find-checkouts.ts';
import { refuseDirty } from './refuse-dirty.ts';
import { refuseBranchName, refuseMoved, standingOf } from './refuse-moved.ts';

export interface PublishPorts {
  readonly git: RepositoryGit;
  readonly reader: ObjectReader;
  readonly identity: Identity;
}

interface Prepared {
  readonly ref: string;
  readonly from: string | null;
  readonly to: string;
  /** The merge or squash commit, not written yet; null where the branch takes the run's own commits. */
  readonly commit: NewObject | null;
  readonly holder: Holder | null;
  readonly files: readonly string[];
}

/** In git's own words, which its environment keeps English. */
const LOCK_TAKEN = /Unable to create '(.+\.lock)': File exists/;

/** Throws `E_USAGE`, `E_BRANCH_MOVED`, `E_NOT_GATED`, `E_DIRTY_CHECKOUT`, `E_GIT`; a preview writes nothing at all, and what is there already is no fault. */
export async function publishRun(ports: PublishPorts, order: PublishOrder): Promise<PublishOutcome> {
  const prepared = await prepare(ports, order);
  const { from, to, files, holder } = prepared;
  const outcome = { branch: order.branch, from, to, files, checkoutUpdated: holder !== null && from !== to };
  if (order.preview || from === to) return outcome;
  if (prepared.commit !== null) await writeObjects(ports.git.objectsDir, [prepared.commit]);
  if (holder === null) await moveBranch(ports.git, order, prepared);
  else await moveCheckout(ports.git, order, { ...prepared, holder });
  return outcome;
}

async function prepare(ports: PublishPorts, order: PublishOrder): Promise<Prepared> {
  const { git, reader } = ports;
  const ref = await refuseBranchName(git, order.branch);
  const from = await readRef(git, ref);
  const standing = from === null ? 'behind' : await standingOf(ports, order, from);
  if (from !== null && standing === 'elsewhere') refuseMoved(order, from);
  if (from !== null && standing === 'holds-it') return { ref, from, to: from, commit: null, holder: null, files: [] };
  const commit = await commitFor(ports, order, from);
  const [before, after] = await Promise.all([treeOf(reader, from ?? order.base), treeOf(reader, order.head)]);
  const changes = await diffTrees(reader, before, after);
  const holder = await findHolder(git, ref);
  const landing = {
    added: changes.filter((change) => change.old === null).map((change) => change.path),
    removed: new Set(changes.filter((change) => change.new === null).map((change) => change.path)),
  };
  if (holder !== null && from === null) await refuseUnborn(holder);
  if (holder !== null) await refuseDirty(git, holder, landing);
  const files = changes.map((change) => change.path).sort();
  return { ref, from, to: commit?.oid ?? order.head, commit, holder, files };
}

/** Its tree is always the gated head's: the branch is an ancestor of the head, so nothing of it is lost. */
async function commitFor(ports: PublishPorts, order: PublishOrder, from: string | null): Promise<NewObject | null> {
  const { mode, head, base, message, atSeconds } = order;
  if (mode === 'ff' || from === head || (mode === 'merge' && from === null)) return null;
  const tree = await treeOf(ports.reader, head);
  const onto = from ?? base;
  const identity = `${ports.identity.name} <${ports.identity.email}>`;
  return commitOf({ tree, parents: mode === 'merge' ? [onto, head] : [onto], identity, atSeconds, message });
}

async function refuseUnborn(holder: Holder): Promise<void> {
  throw new PatchbayError(
    'E_DIRTY_CHECKOUT',
    `${holder.path} stands on that branch, which has no commit yet.`,
    'Switch that folder to another branch first.',
    { checkout: holder.path },
  );
}

async function moveBranch(git: RepositoryGit, order: PublishOrder, { ref, from, to }: Prepared): Promise<void> {
  const args = [
    'update-ref',
    '-m',
    `patchbay: publish run ${order.runId}`,
    '--create-reflog',
    ref,
    to,
    from ?? ZERO_OID,
  ];
  const { exitCode, stderr } = await git.run(args, { on: 'repository', ok: [0, 1, 128] });
  if (exitCode === 0) return;
  if ((await readRef(git, ref)) === from) {
    const advice = 'Another git process may hold its lock. Wait for it, then publish again.';
    throw new PatchbayError('E_GIT', `${order.branch} could not be moved: ${stderr.trim()}`, advice, { ref });
  }
  throw movedMeanwhile(order);
}

/** Index, files and branch move together, by git itself, with the user's line endings and filters. */
async function moveCheckout(
  git: RepositoryGit,
  order: PublishOrder,
  { holder, ref, from, to }: Prepared & { readonly holder: Holder },
): Promise<void> {
  if ((await readRef(git, ref)) !== from) throw movedMeanwhile(order);
  const merge = ['merge', '--ff-only', '--no-stat', '--no-overwrite-ignore', '--quiet', to];
  const { exitCode, stderr } = await git.runInCheckout(holder, merge, [0, 1, 2, 128]);
  if (exitCode === 0) return;
  if ((await readRef(git, ref)) !== from) throw movedMeanwhile(order);
  const lock = LOCK_TAKEN.exec(stderr)?.[1];
  if (lock !== undefined) throw locked(holder, resolve(holder.path, lock));
  throw new PatchbayError(
    'E_DIRTY_CHECKOUT',
    `Not published: git refused to update ${holder.path}: ${stderr.trim().slice(0, 500)}`,
    'Commit or stash what is there, or publish to another branch (--to <name>).',
    { checkout: holder.path, exitCode },
  );
}

/** What is there may be clean: nobody should commit or stash because of a lock. */
function locked({ path }: Holder, lock: string): PatchbayError {
  return new PatchbayError(
    'E_GIT',
    `Not published: another git command holds ${lock}, so ${path} could not be updated.`,
    'Finish that command (an editor for a commit message may be open), then publish again. If no git runs there any more, one that was killed left the lock: delete that file.',
    { checkout: path, lock },
  );
}

function movedMeanwhile({ branch }: PublishOrder): PatchbayError {
  return new PatchbayError(
    'E_BRANCH_MOVED',
    `Not published: ${branch} moved in this moment.`,
    'Look at what happened to it, then publish again.',
    { branch },
  );
}
