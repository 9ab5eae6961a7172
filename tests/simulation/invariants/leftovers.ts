// Invariant: nothing is lost on the way, and nothing of a run is left on the machine when it has ended.
import type { Invariant } from './invariant.ts';

export const LEFTOVERS: Invariant = {
  name: 'leftovers',
  says: 'no workspace goes before the ledger or a ref holds its work; no process and no workspace outlives its run',
  watch: ({ world, breach }) => {
    const seen = new Set<string>();
    const look = () => {
      for (const attemptId of world.lost) {
        if (!seen.has(attemptId)) breach(`the workspace of attempt ${attemptId} went with its work`);
        seen.add(attemptId);
      }
    };
    return {
      commit: look,
      end: () => {
        look();
        for (const { pid, taskKey } of world.machine.processes.values())
          breach(`process ${pid} of ${taskKey} still runs`);
        const failed = world.faults.counts['release-fails'];
        const left = [...world.machine.workspaces.values()];
        // One that could not be given back waits for the cleaning that the next start of the program does.
        if (left.length > failed) breach(`workspaces are left: ${left.map(({ attemptId }) => attemptId).join(', ')}`);
      },
    };
  },
};
