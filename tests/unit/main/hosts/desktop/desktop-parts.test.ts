// What the desktop shell is made of, without Electron: addresses, files, locks, the port broker.
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appProtocol } from '../../../../../src/main/hosts/desktop/app-protocol.ts';
import { denyPermissions, lockContents } from '../../../../../src/main/hosts/desktop/lock-down.ts';
import type { BrokerOptions } from '../../../../../src/main/hosts/desktop/port-broker.ts';
import { brokerPorts, CONNECT, PORT } from '../../../../../src/main/hosts/desktop/port-broker.ts';
import { isAppPage, resolveAppUrl } from '../../../../../src/main/hosts/desktop/resolve-app-url.ts';
import { utilityEngine } from '../../../../../src/main/hosts/desktop/utility-engine.ts';
import type { ClientMessage, ServerMessage } from '../../../../../src/shared/ipc/wire.ts';
import { channelPair } from '../../../../fakes/channel-pair.ts';

describe('resolveAppUrl', () => {
  const listed = new Set(['index.html', 'assets/app.js', 'assets/über.css', 'notes.txt']);

  it.each([
    ['app://patchbay/', 'index.html'],
    ['app://patchbay/#run', 'index.html'],
    ['app://patchbay/assets/app.js?v=1', 'assets/app.js'],
    ['app://patchbay/assets/%C3%BCber.css', 'assets/über.css'],
  ])('finds %s', (url, path) => {
    expect(resolveAppUrl(url, listed)?.path).toBe(path);
  });

  it.each([
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'https://patchbay/index.html',
    'app://patchbay/%2e%2e/%2e%2e/etc/passwd',
    'app://patchbay/..%5c..%5csecret.js',
    'app://patchbay//etc/passwd',
    'app://patchbay/notes.txt',
    'app://patchbay/%ff',
    'nonsense',
  ])('refuses %s', (url) => {
    expect(resolveAppUrl(url, listed)).toBeNull();
  });

  it('knows the app’s own page from others that look like it', () => {
    expect(isAppPage('app://patchbay/')).toBe(true);
    expect(isAppPage('app://patchbay.evil/')).toBe(false);
    expect(isAppPage('https://patchbay/')).toBe(false);
  });
});

describe('appProtocol', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'pb-app-'));
    mkdirSync(join(dir, 'screens', 'assets'), { recursive: true });
    writeFileSync(join(dir, 'screens', 'index.html'), '<title>Patchbay</title>');
    writeFileSync(join(dir, 'screens', 'assets', 'app.js'), 'void 0;');
    writeFileSync(join(dir, 'secret.js'), 'secret');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('answers listed files with their type and the security headers, and nothing else', async () => {
    const handle = appProtocol(join(dir, 'screens'));
    const page = await handle(new Request('app://patchbay/'));
    expect(await page.text()).toContain('Patchbay');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const script = await handle(new Request('app://patchbay/assets/app.js'));
    expect(script.headers.get('content-type')).toContain('javascript');
    expect((await handle(new Request('app://patchbay/..%2fsecret.js'))).status).toBe(404);
    expect((await handle(new Request('app://patchbay/', { method: 'POST' }))).status).toBe(404);
  });
});

describe('lockContents and denyPermissions', () => {
  it('deny new windows, webviews, foreign navigation and permissions', () => {
    const contents = Object.assign(new EventEmitter(), {
      opens: (): unknown => undefined,
      setWindowOpenHandler(handler: () => unknown) {
        contents.opens = handler;
      },
    });
    lockContents(contents as never); // the two methods it uses
    expect(contents.opens()).toEqual({ action: 'deny' });
    const prevented = (name: string, url: string) => {
      let stopped = false;
      contents.emit(name, { url, preventDefault: () => (stopped = true) });
      return stopped;
    };
    expect(prevented('will-navigate', 'https://evil.test/')).toBe(true);
    expect(prevented('will-redirect', 'file:///etc/passwd')).toBe(true);
    expect(prevented('will-navigate', 'app://patchbay/')).toBe(false);
    expect(prevented('will-attach-webview', '')).toBe(true);

    const asked: Record<string, boolean> = {};
    denyPermissions({
      setPermissionRequestHandler: (handler) => {
        for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
          handler?.({} as never, name as never, (granted) => (asked[name] = granted), {} as never);
        }
      },
      setPermissionCheckHandler: (handler) => {
        asked.check = handler?.(null, 'media', '', {} as never) ?? true;
      },
    });
    expect(Object.values(asked)).toEqual([false, false, false, false, false, false]);
  });
});

describe('brokerPorts', () => {
  function rig() {
    const ipc = new EventEmitter();
    const engine = channelPair<ClientMessage, ServerMessage>();
    const port = Object.assign(new EventEmitter(), {
      sent: [] as unknown[],
      postMessage: (m: unknown) => void port.sent.push(m),
      start() {},
      close() {},
    });
    const options = {
      ipc,
      newChannel: () => ({ port1: port, port2: 'theirs' }),
      connect: () => engine.left,
      log: () => {},
    };
    brokerPorts(options as unknown as BrokerOptions); // the parts of Electron that it uses
    const given: unknown[] = [];
    const ask = (senderFrame: unknown) =>
      ipc.emit(CONNECT, { senderFrame, sender: { postMessage: (...args: unknown[]) => given.push(args) } });
    return { ask, given, port, engine: engine.right };
  }

  it('gives the app’s own page a port to the engine', async () => {
    const { ask, given, port, engine } = rig();
    ask({ url: 'app://patchbay/', parent: null });
    expect(given).toEqual([[PORT, null, ['theirs']]]);
    const heard: ClientMessage[] = [];
    engine.onMessage((message) => heard.push(message));
    const call: ClientMessage = { t: 'call', id: 1, method: 'run.list', params: {} };
    port.emit('message', { data: call });
    await expect.poll(() => heard).toEqual([call]);
    engine.send({ t: 'engine', state: 'up' });
    await expect.poll(() => port.sent).toEqual([{ t: 'engine', state: 'up' }]);
  });

  it.each([
    ['another page', { url: 'https://evil.test/', parent: null }],
    ['a frame inside the page', { url: 'app://patchbay/', parent: {} }],
    ['a frame that is gone', null],
  ])('gives %s nothing', (_who, frame) => {
    const { ask, given } = rig();
    ask(frame);
    expect(given).toEqual([]);
  });
});

describe('utilityEngine', () => {
  it('is an engine child like a forked one', () => {
    const utility = Object.assign(new EventEmitter(), { pid: 42, postMessage() {}, kill: () => true });
    const child = utilityEngine(utility as never); // the parts of Electron that it uses
    const seen: unknown[] = [];
    child.onMessage((message) => seen.push(message));
    child.onExit((how) => seen.push(how));
    utility.emit('message', { k: 'ready' });
    utility.emit('exit', 7);
    expect([child.pid, ...seen]).toEqual([42, { k: 'ready' }, 'exit 7']);
  });
});

describe('the bridge', () => {
  it('stays under 60 lines and exposes one function', () => {
    const text = readFileSync('src/preload/bridge.ts', 'utf8');
    expect(text.split('\n').length).toBeLessThan(60);
    expect(text.match(/exposeInMainWorld/g)).toHaveLength(1);
  });
});
