// The service over its parts: answers calls, keeps subscriptions, closes in order.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { ViewName, ViewParams, ViewPush } from '../../../shared/ipc/views.ts';
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { createHandlers } from './create-handlers.ts';
import { createViews } from './create-views.ts';
import { type LiveView, openLiveView } from './live-view.ts';
import { openLogCursor } from './log-cursor.ts';
import { projectHead, readRepositoryPart } from './project-head.ts';
import type { ServiceParts } from './service-parts.ts';
import { createViewHub } from './view-hub.ts';

const REPOSITORY_LOOK_MS = 3_000;
const READER_LOOK_MS = 500;

export async function readyService(parts: ServiceParts): Promise<Service> {
  const handlers = createHandlers(parts);
  const hub = createViewHub(parts.feed, parts.clock);
  let repository = await readRepositoryPart(parts);
  const views = createViews(parts, () => projectHead(parts, repository));
  let closed = false;
  let watchers = 0;
  let looking = false;

  const look = async () => {
    looking = true;
    try {
      repository = await readRepositoryPart(parts);
      hub.refresh();
    } catch (thrown) {
      parts.log(
        'warn',
        `The repository could not be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      );
    }
    looking = false;
    if (!closed && watchers > 0) cancelLook = parts.clock.after(REPOSITORY_LOOK_MS, () => void look());
  };
  let cancelLook = () => {};

  const endReading = parts.engine === null ? followOthers(parts, () => hub.renew()) : () => {};

  const watch = (): (() => void) => {
    watchers += 1;
    if (watchers === 1 && !looking) void look();
    return () => {
      watchers -= 1;
      if (watchers === 0) cancelLook();
    };
  };

  const viewOf = <V extends ViewName>(view: V, params: ViewParams<V>): LiveView<never, never> => {
    const make = views[view] as (params: ViewParams<V>) => LiveView<never, never>; // name and shape belong together in ViewMakers
    return make(params);
  };
  const openCursor = ({ runId, from = 0 }: ViewParams<'log'>, told: (message: unknown) => void) => {
    if (runId !== undefined) parts.library.run(runId);
    return openLogCursor(parts.store, { runId: runId ?? null, from }, { push: told, again: hub.refresh });
  };

  return {
    call: async <M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> =>
      handlers[method](params),
    subscribe: <V extends ViewName>(view: V, params: ViewParams<V>, push: (message: ViewPush<V>) => void) => {
      const told = push as (message: unknown) => void;
      const subscription = view === 'log' ? openCursor(params, told) : openLiveView(viewOf(view, params), told);
      const end = hub.add(subscription);
      const unwatch = view === 'project' ? watch() : () => {};
      return () => {
        end();
        unwatch();
      };
    },
    close: async () => {
      if (closed) return;
      closed = true;
      cancelLook();
      endReading();
      hub.close();
      parts.engine?.close();
      await parts.rooms.close();
      await parts.care?.close();
      parts.store.close();
    },
  };
}

/** A reader is told nothing: it asks the ledger whether its owner has written. The returned function ends it. */
function followOthers({ store, clock, log }: ServiceParts, onChange: () => void): () => void {
  let version = store.dataVersion();
  let cancel = () => {};
  const look = () => {
    cancel = clock.after(READER_LOOK_MS, look);
    try {
      const now = store.dataVersion();
      if (now === version) return;
      version = now;
      onChange();
    } catch (thrown) {
      cancel();
      log('error', `The ledger cannot be read any more: ${asPatchbayError(thrown).message}`);
    }
  };
  cancel = clock.after(READER_LOOK_MS, look);
  return () => cancel();
}
