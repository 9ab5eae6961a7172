// The screen of workers: who is at work on what, who is in quarantine and why, and what a person does about it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandTask, planDocument } from '../acceptance/plan-document.ts';
import { card, expect, openScreen, test } from './patchbay-test.ts';

// Elsewhere the system does not tell that a process was stopped.
test.skip(process.platform !== 'linux', 'a stopped process is seen on Linux only');

test('a worker whose tool was stopped is shown with the reason, and released', async ({ page, ownShop: shop }) => {
  const settings = { schema: 'patchbay/project.v1', project_id: 'tea-shop', workers: { heartbeat_seconds: 1 } };
  writeFileSync(join(shop.root, 'patchbay.yaml'), JSON.stringify(settings));
  shop.git('commit', '--quiet', '-am', 'Watch closely');
  const mark = join(shop.root, '..', 'stopped.mark');
  const stopOnce = `if [ ! -e '${mark}' ]; then touch '${mark}'; kill -STOP $$; fi; while :; do sleep 0.2; done`;
  const plan = planDocument([commandTask('steep', ['sh', '-c', stopOnce])], { plan_id: 'steep', name: 'Long steep' });
  shop.addPlan('steep', plan);

  await openScreen(page, shop, '#/workers');
  await expect(page.getByRole('heading', { name: 'Nobody is at work' })).toBeVisible();
  await page.getByRole('link', { name: 'Runs', exact: true }).click();
  await page.getByRole('button', { name: 'Run Long steep' }).click();
  await expect(card(page, /^Task steep, Running/)).toBeVisible();
  await page.getByRole('link', { name: 'Workers' }).click();

  const held = page.getByRole('row', { name: /^Worker 1 of Long steep, In quarantine/ });
  await expect(held).toContainText('Its tool was stopped (SIGSTOP) and does not go on');
  await expect(page.getByText('2 workers, 1 in quarantine')).toBeVisible();
  const other = page.getByRole('row', { name: /^Worker 2 of Long steep, At work, Task steep/ });
  await expect(other).toBeVisible();
  await expect(other.getByRole('link', { name: 'Task steep' })).toBeVisible();

  await held.getByRole('button', { name: 'Release worker 1' }).click();
  await expect(page.getByText('Worker 1 gets tasks again.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Worker 1 of Long steep, Free/ })).toBeVisible();
  await other.getByRole('button', { name: 'Drain worker 2' }).click();
  await expect(page.getByRole('row', { name: /^Worker 2 of Long steep, Last task/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Drain worker 2' })).toHaveCount(0);
});
