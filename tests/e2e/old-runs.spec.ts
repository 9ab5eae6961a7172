// The runs of a migrated old pipeline on the screen Runs: listed, marked, and without anything to press on them.
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { OLDEST } from '../unit/main/store/legacy/legacy-fixture.ts';
import { connection, expect, test } from './patchbay-test.ts';
import type { ServedProject } from './served-project.ts';

/** Migrates a database beside the project while the project is being served. */
async function migrateBeside(shop: ServedProject): Promise<string> {
  const file = join(dirname(shop.root), 'pipeline state.db');
  const db = new Database(file);
  db.exec(OLDEST);
  db.close();
  await shop.ask('migrate-legacy', file, '--apply');
  return file;
}

test('runs of an old pipeline are listed below the others and can only be read', async ({ page, ownShop }) => {
  await page.goto(ownShop.url());
  await expect(connection(page)).toHaveText('Connected');
  await expect(page.getByRole('heading', { name: 'No runs yet' })).toBeVisible();
  const section = page.getByRole('region', { name: 'Runs of an old pipeline' });
  await expect(section).toHaveCount(0);

  const file = await migrateBeside(ownShop);
  await page.reload();
  await expect(section).toContainText('Read-only');
  const rows = section.getByRole('row', { name: /of an old pipeline, read-only$/ });
  await expect(rows).toHaveCount(4);
  const oldest = rows.last();
  await expect(oldest).toContainText('1 · pipeline state.db');
  await expect(oldest).toContainText('completed');
  await expect(oldest).toContainText('2 workstreams, 3 attempts');
  await expect(oldest).toContainText('2025');
  const [, ulid = ''] = /patchbay status (\w+)/.exec(await oldest.innerText()) ?? [];
  expect(await ownShop.ask('status', ulid), 'the command of the row shows that run').toMatchObject({ legacy_id: '1' });

  await expect(rows.getByRole('button')).toHaveCount(0);
  await expect(rows.getByRole('link')).toHaveCount(0);
  const before = page.url();
  await oldest.click();
  await oldest.press('Enter');
  expect(page.url()).toBe(before);
  await section.getByRole('button', { name: 'State there' }).click();
  await expect(rows.last()).toContainText('running');

  renameSync(file, `${file}.gone`);
  await page.reload();
  await expect(section).toContainText(/Runs of an old pipeline are not shown: .*pipeline state\.db/);
  await expect(rows).toHaveCount(0);
});
