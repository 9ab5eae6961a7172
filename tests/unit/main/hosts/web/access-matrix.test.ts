// Every combination of what an attacker's page could send: exactly the listed ones pass.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeService } from '../../../../fakes/fake-service.ts';
import { type Ask, ask, upgradeHeaders, type WebRig, webRig } from './web-rig.ts';

let rig: WebRig;
let cookie = '';

beforeAll(async () => {
  rig = await webRig(fakeService());
  const host = `127.0.0.1:${rig.host.port}`;
  const accepted = await ask(rig.host.port, signIn(host, rig.token));
  cookie = String(accepted.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(() => rig.close());

function signIn(host: string, token: string): Ask {
  const headers = { Host: host, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin', 'X-Patchbay': '1' };
  return {
    method: 'POST',
    path: '/auth',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  };
}

const HOSTS = ['own', 'localhost', 'six', 'rebound', 'other-port', 'no-port', 'subdomain', 'absent'] as const;
const ORIGINS = ['own', 'absent', 'evil', 'null', 'https', 'other-local-name'] as const;
const SITES = ['absent', 'same-origin', 'none', 'same-site', 'cross-site'] as const;
const COOKIES = ['right', 'wrong', 'absent'] as const;
const WAYS = ['GET', 'POST', 'POST-unmarked', 'PUT', 'OPTIONS', 'socket'] as const;

interface Combination {
  readonly host: (typeof HOSTS)[number];
  readonly origin: (typeof ORIGINS)[number];
  readonly site: (typeof SITES)[number];
  readonly cookie: (typeof COOKIES)[number];
  readonly way: (typeof WAYS)[number];
}

const ALL: readonly Combination[] = HOSTS.flatMap((host) =>
  ORIGINS.flatMap((origin) =>
    SITES.flatMap((site) =>
      COOKIES.flatMap((given) => WAYS.map((way) => ({ host, origin, site, cookie: given, way }))),
    ),
  ),
);

/** The whole list of what may pass. */
const PASSES: Readonly<Record<Combination['way'], readonly { origin: string; site: string; cookie: string }[]>> = {
  GET: ['own', 'absent'].flatMap((origin) =>
    ['absent', 'same-origin', 'none'].flatMap((site) => COOKIES.map((given) => ({ origin, site, cookie: given }))),
  ),
  POST: ['same-origin', 'none'].flatMap((site) => COOKIES.map((given) => ({ origin: 'own', site, cookie: given }))),
  'POST-unmarked': [],
  PUT: [],
  OPTIONS: [],
  socket: ['absent', 'same-origin', 'none'].map((site) => ({ origin: 'own', site, cookie: 'right' })),
};

function mayPass({ host, origin, site, cookie: given, way }: Combination): boolean {
  if (!['own', 'localhost', 'six'].includes(host)) return false;
  return PASSES[way].some((row) => row.origin === origin && row.site === site && row.cookie === given);
}

function asked(combination: Combination): Ask {
  const { port } = rig.host;
  const hosts = {
    own: `127.0.0.1:${port}`,
    localhost: `localhost:${port}`,
    six: `[::1]:${port}`,
    rebound: `evil.test:${port}`,
    'other-port': `127.0.0.1:${port + 1}`,
    'no-port': '127.0.0.1',
    subdomain: `localhost.evil.test:${port}`,
    absent: undefined,
  };
  const host = hosts[combination.host];
  const origins = {
    own: `http://${host}`,
    absent: undefined,
    evil: 'http://evil.test',
    null: 'null',
    https: `https://${host}`,
    'other-local-name': combination.host === 'localhost' ? `http://127.0.0.1:${port}` : `http://localhost:${port}`,
  };
  const cookies = { right: cookie, wrong: `patchbay_${port}=${'A'.repeat(43)}`, absent: undefined };
  const headers = {
    Host: host,
    Origin: origins[combination.origin],
    'Sec-Fetch-Site': combination.site === 'absent' ? undefined : combination.site,
    Cookie: cookies[combination.cookie],
  };
  const { way } = combination;
  if (way === 'socket') return { path: '/ws', headers: { ...headers, ...upgradeHeaders() } };
  if (!way.startsWith('POST')) return { method: way, path: '/', headers };
  const marker = way === 'POST' ? '1' : undefined;
  const all = { ...headers, 'Content-Type': 'application/json', 'X-Patchbay': marker };
  return { method: 'POST', path: '/auth', headers: all, body: JSON.stringify({ token: rig.token }) };
}

const PASSED = { GET: 200, POST: 204, 'POST-unmarked': 0, PUT: 0, OPTIONS: 0, socket: 101 } as const;

describe('the web host', () => {
  it(`lets exactly the listed ones of ${ALL.length} combinations pass`, async () => {
    const wrong: string[] = [];
    let passed = 0;
    const queue = [...ALL];
    const worker = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const { status } = await ask(rig.host.port, asked(next));
        const may = mayPass(next);
        if (may) passed += 1;
        if ((status === PASSED[next.way]) !== may || (!may && status < 400))
          wrong.push(`${status} ${JSON.stringify(next)}`);
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    expect(wrong).toEqual([]);
    expect(passed).toBe(3 * (18 + 6 + 3));
  });

  it('answers a rebound name with 421, whatever else is right', async () => {
    const all: Combination = { host: 'rebound', origin: 'own', site: 'same-origin', cookie: 'right', way: 'socket' };
    expect((await ask(rig.host.port, asked(all))).status).toBe(421);
    expect((await ask(rig.host.port, asked({ ...all, way: 'GET' }))).status).toBe(421);
  });

  it('sends no CORS header and all security headers, on refusals too', async () => {
    for (const host of ['own', 'rebound'] as const) {
      const combination: Combination = { host, origin: 'absent', site: 'none', cookie: 'absent', way: 'GET' };
      const { headers } = await ask(rig.host.port, asked(combination));
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      });
    }
  });
});
