// A subscription to a log by cursor: what comes after an event, in order, each once, read from the log and never queued.
import type { EventView, LogCursor } from '../../../shared/ipc/views.ts';
import type { Store } from '../../../shared/ports/store.ts';
import type { Change } from '../../engine/loop.ts';
import { eventView } from '../../projections/event-view.ts';
import type { Push, Subscription } from './live-view.ts';

export interface CursorOptions {
  /** Null: all runs of the project, in the order of the ledger. */
  readonly runId: string | null;
  /** First sequence number wanted. */
  readonly from: number;
}

/** Events in one push. Who reads slowly gets a page at a time, out of the log: nothing piles up in memory for it. */
const PAGE = 500;

/** `again` is called when there is more than one push may hold. */
export function openLogCursor(
  store: Pick<Store, 'eventPage' | 'logPage'>,
  { runId, from }: CursorOptions,
  { push, again }: { readonly push: (message: Push<LogCursor, EventView>) => void; readonly again: () => void },
): Subscription {
  let next = from;
  let due = false;
  const read = (): readonly EventView[] => {
    const page =
      runId === null ? store.logPage({ from: next, limit: PAGE }) : store.eventPage({ runId, from: next, limit: PAGE });
    next = (page.at(-1)?.seq ?? next - 1) + 1;
    due = page.length === PAGE;
    if (due) again();
    return page.map(eventView);
  };
  const items = read();
  push({ kind: 'snapshot', head: { next, more: due }, items });
  const flush = () => {
    if (!due) return;
    const upsert = read();
    if (upsert.length > 0) push({ kind: 'delta', head: { next, more: due }, upsert, remove: [] });
  };
  return {
    note: (change: Change) => {
      due ||= change.events.some((event) => runId === null || event.runId === runId);
      return due;
    },
    flush,
    // Somebody else wrote the ledger: only a look says whether there is more.
    renew: () => {
      due = true;
      flush();
    },
  };
}
