// Invariant: nothing starts on a machine that has run short, as far as the run was told.
import type { Invariant } from './invariant.ts';

export const RESOURCES_KEPT: Invariant = {
  name: 'resources',
  says: 'no attempt starts while the run knows that disk or memory is gone; with processors gone, only when nothing else runs',
  watch: ({ breach }) => ({
    event: ({ event, run }) => {
      if (event.kind !== 'attempt-created') return;
      const { disk, memory, cpu } = run.resources;
      const gone = [
        ...(disk.level === 'hard' ? ['disk'] : []),
        ...(memory.level === 'hard' ? ['memory'] : []),
        ...(cpu.level === 'hard' && run.running > 1 ? ['processors'] : []),
      ];
      if (gone.length > 0) breach(`event ${event.seq}: ${event.data.taskId} starts without ${gone.join(', ')}`);
    },
  }),
};
