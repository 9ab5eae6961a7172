// The web host from outside: files, sign-in, lock, WebSocket, limits.
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { browserCommand } from '../../../../../src/main/hosts/web/open-browser.ts';
import { LOCK, webSession } from '../../../../../src/main/hosts/web/web-session.ts';
import { SOCKET_LIMITS } from '../../../../../src/main/hosts/web/web-socket-channel.ts';
import { type FakeService, fakeService } from '../../../../fakes/fake-service.ts';
import { type Ask, ask, type WebRig, webRig } from './web-rig.ts';

let rig: WebRig;
let service: FakeService;

beforeEach(async () => {
  service = fakeService({ 'run.list': () => ({ runs: [] }) });
  rig = await webRig(service);
});

afterEach(() => rig.close());

const own = () => `127.0.0.1:${rig.host.port}`;

function post(token: unknown, changes: Partial<Ask> = {}) {
  const headers = {
    Host: own(),
    Origin: `http://${own()}`,
    'Sec-Fetch-Site': 'same-origin',
    'X-Patchbay': '1',
    'Content-Type': 'application/json',
  };
  return ask(rig.host.port, { method: 'POST', path: '/auth', headers, body: JSON.stringify({ token }), ...changes });
}

async function signedInSocket(): Promise<WebSocket> {
  const accepted = await post(rig.token);
  const cookie = String(accepted.headers['set-cookie']).split(';')[0] ?? '';
  const socket = new WebSocket(`ws://${own()}/ws`, { origin: `http://${own()}`, headers: { cookie } });
  await once(socket, 'open');
  return socket;
}

describe('startWebHost', () => {
  it('serves the built files and nothing beside them', async () => {
    const get = (path: string) => ask(rig.host.port, { path, headers: { Host: own() } });
    expect(await get('/')).toMatchObject({ status: 200, body: expect.stringContaining('Patchbay') });
    expect((await get('/assets/app.js')).headers['content-type']).toContain('javascript');
    for (const path of ['/../secret.txt', '/..%2f..%2fsecret.txt', '/%2e%2e/%2e%2e/secret.txt', '/web.json', '/auth']) {
      expect(await get(path)).toMatchObject({ status: 404, body: expect.not.stringContaining('secret') });
    }
  });

  it('listens on this machine only, and says so in a file for this user only', async () => {
    const file = join(rig.dir, 'web.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, port: rig.host.port });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('exchanges the token for a cookie that scripts and other sites cannot use', async () => {
    const accepted = await post(rig.token);
    expect(accepted.status).toBe(204);
    expect(String(accepted.headers['set-cookie'])).toMatch(
      new RegExp(`^patchbay_${rig.host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect(String(accepted.headers['set-cookie'])).not.toContain(rig.token);
  });

  it('takes the token of the browser start once', async () => {
    const token = new URL(rig.host.launchUrl()).hash.replace('#token=', '');
    expect((await post(token)).status).toBe(204);
    expect((await post(token)).status).toBe(401);
  });

  it.each([
    ['a wrong token', { body: '{"token":"guess"}' }, 401],
    ['a token of the wrong type', { body: '{"token":[1]}' }, 401],
    ['no JSON', { body: 'token' }, 401],
    ['a large body', { body: JSON.stringify({ token: 'x'.repeat(2_000) }) }, 413],
  ])('refuses %s', async (_what, changes, status) => {
    expect((await post('', changes)).status).toBe(status);
  });

  it('locks the door for a minute after ten wrong tokens, even to the right one', async () => {
    for (let failure = 0; failure < LOCK.failures; failure += 1) expect((await post('guess')).status).toBe(401);
    const locked = await post(rig.token);
    expect(locked).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    expect(locked.headers['set-cookie']).toBeUndefined();
  });

  it('speaks the contract over its WebSocket', async () => {
    const socket = await signedInSocket();
    const answers: unknown[] = [];
    socket.on('message', (data) => answers.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ t: 'call', id: 1, method: 'run.list', params: {} }));
    await expect.poll(() => answers).toContainEqual({ t: 'result', id: 1, result: { runs: [] } });
    socket.send(JSON.stringify({ t: 'subscribe', id: 2, view: 'runs', params: {} }));
    await expect.poll(() => service.open.size).toBe(1);
    socket.close();
    await expect.poll(() => service.open.size).toBe(0);
  });

  it('tells a page whose socket was refused why', async () => {
    const plain = (headers: Record<string, string>) =>
      ask(rig.host.port, { path: '/ws', headers: { Host: own(), ...headers } });
    expect((await plain({})).status).toBe(401);
    const cookie = String((await post(rig.token)).headers['set-cookie']).split(';')[0] ?? '';
    expect((await plain({ Cookie: cookie })).status).toBe(426);
  });

  it.each([
    ['text that is no JSON', 'hello', 1007],
    ['a binary message', Buffer.from([1, 2, 3]), 1007],
    ['a message past the limit', 'x'.repeat(SOCKET_LIMITS.messageBytes + 1), 1009],
  ])('closes a WebSocket that sends %s', async (_what, message, code) => {
    const socket = await signedInSocket();
    socket.send(message);
    const [closedWith] = await once(socket, 'close');
    expect(closedWith).toBe(code);
  });

  it('cuts off a page that does not read', async () => {
    const socket = await signedInSocket();
    socket.send(JSON.stringify({ t: 'subscribe', id: 1, view: 'runs', params: {} }));
    await expect.poll(() => service.open.size).toBe(1);
    socket.pause();
    const large = 'x'.repeat(8 * 1024 * 1024);
    for (let push = 0; push < 12; push += 1) service.push('runs', { kind: 'delta', upsert: [], remove: [large] });
    await expect.poll(() => service.open.size, { timeout: 10_000 }).toBe(0);
    socket.terminate();
  });

  it('hangs up on a client that never finishes its request head', async () => {
    const socket = connect(rig.host.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Long: ');
    socket.write('x'.repeat(100_000));
    socket.on('error', () => {}); // a reset is as good an end as any
    await new Promise((resolve) => socket.on('close', resolve));
  });
});

describe('webSession', () => {
  it('opens again after the minute, and a right token forgets earlier failures', () => {
    let now = 0;
    const session = webSession({ now: () => 0, monotonic: () => now, after: () => () => {} });
    for (let failure = 0; failure < LOCK.failures - 1; failure += 1) session.signIn('guess', 1);
    expect(session.signIn(session.token, 1).kind).toBe('accepted');
    for (let failure = 0; failure < LOCK.failures; failure += 1) session.signIn('guess', 1);
    now = LOCK.ms - 1;
    expect(session.signIn(session.token, 1)).toEqual({ kind: 'locked', retrySeconds: 1 });
    now = LOCK.ms;
    expect(session.signIn(session.token, 1).kind).toBe('accepted');
  });

  it('lets the token of a browser start expire after a minute', () => {
    let now = 0;
    const session = webSession({ now: () => 0, monotonic: () => now, after: () => () => {} });
    const token = session.launchToken();
    now = 60_000;
    expect(session.signIn(token, 1).kind).toBe('refused');
  });

  it('knows its cookie among others, and no cookie of another port', () => {
    const session = webSession({ now: () => 0, monotonic: () => 0, after: () => () => {} });
    const signIn = session.signIn(session.token, 80);
    const cookie = signIn.kind === 'accepted' ? (signIn.cookie.split(';')[0] ?? '') : '';
    expect(session.knowsCookie(`a=b; ${cookie}; c=d`, 80)).toBe(true);
    expect(session.knowsCookie(cookie, 81)).toBe(false);
    expect(session.knowsCookie(undefined, 80)).toBe(false);
  });
});

describe('browserCommand', () => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'hands the address over whole and without a shell on %s',
    (platform) => {
      expect(browserCommand('http://127.0.0.1:1/#token=a&b', platform).at(-1)).toBe('http://127.0.0.1:1/#token=a&b');
    },
  );
});
