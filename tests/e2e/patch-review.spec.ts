// A patch is read side by side in Monaco, with the mouse and with nothing but the keyboard.
import type { Page } from '@playwright/test';
import { card, expect, openScreen, runState, sampleRun, tabTo, test } from './patchbay-test.ts';
import { quickPlan } from './small-plans.ts';

const changes = (page: Page, path: string) => page.getByRole('region', { name: `Changes in ${path}` });
// The two panes of Monaco have no roles of their own.
const before = (page: Page, path: string) => changes(page, path).locator('.editor.original .view-lines');
const after = (page: Page, path: string) =>
  changes(page, path).locator('.editor.modified .view-lines:not(.line-delete)');
/** The right pane; in the unified view the old lines stand in it too. */
const onePane = (page: Page, path: string) => changes(page, path).locator('.editor.modified');

async function openPatchOf(page: Page, task: RegExp): Promise<void> {
  await card(page, task).click();
  await page.getByRole('complementary').getByRole('link', { name: 'Open patch' }).click();
}

test('a patch shows the old text beside the new one, its files and everything that happened to it', async ({
  page,
  shop,
}) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await openPatchOf(page, /^Sell tea by the pot/);
  await expect(before(page, 'src/price.js')).toContainText('return tea(line.tea).cents * line.count;');
  await expect(before(page, 'src/price.js')).not.toContainText('SIZES');
  await expect(after(page, 'src/price.js')).toContainText('const SIZES = { cup: 1, pot: 2.5 };');
  const files = page.getByRole('navigation', { name: 'Files of this patch' });
  await expect(files.getByRole('button')).toHaveText([/price\.js/, /price\.test\.js/]);
  const history = page.getByRole('listitem').filter({ has: page.getByRole('time') });
  await expect(history).toHaveText([/Recorded/, /Validated/, /In queue/, /Applied/, /Verified/, /Committed/]);

  await page.getByRole('radio', { name: 'Unified' }).click();
  await expect(onePane(page, 'src/price.js')).toContainText('return tea(line.tea).cents * line.count;');
  await expect(onePane(page, 'src/price.js')).toContainText('const SIZES');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Unified' })).toBeChecked();
  await page.getByRole('radio', { name: 'Side by side' }).click();
  await expect(onePane(page, 'src/price.js')).not.toContainText('return tea(line.tea).cents * line.count;');
});

test('F7 goes to the next change, ] to the next file, and v ticks a file', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await openPatchOf(page, /^Write the release notes/);
  const line = page.locator('.editor.modified .active-line-number');
  await expect(after(page, 'CHANGELOG.md')).toContainText('1.1.0');
  await page.keyboard.press('F7');
  await expect(line).toBeVisible();
  await page.keyboard.press(']');
  await expect(changes(page, 'package.json')).toBeVisible();
  await page.keyboard.press('[');
  await expect(changes(page, 'CHANGELOG.md')).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByRole('checkbox', { name: 'Viewed CHANGELOG.md' })).toBeChecked();
  await expect(changes(page, 'package.json')).toBeVisible();
  await expect(before(page, 'package.json')).toContainText('1.0.0');
});

test('somebody without a mouse runs a plan and reads a patch', async ({ page, shop }) => {
  shop.addPlan('quick', quickPlan);
  await page.goto(shop.url());
  await tabTo(page, page.getByRole('button', { name: 'Run Quick words' }));
  await page.keyboard.press('Enter');
  await expect(runState(page)).toHaveText('Succeeded');
  await tabTo(page, card(page, 'Say goodbye, Completed'));
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Task Say goodbye' });
  await tabTo(page, inspector.getByRole('link', { name: 'Open patch' }));
  await page.keyboard.press('Enter');
  await expect(after(page, 'docs/hello.md')).toContainText('See you soon.');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Events');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Events' })).toBeVisible();
});

test('the table has the same tasks as the graph and opens the same inspector', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await page.getByRole('radio', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Tasks' });
  await expect(table.getByRole('row')).toHaveCount(12);
  await table.getByRole('button', { name: 'Task' }).click();
  await expect(table.getByRole('row').nth(1)).toContainText('Every tenth cup is free');
  await table.getByRole('row', { name: /^Every tenth cup/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Task Find a tea by part of its name' })).toBeVisible();
});
