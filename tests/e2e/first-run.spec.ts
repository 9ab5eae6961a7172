// The main job as a newcomer sees it: press Run, watch tasks become patches, ask why one waits or was tried again.
import type { Page } from '@playwright/test';
import { card, expect, openScreen, runState, sampleRun, test } from './patchbay-test.ts';

/** Remembers every name that a card has had since now: short states must not be missed between two looks. */
async function watchCards(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const node of document.querySelectorAll('.react-flow__node-task'))
        seen.add(node.getAttribute('aria-label') ?? '');
    };
    new MutationObserver(look).observe(document.body, { attributes: true, childList: true, subtree: true });
    Object.assign(window, { seenCards: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { seenCards: Set<string> }).seenCards]); // set just above
}

test('a newcomer presses Run and watches eleven tasks become commits', async ({ page, shop }) => {
  await page.goto(shop.url());
  await expect(page.getByRole('heading', { name: 'Tea shop (sample)' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Open the tea shop' })).toContainText('11 tasks');
  const seen = await watchCards(page);
  await page.getByRole('button', { name: 'Run Open the tea shop' }).click();
  await expect(runState(page)).toHaveText('Running');

  // While it waits, the inspector says for what.
  await card(page, /^Write the release notes, Waiting/).click();
  const waiting = page.getByRole('complementary', { name: 'Task Write the release notes' });
  await expect(waiting).toContainText('What frees it');
  await page.keyboard.press('Escape');

  await expect(runState(page)).toHaveText('Succeeded', { timeout: 60_000 });
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '11');
  await expect(page.getByText('11 of 11')).toBeVisible();
  // A slow page may miss a short state of one task, but not of all eleven.
  const states = (await seen()).join('; ');
  for (const state of ['Waiting', 'Running', 'Checking', 'Completed']) expect(states).toContain(`, ${state}`);
  expect(states).toContain('Greet guests by the hour, Trying again');
  expect(states).toContain('Greet guests by the hour, Completed, attempt 2 of 3');
  // Nothing has touched the user's branch.
  expect(shop.git('status', '--porcelain')).toBe('');
  expect(shop.git('log', '--oneline', 'main').split('\n')).toHaveLength(1);
});

test('the task that was tried again shows both attempts and the gate that failed', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await card(page, 'Greet guests by the hour, Completed, attempt 2 of 3').click();
  const inspector = page.getByRole('complementary', { name: 'Task Greet guests by the hour' });
  const attempts = inspector.getByRole('listitem').filter({ hasText: /^Attempt \d/ });
  await expect(attempts).toHaveCount(2);
  await expect(attempts.first()).toContainText('Attempt 2');

  const failed = inspector.getByRole('group').filter({ hasText: 'unit' }).filter({ hasText: 'Failed' });
  await failed.first().getByText('unit').click();
  await expect(failed.first()).toContainText('the morning ends at noon');
  await expect(failed.first()).toContainText('exit 1');

  await inspector.getByRole('link', { name: 'Open earlier patch' }).click();
  await expect(page.getByText('The patch is kept in the ledger')).toBeVisible();
});

test('what a tool wrote is shown when it is asked for', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await card(page, /^Hang the price list in the window/).click();
  const inspector = page.getByRole('complementary', { name: 'Task Hang the price list in the window' });
  await expect(inspector.getByText('price list: 6 teas')).toHaveCount(0);
  await inspector.getByRole('button', { name: 'Show output' }).click();
  await expect(inspector.getByRole('region', { name: 'Output of attempt 1' })).toContainText(/price list: \d+ teas/);
});
