// Gives a direct change a ref, so that git keeps what only git has.
import { changeRef } from '../../../shared/domain/direct-change.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { HoldOrder } from '../../../shared/ports/integration.ts';
import { commitOf } from '../git/git-objects.ts';
import type { TrainPorts } from './train-ports.ts';
import { writeObjects } from './write-objects.ts';

/** The same order gives the same commit, so doing it twice is doing it once. Rejects with `E_GIT` or `E_DISK`. */
export async function holdChange(ports: TrainPorts, order: HoldOrder): Promise<void> {
  const { git, reader, refs, identity } = ports;
  const { changeId, base, tree, atSeconds } = order;
  if ((await reader.header(tree)) === null) throw lost(order);
  const commit = commitOf({
    tree,
    parents: [base],
    identity: `${identity.name} <${identity.email}>`,
    atSeconds,
    message: `What a tool changed, as it was captured\n\nPatchbay-Change: ${changeId}\nPatchbay-Unprotected: direct-edit\n`,
  });
  await writeObjects(git.objectsDir, [commit]);
  const ref = changeRef(changeId);
  const answer = await refs.change([{ update: ref, to: commit.oid }]);
  if (answer.kind === 'refused') {
    const advice = 'Another git process may hold a lock in .git/refs/patchbay. Wait for it, then resume.';
    throw new PatchbayError('E_GIT', `${ref} could not be written: ${answer.why}`, advice, { ref });
  }
  ports.faults.at('change-after-hold');
}

function lost({ changeId, tree }: HoldOrder): PatchbayError {
  return new PatchbayError(
    'E_GIT',
    `git let go of the tree ${tree} of direct change ${changeId} before a ref held it`,
    'Do not run `git gc --prune=now` while a run goes on; the task is tried again.',
    { changeId, tree },
  );
}
