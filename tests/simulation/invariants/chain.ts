// Invariant: the log has no gap, no branch and no changed event.
import { eventHash, FIRST_HASH } from '../../../src/main/store/event-hash.ts';
import { eventVersion } from '../../../src/shared/events/read-event.ts';
import type { Invariant } from './invariant.ts';

export const CHAIN: Invariant = {
  name: 'chain',
  says: 'events are numbered without a gap, each carries the hash of the one before, and their ids only grow',
  watch: ({ breach, store }) => {
    let last = { seq: 0, hash: FIRST_HASH, eventId: '' };
    return {
      event: ({ event }) => {
        const { seq, prevHash, hash, eventId } = event;
        if (seq !== last.seq + 1) breach(`event ${seq} comes after event ${last.seq}`);
        if (prevHash !== last.hash) breach(`event ${seq} does not follow from event ${last.seq}`);
        if (eventId <= last.eventId) breach(`event ${seq} has the id ${eventId}, the one before ${last.eventId}`);
        const row = {
          event_id: eventId,
          run_id: event.runId,
          event_type: event.kind,
          version: eventVersion(event.kind),
        };
        const about = { entity: event.entity, entity_id: event.id, source: `${event.entity}:${event.id}` };
        const payload = JSON.stringify(event.data);
        const wanted = eventHash({ ...row, ...about, seq, timestamp: event.at, payload, prev_hash: prevHash });
        if (hash !== wanted) breach(`event ${seq} has another hash than its content`);
        last = { seq, hash, eventId };
      },
      end: () => {
        const { events, problems } = store.checkChain();
        for (const problem of problems) breach(problem);
        if (events !== last.seq) breach(`the ledger has ${events} events, ${last.seq} were written`);
      },
    };
  },
};
