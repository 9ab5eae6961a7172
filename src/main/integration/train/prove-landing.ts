// Before a head moves: what git has is read again, and every change is applied once more by other means than it was built by.
import type { LandingChange, SwapOrder } from '../../../shared/ports/integration.ts';
import { parentsOfCommit, treeOfCommit } from '../git/git-objects.ts';
import { PLAIN_APPLY } from '../patches/git-apply/git-patch.ts';
import { patchTree } from '../patches/git-apply/patch-tree.ts';
import { buildByPlumbing } from './build-by-plumbing.ts';
import { treeOf } from './build-directly.ts';
import type { TrainPorts } from './train-ports.ts';

/** Of a commit that nobody keeps; git takes no date near 1970. */
const ANY_DATE = 1_000_000_000;

/** Why the commits are not what was gated, in words; null when each is the one before with exactly its change. Rejects with `E_GIT` where git has lost an object. */
export async function proveLanding(ports: TrainPorts, { old, landing = [] }: SwapOrder): Promise<string | null> {
  let below = old;
  for (const change of landing) {
    const fault = await faultOf(ports, change, below);
    if (fault !== null) return `commit ${change.commit} of ${change.changeId} ${fault}`;
    below = change.commit;
  }
  return null;
}

async function faultOf(ports: TrainPorts, change: LandingChange, below: string | null): Promise<string | null> {
  const { reader } = ports;
  const found = await reader.read(change.commit);
  if (found?.type !== 'commit') return 'is not in git';
  if (parentsOfCommit(found.body).join() !== below) return `does not stand on ${below}`;
  const tree = treeOfCommit(found.body);
  if (tree !== change.tree) return `has the tree ${tree}, and ${change.tree} was gated`;
  const onto = await treeOf(reader, change.onto);
  const diff = await change.diff();
  const applied = await patchTree(reader, onto, diff, PLAIN_APPLY);
  if (applied.kind === 'patched' && applied.tree === tree) return null;
  // The head had moved under it, so that git merged it: git has to come to the same once more.
  const again = await buildByPlumbing(ports, { ...change, tree: change.made, diff, message: '', atSeconds: ANY_DATE });
  if (again.kind === 'built' && again.tree === tree) return null;
  return 'does not hold what its diff makes of the commit below it';
}
