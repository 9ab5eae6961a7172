// Which built file an `app://` address means; only files that were listed at the start exist.

export const APP_ORIGIN = 'app://patchbay';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
};

export interface AppFile {
  /** Path below the built screens, with `/`. */
  readonly path: string;
  readonly contentType: string;
}

/** Null for another host, a path that was not listed, or a kind of file the app does not have. */
export function resolveAppUrl(url: string, listed: ReadonlySet<string>): AppFile | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== APP_ORIGIN) return null;
  const path = pathname === '/' ? 'index.html' : decoded(pathname).slice(1);
  const contentType = TYPES[path.slice(path.lastIndexOf('.') + 1)];
  return listed.has(path) && contentType !== undefined ? { path, contentType } : null;
}

/** True for the page of the app itself, in the main frame's own words about where it is. */
export function isAppPage(url: string): boolean {
  return URL.canParse(url) && url.startsWith(`${APP_ORIGIN}/`);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
