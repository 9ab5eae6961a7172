// A page on a name that was rebound to this machine tries everything a page can; the web host gives it nothing.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, expect, test } from '@playwright/test';
import { fakeService } from '../fakes/fake-service.ts';
import { type WebRig, webRig } from '../unit/main/hosts/web/web-rig.ts';

let rig: WebRig;
const evilPage = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>evil</title>');
});

test.beforeAll(async () => {
  rig = await webRig(fakeService({ 'run.list': () => ({ runs: [] }) }));
  await new Promise<void>((resolve) => evilPage.listen(0, '127.0.0.1', resolve));
});

test.afterAll(async () => {
  await rig.close();
  evilPage.close();
});

/** What the page could reach: each answer is a status, `open`, or `blocked`. */
async function attack(target: string): Promise<Record<string, string | number>> {
  const get = (init: RequestInit) =>
    fetch(`http://${target}/`, init).then(
      (r) => r.status,
      () => 'blocked',
    );
  const socket = await new Promise<string>((resolve) => {
    const ws = new WebSocket(`ws://${target}/ws`);
    ws.onopen = () => resolve('open');
    ws.onerror = () => resolve('blocked');
  });
  const headers = { 'Content-Type': 'application/json', 'X-Patchbay': '1' };
  const auth = (init: RequestInit) =>
    fetch(`http://${target}/auth`, init).then(
      (r) => r.status,
      () => 'blocked',
    );
  return {
    socket,
    get: await get({}),
    getOpaque: await get({ mode: 'no-cors' }),
    post: await auth({ method: 'POST', headers, body: '{"token":"x"}' }),
    simplePost: await auth({ method: 'POST', mode: 'no-cors', body: '{"token":"x"}' }),
  };
}

test('a rebound name is refused on every way in', async () => {
  const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...args, '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  });
  const page = await browser.newPage();
  const refused = await page.goto(`http://evil.test:${rig.host.port}/`);
  expect(refused?.status()).toBe(421);
  // The name is now this machine's: for the browser all of this is same-origin.
  const sameName = await page.evaluate(attack, `evil.test:${rig.host.port}`);
  expect(sameName).toEqual({ socket: 'blocked', get: 421, getOpaque: 421, post: 421, simplePost: 421 });
  await browser.close();
});

test('a page of another origin on this machine is refused on every way in', async ({ page }) => {
  const { port } = evilPage.address() as AddressInfo; // a listening TCP server has this form of address
  await page.goto(`http://127.0.0.1:${port}/`);
  const answers = await page.evaluate(attack, `127.0.0.1:${rig.host.port}`);
  expect(answers).toEqual({
    socket: 'blocked',
    get: 'blocked',
    getOpaque: 'blocked',
    post: 'blocked',
    simplePost: 'blocked',
  });
});

test('the page itself signs in by the token of its URL and opens its socket', async ({ page }) => {
  await page.goto(`http://127.0.0.1:${rig.host.port}/`);
  const opened = await page.evaluate(async (token) => {
    const headers = { 'Content-Type': 'application/json', 'X-Patchbay': '1' };
    const { status } = await fetch('/auth', { method: 'POST', headers, body: JSON.stringify({ token }) });
    const state = await new Promise((resolve) => {
      const ws = new WebSocket(`ws://${location.host}/ws`);
      ws.onopen = () => resolve('open');
      ws.onerror = () => resolve('blocked');
    });
    return { status, state, cookie: document.cookie };
  }, rig.token);
  expect(opened).toEqual({ status: 204, state: 'open', cookie: '' });
});
