// The thread beside the engine: what the ledger needs and no turn of the loop shall wait for.
import { parentPort, workerData } from 'node:worker_threads';
import { unreachable } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { loadRunAt } from '../../engine/load-run.ts';
import { toWireError } from '../../ipc/wire-error.ts';
import { copyRun } from '../../recovery/copy-run.ts';
import { packRun } from '../../state/pack-run.ts';
import { archiveFiles } from '../../store/archive-files.ts';
import { openSecond } from '../../store/open-second.ts';
import { snapshotFiles } from '../../store/snapshot-files.ts';
import { buildHash } from './build-hash.ts';
import type { KeeperOrder, KeeperPlace, KeeperReply } from './keeper-order.ts';

const { ledger, snapshots: folder, archives }: KeeperPlace = workerData;
const second = openSecond(ledger);
const snapshots = snapshotFiles({ folder, shape: buildHash });

parentPort?.on('message', ({ id, order }: { readonly id: number; readonly order: KeeperOrder }) => {
  const reply = (rest: Omit<KeeperReply, 'id'>) => parentPort?.postMessage({ id, ...rest } satisfies KeeperReply);
  try {
    reply({ answer: carryOut(order) });
  } catch (thrown) {
    reply({ error: toWireError(thrown) });
  }
});

function carryOut(order: KeeperOrder): Exclude<KeeperReply['answer'], undefined> {
  switch (order.type) {
    case 'move-log':
      second.store.checkpoint(order.truncate ? 'truncate' : 'passive');
      return null;
    case 'save-run':
      return saveRun(order.runId);
    case 'copy-run':
      return copyRun({ store: second.store, archives: archiveFiles(archives) }, order.runId);
    case 'check':
      return second.check();
    default:
      return unreachable(order, 'order');
  }
}

/** From the events and not from the engine's memory: what is saved is what replay gives. */
function saveRun(runId: string): number {
  const loaded = loadRunAt({ store: second.store, snapshots }, runId);
  if (loaded === null)
    throw new PatchbayError('E_NOT_FOUND', `There is no run ${runId} in this project.`, '', { runId });
  const { run, seq, hash, replayed } = loaded;
  if (replayed > 0) snapshots.write({ runId, seq, hash, state: packRun(run) });
  return seq;
}
