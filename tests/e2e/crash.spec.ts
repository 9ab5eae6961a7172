// Processes are killed under an open page: the page stays, the run goes on, and nothing is lost.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isAlive, until } from '../fakes/processes-alive.ts';
import { card, connection, expect, type RunDocument, runState, test } from './patchbay-test.ts';
import type { ServedProject } from './served-project.ts';
import { heldPlan } from './small-plans.ts';

interface VerifyDocument {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

/** Appears when the tools may go on. */
const signalOf = (shop: ServedProject) => join(shop.root, '..', 'go');

/** A run whose first three tools are at work and stay so until {@link signalOf} is there. */
async function startHeldRun(page: Page, shop: ServedProject): Promise<string> {
  shop.addPlan('held', heldPlan(signalOf(shop)));
  await page.goto(shop.url());
  await page.getByRole('button', { name: 'Run Four corners' }).click();
  await expect(card(page, /^Task north, Running/)).toBeVisible();
  const { runs } = await shop.ask<{ readonly runs: readonly RunDocument[] }>('status');
  return runs[0]?.run_id ?? '';
}

/** Four tasks, four commits, each file once, and ledger and git of one mind. */
async function expectWhole(shop: ServedProject, runId: string): Promise<void> {
  expect(await shop.ask<VerifyDocument>('verify', runId)).toMatchObject({ ok: true, problems: [] });
  const run = await shop.ask<{ readonly patches: readonly { state: string; files: string[] }[] }>('status', runId);
  const committed = run.patches.filter((patch) => patch.state === 'committed').flatMap((patch) => patch.files);
  expect(committed.sort()).toEqual(['east.txt', 'last.txt', 'north.txt', 'south.txt']);
}

test('the engine is killed under the page in mid-run: the page stays and the run succeeds', async ({
  page,
  ownShop,
}) => {
  const runId = await startHeldRun(page, ownShop);
  await page.evaluate(() => Object.assign(window, { samePage: true }));
  const killed = ownShop.enginePid();
  ownShop.killEngine();
  await until(() => !isAlive(killed));
  // What was known stays on the screen while the engine comes back.
  await expect(card(page, /^Task last, Waiting/)).toBeVisible();
  writeFileSync(signalOf(ownShop), '');
  await expect(connection(page)).toHaveText('Connected', { timeout: 10_000 });
  await expect(runState(page)).toHaveText('Succeeded', { timeout: 30_000 });
  await expect(page.getByText('4 of 4')).toBeVisible();
  expect(ownShop.enginePid()).not.toBe(killed);
  expect(await page.evaluate(() => 'samePage' in window)).toBe(true);
  await expectWhole(ownShop, runId);
});

test.describe('with the host gone', () => {
  // The browser itself complains about a server that is not there.
  test.use({ expectedNoise: /ERR_CONNECTION_REFUSED|WebSocket connection to/ });

  test('host and engine are killed in mid-run: after a new start the run finishes by itself', async ({
    page,
    ownShop,
  }) => {
    const runId = await startHeldRun(page, ownShop);
    await ownShop.killHost();
    await expect(connection(page)).toHaveText('Reconnecting…');
    await expect(card(page, /^Task last/)).toBeVisible();
    writeFileSync(signalOf(ownShop), '');
    await ownShop.start();
    await page.goto(ownShop.url());
    await page.getByRole('row', { name: /^Four corners/ }).click();
    await expect(runState(page)).toHaveText('Succeeded', { timeout: 30_000 });
    await expect(page.getByText('4 of 4')).toBeVisible();
    await expectWhole(ownShop, runId);
  });
});
