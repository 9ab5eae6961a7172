// What every browser test shares: projects that are served and ended, and a page that must not complain.
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type ServedProject, sampleProject } from './served-project.ts';

interface TestParts {
  /** Complaints of the browser that this test causes on purpose, for example by killing the host. */
  readonly expectedNoise: RegExp | null;
  readonly noComplaints: undefined;
  /** A fresh sample project for this test alone. */
  readonly ownShop: ServedProject;
}

interface WorkerParts {
  /** One served sample project for all tests that do not harm it. */
  readonly shop: ServedProject;
}

export const test = base.extend<TestParts, WorkerParts>({
  expectedNoise: [null, { option: true }],
  noComplaints: [
    async ({ context, expectedNoise }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        const wanted = expectedNoise?.test(message.text()) ?? false;
        if (['error', 'warning'].includes(message.type()) && !wanted) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use(undefined);
      expect(complaints, 'no errors and no refusals by the content-security policy').toEqual([]);
    },
    { auto: true },
  ],
  ownShop: async ({ page }, use) => {
    const shop = await sampleProject();
    await shop.start();
    await use(shop);
    // The page goes first: one whose server has gone complains.
    await page.close();
    await shop.close();
  },
  shop: [
    async ({ browserName: _ }, use) => {
      const shop = await sampleProject();
      await shop.start();
      await use(shop);
      await shop.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };

export interface RunDocument {
  readonly run_id: string;
  readonly state: string;
}

/** A run of the whole sample plan that has succeeded; the first test to ask for it makes it. */
export async function sampleRun(shop: ServedProject): Promise<string> {
  const { runs } = await shop.ask<{ readonly runs: readonly (RunDocument & { readonly plan_id: string })[] }>('status');
  const done = runs.find((run) => run.plan_id === 'tea-shop' && run.state === 'succeeded');
  if (done !== undefined) return done.run_id;
  const run = await shop.ask<RunDocument>('run', `${shop.root}/plans/tea-shop.plan.yaml`);
  return run.run_id;
}

/** The screen `hash` of a project, signed in. */
export async function openScreen(page: Page, shop: ServedProject, hash: string): Promise<void> {
  await page.goto(shop.url());
  await expect(connection(page)).toHaveText('Connected');
  await page.evaluate((target) => {
    window.location.hash = target;
  }, hash);
}

export const connection = (page: Page): Locator => page.getByRole('status', { name: 'Connection' });

/** A task's card in the graph; its name says its state too. */
export const card = (page: Page, name: RegExp | string): Locator => page.getByRole('button', { name });

/** The state of the run, as its header says it. */
export const runState = (page: Page): Locator =>
  page.locator('main header').getByText(/^(Running|Succeeded|Cancelled|Failed)$/);

/** Presses Tab until `target` has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('80 presses of Tab did not reach it');
}
