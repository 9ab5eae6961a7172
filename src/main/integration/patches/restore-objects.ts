// Brings back the objects of a patch that the user's `git gc` took away while no ref held them yet.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import { ZERO_OID } from '../git/git-objects.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { type RawChange, rawChanges } from './raw-changes.ts';

/** What the objects are made from again. */
type Restorable = Pick<ValidateOrder, 'patchId' | 'base' | 'tree' | 'diff'>;

interface Ports {
  readonly git: Git;
  readonly reader: ObjectReader;
}

/** What the patch changes, with all of its objects in the repository. Rejects with `E_GIT` when they cannot be had again. */
export async function wholeChanges(ports: Ports, order: Restorable): Promise<readonly RawChange[]> {
  const { git, reader } = ports;
  if ((await reader.header(order.tree)) === null) await restore(ports, order);
  const changes = await rawChanges(git, order.base, order.tree);
  const files = changes.filter(({ newOid, newMode }) => newOid !== ZERO_OID && newMode !== '160000');
  const headers = await Promise.all(files.map(({ newOid }) => reader.header(newOid)));
  if (headers.includes(null)) await restore(ports, order);
  return changes;
}

/** The ledger holds the diff, and the diff on its base is the tree: nothing is lost. */
async function restore({ git }: Ports, { patchId, base, tree, diff }: Restorable): Promise<void> {
  const indexFile = join(git.shadowDir, `restore-${patchId}.index`);
  const call: GitCall = { on: 'shadow', indexFile };
  await rm(`${indexFile}.lock`, { force: true });
  try {
    await git.run(['read-tree', base], call);
    await git.run(['apply', '--cached', '--binary', '-'], { ...call, input: diff });
    const restored = await git.text(['write-tree'], call);
    if (restored !== tree) throw notTheSame(patchId, tree, restored);
  } finally {
    await rm(indexFile, { force: true });
  }
}

function notTheSame(patchId: string, tree: string, restored: string): PatchbayError {
  return new PatchbayError(
    'E_GIT',
    `git let go of the tree ${tree} of patch ${patchId}, and its diff gives another one (${restored})`,
    'Run `git fsck` in the repository, then retry the task.',
    { patchId, tree, restored },
  );
}
