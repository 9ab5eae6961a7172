// Decides whether a request to the local web host may pass: every rule in one pure function (reliability.md §3.3).
//
// A page on any site, or a name that was rebound to 127.0.0.1, can make the user's browser send requests here. It can
// choose neither Host nor Origin nor Sec-Fetch-Site, and it knows neither the token nor the cookie.

/** What is known about a request before its body is read. Header values as Node gives them. */
export interface RequestFacts {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  /** Whether the value of the session cookie is right. */
  readonly signedIn: boolean;
  /** Value of `X-Patchbay`, which no cross-site form can set. */
  readonly marker: string | undefined;
  readonly upgrade: boolean;
}

export type Verdict =
  | { readonly pass: true; readonly as: 'static' | 'auth' | 'socket' }
  | { readonly pass: false; readonly status: number; readonly reason: string };

const SIGN_IN = 'Sign in with the token of the start-up URL first.';

export function judgeRequest(facts: RequestFacts, port: number): Verdict {
  const host = facts.host ?? '';
  if (!allowedHosts(port).includes(host)) return refuse(421, 'This host answers to its own local name only.');
  if (facts.fetchSite !== undefined && facts.fetchSite !== 'same-origin' && facts.fetchSite !== 'none') {
    return refuse(403, 'Requests from other sites are refused.');
  }
  const sameOrigin = facts.origin === `http://${host}`;
  if (facts.origin !== undefined && !sameOrigin) return refuse(403, 'Requests from other origins are refused.');
  if (facts.upgrade) return judgeUpgrade(facts, sameOrigin);
  if (facts.method === 'POST') return judgePost(facts, sameOrigin);
  if (facts.method !== 'GET' && facts.method !== 'HEAD') return refuse(405, 'Only GET, HEAD and POST /auth exist.');
  // A page whose socket was refused asks here why, which the browser does not tell it.
  if (facts.path === '/ws') return facts.signedIn ? refuse(426, 'This is a WebSocket.') : refuse(401, SIGN_IN);
  return { pass: true, as: 'static' };
}

export function allowedHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
}

/** Chromium sends no Sec-Fetch-Site with an upgrade, so it may be absent here; Origin and cookie may not. */
function judgeUpgrade(facts: RequestFacts, sameOrigin: boolean): Verdict {
  if (facts.method !== 'GET' || facts.path !== '/ws') return refuse(404, 'The only WebSocket is /ws.');
  if (!sameOrigin) return refuse(403, 'A WebSocket needs the Origin of this host.');
  if (!facts.signedIn) return refuse(401, SIGN_IN);
  return { pass: true, as: 'socket' };
}

function judgePost(facts: RequestFacts, sameOrigin: boolean): Verdict {
  if (facts.path !== '/auth') return refuse(404, 'The only POST is /auth.');
  if (!sameOrigin) return refuse(403, 'A POST needs the Origin of this host.');
  if (facts.fetchSite === undefined)
    return refuse(403, 'A POST needs Sec-Fetch-Site, which every current browser sends.');
  if (facts.marker !== '1') return refuse(403, 'A POST needs the header X-Patchbay: 1.');
  return { pass: true, as: 'auth' };
}

function refuse(status: number, reason: string): Verdict {
  return { pass: false, status, reason };
}
