// Where the user is, kept in the address: parses, formats and follows `#/…`.
import { useMemo, useSyncExternalStore } from 'react';

export type Route =
  | { readonly panel: 'runs' }
  | {
      readonly panel: 'run';
      readonly runId: string;
      readonly task: string | null;
      readonly look: 'graph' | 'table';
    }
  | { readonly panel: 'patches'; readonly runId: string | null }
  | { readonly panel: 'patch'; readonly patchId: string; readonly file: string | null }
  | { readonly panel: 'workers' }
  | { readonly panel: 'events'; readonly runId: string | null };

export type PanelId = Route['panel'];

/** An address nobody can read leads to the list of runs. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [panel, rawId] = path.split('/', 2);
  const query = new URLSearchParams(search);
  const id = rawId === undefined || rawId === '' ? null : rawId;
  if (panel === 'run' && id !== null) {
    const look = query.get('look') === 'table' ? 'table' : 'graph';
    return { panel, runId: id, task: query.get('task'), look };
  }
  if (panel === 'patch' && id !== null) return { panel, patchId: id, file: query.get('file') };
  if (panel === 'patches' || panel === 'events') return { panel, runId: query.get('run') };
  return { panel: panel === 'workers' ? 'workers' : 'runs' };
}

export function formatRoute(route: Route): string {
  switch (route.panel) {
    case 'runs':
      return '#/runs';
    case 'run':
      return withQuery(`#/run/${route.runId}`, {
        look: route.look === 'table' ? 'table' : null,
        task: route.task,
      });
    case 'patches':
      return withQuery('#/patches', { run: route.runId });
    case 'patch':
      return withQuery(`#/patch/${route.patchId}`, { file: route.file });
    case 'workers':
      return '#/workers';
    case 'events':
      return withQuery('#/events', { run: route.runId });
  }
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null) query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function navigate(route: Route): void {
  window.location.hash = formatRoute(route);
}

/** For an answer that takes a while: navigates only when the user is still where this was called. */
export function navigateUnlessMoved(): (route: Route) => void {
  const place = window.location.hash;
  return (route) => {
    if (window.location.hash === place) navigate(route);
  };
}

/** Changes the address without a step in the browser's history, for selections within a screen. */
export function replaceRoute(route: Route): void {
  window.history.replaceState(null, '', formatRoute(route));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
