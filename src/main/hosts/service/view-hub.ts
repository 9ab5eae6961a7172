// All subscriptions of a service: changes gather for 50 ms and leave as one push a view.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Subscription } from './live-view.ts';

export interface ViewHub {
  /** The returned function ends the subscription. */
  add(subscription: Subscription): () => void;
  /** Pushes soon although no event came, for example because the repository moved. */
  refresh(): void;
  /** Everything may have changed. */
  renew(): void;
  close(): void;
}

export function createViewHub(feed: ChangeFeed, clock: Clock): ViewHub {
  const open = new Set<Subscription>();
  let cancel: (() => void) | null = null;
  const flush = () => {
    cancel = null;
    for (const subscription of [...open]) subscription.flush();
  };
  const refresh = () => {
    cancel ??= clock.after(LIMITS.viewPushMs, flush);
  };
  const stop = feed.listen((change) => {
    let any = false;
    for (const subscription of open) any = subscription.note(change) || any;
    if (any) refresh();
  });
  return {
    add: (subscription) => {
      open.add(subscription);
      return () => open.delete(subscription);
    },
    refresh,
    renew: () => {
      for (const subscription of [...open]) subscription.renew();
    },
    close: () => {
      stop();
      cancel?.();
      open.clear();
    },
  };
}
