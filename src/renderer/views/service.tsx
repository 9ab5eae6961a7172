// Hands the connection and the cache of views to the screens, as React context and hooks.
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { ViewName, ViewParams } from '../../shared/ipc/views.ts';
import { present } from '../../shared/lib/assert.ts';
import type { Connection, LinkState } from './connection.ts';
import { type ViewCache, type ViewState, viewKey } from './view-cache.ts';

export interface Service {
  readonly connection: Connection;
  readonly views: ViewCache;
}

const ServiceContext = createContext<Service | null>(null);

export function ServiceProvider(props: { readonly service: Service; readonly children: ReactNode }) {
  return <ServiceContext value={props.service}>{props.children}</ServiceContext>;
}

export function useService(): Service {
  return present(useContext(ServiceContext), 'service around this screen');
}

/** Subscribes while the component is on screen; renders again when the view changes. */
export function useView<V extends ViewName>(view: V, params: ViewParams<V>): ViewState<V> {
  const { views } = useService();
  const key = viewKey(view, params);
  const subscribe = useCallback(
    // The key says everything about the parameters, whose identity changes with every render.
    (listener: () => void) => views.watch(view, JSON.parse(key.slice(view.length)), listener),
    [views, view, key],
  );
  const state = useSyncExternalStore(subscribe, () => views.state(key));
  return state as unknown as ViewState<V>; // the cache keeps every view under its own key
}

export function useLinkState(): LinkState {
  const { connection } = useService();
  return useSyncExternalStore(connection.onLinkState, connection.linkState);
}
