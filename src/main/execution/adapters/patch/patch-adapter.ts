// The adapter of patches that are there already: nothing is started, the patch is applied as it is.
import { Bug } from '../../../../shared/lib/assert.ts';
import type { Adapter } from '../adapter.ts';

export const patchAdapter: Adapter = {
  kind: 'patch',
  describe({ taskId, launch }) {
    if (launch.kind !== 'patch') throw new Bug(`task ${taskId} is launched by ${launch.kind}, not by a patch`);
    return { kind: 'patch', diff: Uint8Array.from(Buffer.from(launch.patch.base64, 'base64')) };
  },
  judge: () => null,
};
