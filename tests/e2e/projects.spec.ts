// Several projects in one window: opened, shown, closed; and a window that only looks on.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startProgram } from '../acceptance/patchbay-program.ts';
import { gitIn, tempFolder, writeFile } from '../fakes/temp-repository.ts';
import { connection, expect, openScreen, test } from './patchbay-test.ts';

const folders: string[] = [];
test.afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

function secondProject(): string {
  const folder = tempFolder('second');
  folders.push(folder);
  const root = join(folder, 'coffee shop');
  writeFile(join(root, 'README.md'), '# Coffee shop\n');
  gitIn(root, ['init', '-q', '-b', 'main']);
  gitIn(root, ['add', '-A']);
  gitIn(root, ['commit', '-q', '-m', 'Begin']);
  return root;
}

test('a second project is opened beside the first, and closed again', async ({ page, ownShop }) => {
  const second = secondProject();
  await openScreen(page, ownShop, '#/runs');
  await page.getByRole('button', { name: 'Projects' }).click();
  await expect(page.getByRole('menuitem', { name: /tea shop On this screen/ })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Open another project…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open another project' });
  await dialog.getByLabel('Folder').fill('/nowhere/at/all');
  await dialog.getByRole('button', { name: 'Open project' }).click();
  await expect(dialog).toContainText('/nowhere/at/all is not inside a git repository');
  await dialog.getByLabel('Folder').fill(second);
  await dialog.getByLabel('Folder').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'coffee shop' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('project')).toMatch(/^coffee-shop-[0-9a-f]{12}$/);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'coffee shop' })).toBeVisible();
  await page.getByRole('button', { name: 'Projects' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: /coffee shop On this screen/ })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Close coffee shop' }).click();
  await page.getByRole('dialog', { name: 'Close coffee shop?' }).getByRole('button', { name: 'Close project' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tea shop' })).toBeVisible();
  await page.getByRole('button', { name: 'Projects' }).click();
  await page.getByRole('menuitem', { name: /coffee shop Not open/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'coffee shop' })).toBeVisible();
});

test('a page whose project is not open says so and leads back', async ({ page, ownShop }) => {
  await openScreen(page, ownShop, '#/runs');
  const address = new URL(page.url());
  address.searchParams.set('project', 'gone-000000000000');
  await page.goto(address.href);
  await expect(page.getByText('This project is not open in this Patchbay.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the first project' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tea shop' })).toBeVisible();
});

test('a window may look on while another one owns the project', async ({ page, ownShop }) => {
  const args = ['serve', ...ownShop.here, '--no-open', '--read-only'];
  const looking = startProgram(args);
  await looking.said(/#token=/);
  await page.goto(looking.stdout().split('\n')[0] ?? '');
  await expect(connection(page)).toHaveText('Connected');
  await expect(
    page.getByText(/Looking on\. Nothing can be changed from here\. Process \d+ owns the project\./),
  ).toBeVisible();
  const run = await ownShop.ask<{ readonly run_id: string }>('run', join(ownShop.root, 'plans', 'tea-shop.plan.yaml'));
  await expect(page.getByRole('row', { name: /Tea shop|tea-shop/i }).first()).toBeVisible();
  await page.goto(`${new URL(page.url()).origin}/#/run/${run.run_id}`);
  await expect(page.getByText('Succeeded').first()).toBeVisible();
  looking.child.kill('SIGTERM');
  await looking.answer;
});
