// Invariant: runs that share a service never use more than its seats, and give back every one.
import type { Invariant } from './invariant.ts';

export const SEATS: Invariant = {
  name: 'seats',
  says: 'the attempts of all runs in one life of the service never need more seats than there are, and none is kept',
  watch: ({ world, breach }) => {
    const open = new Map<string, number>();
    return {
      event: ({ event }) => {
        if (event.kind === 'attempt-finished') open.delete(event.id);
        if (event.kind !== 'attempt-created' || world.limits === null) return;
        // What an earlier life left is saved, not run: it needs no seat.
        open.set(event.id, world.life());
        const taken = [...open.values()].filter((life) => life === world.life()).length;
        if (taken > world.limits.seats) breach(`event ${event.seq}: ${taken} of ${world.limits.seats} seats are taken`);
      },
      end: ({ load }) => {
        if (load === null) return;
        if (load.taken > 0) breach(`${load.taken} seats are taken after the end`);
        if (load.waiting > 0) breach(`${load.waiting} runs wait for a seat after the end`);
      },
    };
  },
};
