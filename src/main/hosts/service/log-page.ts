// A page of a run's log as it is stored, small enough for one answer.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { EventRow } from '../../../shared/events/read-event.ts';
import type { MethodResult } from '../../../shared/ipc/contract.ts';
import type { EventPage, Store } from '../../../shared/ports/store.ts';

export function logPage(store: Pick<Store, 'eventRows'>, page: EventPage): MethodResult<'run.log'> {
  const rows = store.eventRows(page);
  const events = withinBytes(rows);
  const last = events.at(-1);
  const ended = events.length === rows.length && rows.length < page.limit;
  return { events, next: ended || last === undefined ? null : last.seq + 1 };
}

/** As many events from the front as one answer may carry, at least one. */
function withinBytes(rows: readonly EventRow[]): readonly EventRow[] {
  let bytes = 0;
  const end = rows.findIndex(({ payload }, at) => {
    bytes += payload.length;
    return at > 0 && bytes > LIMITS.logPageBytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
