// What a person does with a run besides watching it: cancel, publish, follow its log, look on from a second window.
import { card, expect, openScreen, runState, sampleRun, test } from './patchbay-test.ts';
import { faultyPlan, judgedPlan, longPlan, quickPlan, stuckPlan } from './small-plans.ts';

test('a run is cancelled from its dialog, and the dialog says what stays', async ({ page, shop }) => {
  shop.addPlan('long', longPlan);
  await page.goto(shop.url());
  await page.getByRole('button', { name: 'Run A long day' }).click();
  await expect(card(page, 'Task forever, Running')).toBeVisible();
  await page.getByRole('button', { name: 'Stop run' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop this run?' });
  await expect(dialog).toContainText('1 task will not start');
  await expect(dialog).toContainText('1 running task will be stopped');
  await expect(dialog).toContainText('Your branch is not touched');
  await expect(dialog.getByRole('button', { name: 'Let it run' })).toBeFocused();
  await dialog.getByRole('radio', { name: /Cancel: commit nothing more/ }).check();
  await dialog.getByRole('button', { name: 'Cancel run' }).click();
  await expect(page.getByText('This run was cancelled')).toBeVisible();
  await expect(card(page, 'Task forever, Cancelled')).toBeVisible();
  await expect(card(page, 'Task never, Cancelled')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop run' })).toHaveCount(0);
});

test('a run is paused and resumed, and its tools at once are changed, by keyboard alone', async ({ page, shop }) => {
  shop.addPlan('long', longPlan);
  await page.goto(shop.url());
  await page.getByRole('button', { name: 'Run A long day' }).click();
  await expect(card(page, 'Task forever, Running')).toBeVisible();
  const pause = page.getByRole('button', { name: 'Pause' });
  await pause.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('This run is being paused')).toBeVisible();
  await expect(page.getByText(/Waits for the end of the tool of “/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Tools at once' }).selectOption('2');
  await expect(page.getByRole('combobox', { name: 'Tools at once' })).toHaveValue('2');
  await page.getByRole('button', { name: 'Resume' }).first().click();
  await expect(page.getByText('This run is being paused')).toHaveCount(0);
  await expect(pause).toBeVisible();
});

test('a failed task makes the run wait; it is tried again and skipped from its inspector', async ({ page, shop }) => {
  shop.addPlan('stuck', stuckPlan);
  await page.goto(shop.url());
  await page.getByRole('button', { name: 'Run Stuck' }).click();
  await expect(page.getByText('This run waits for you')).toBeVisible();
  await page.getByRole('button', { name: 'Show Never well' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  const again = page.getByRole('dialog', { name: 'Try “Never well” again?' });
  await expect(again).toContainText('1 blocked task behind it may go on when it succeeds');
  await expect(again.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await again.getByRole('button', { name: 'Try again' }).click();
  const inspector = page.getByRole('complementary', { name: 'Task Never well' });
  await expect(inspector.getByText('1 time')).toBeVisible();
  await expect(page.getByText('This run waits for you')).toBeVisible();
  await inspector.getByRole('button', { name: 'Skip' }).click();
  const skip = page.getByRole('dialog', { name: 'Skip “Never well”?' });
  await skip.getByLabel('Why').fill('done by hand');
  await skip.getByRole('button', { name: 'Skip' }).click();
  await expect(inspector.getByText('skipped by a person')).toBeVisible();
  await expect(inspector.getByText('done by hand')).toBeVisible();
  await expect(page.getByText('Every task is completed')).toBeVisible();
});

test('a faulty plan is refused with every problem and its line', async ({ page, shop }) => {
  shop.addPlan('faulty', faultyPlan);
  await openScreen(page, shop, '#/runs');
  await page.getByRole('button', { name: 'Run faulty.plan.yaml' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This plan cannot be run: 3 problems');
  await expect(alert.getByRole('listitem')).toHaveCount(3);
  for (const fault of ['nobody', 'nowhere', 'nothing']) await expect(alert).toContainText(fault);
  await expect(alert.getByRole('listitem').first()).toContainText(/^Line \d+: /);
});

test('a phase that is not accepted says which check failed and shows its output', async ({ page, shop }) => {
  shop.addPlan('judged', judgedPlan);
  await page.goto(shop.url());
  await page.getByRole('button', { name: 'Run A strict day' }).click();
  await expect(page.getByText('Phase “Morning” was not accepted')).toBeVisible();
  await expect(
    page.getByText('it was not accepted: check milk failed: it ended with exit code 4').last(),
  ).toBeVisible();
  await expect(page.getByLabel('End of the output of check milk')).toContainText('no milk');
  await card(page, 'Task boil, Completed').click();
  const inspector = page.getByRole('complementary');
  await expect(inspector.getByRole('heading', { name: 'Acceptance' })).toBeVisible();
  await expect(inspector.getByText('hot', { exact: true })).toBeVisible();
});

test('publishing shows what would change and then makes the branch', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this run' });
  await dialog.getByLabel('Branch').fill('opening-day');
  await expect(dialog).toContainText('opening-day will be a new branch');
  const files = dialog.getByRole('list', { name: 'Files that change' });
  await expect(files).toContainText('src/greeting.js');
  await expect(files).toContainText('docs/price-list.md');
  expect(shop.git('branch', '--list', 'opening-day'), 'a preview changes nothing').toBe('');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('dialog', { name: 'Published to opening-day' })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('Published to opening-day')).toBeVisible();
  expect(shop.git('show', 'opening-day:src/greeting.js')).toContain('hour < 12');
  expect(shop.git('status', '--porcelain'), "the user's folder stays as it was").toBe('');
});

test('publishing onto a branch that has moved is refused with a way out', async ({ page, shop }) => {
  const run = await sampleRun(shop);
  shop.git('branch', '-f', 'elsewhere', 'main');
  shop.git('update-ref', 'refs/heads/elsewhere', shop.git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'moved'));
  await openScreen(page, shop, `#/run/${run}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByLabel('Branch').fill('elsewhere');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('elsewhere');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Publish to a new branch');
  const moved = shop.git('rev-parse', 'elsewhere');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Not published');
  expect(shop.git('rev-parse', 'elsewhere')).toBe(moved);
});

test('the log grows while a run is at work, and an event shows what is inside', async ({ page, shop }) => {
  shop.addPlan('quick', quickPlan);
  await openScreen(page, shop, '#/runs');
  await page.getByRole('button', { name: 'Run Quick words' }).click();
  await page.getByRole('link', { name: 'Events' }).click();
  const log = page.getByRole('log', { name: 'Events' });
  await expect(log.getByRole('button').last()).toContainText('run-finished', { timeout: 15_000 });
  await page.getByRole('searchbox', { name: 'Filter events' }).fill('patch-committed');
  await expect(log.getByRole('button')).toHaveCount(2);
  await log.getByRole('button').first().click();
  await expect(log).toContainText('commit');
});

test('a run that starts late does not take the user away from where they went meanwhile', async ({ page, shop }) => {
  shop.addPlan('quick', quickPlan);
  await openScreen(page, shop, '#/runs');
  await expect(page.getByRole('button', { name: 'Run Quick words' })).toBeVisible();
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[aria-label="Run Quick words"]')?.click();
    window.location.hash = '#/patches';
  });
  await expect(page.getByRole('row', { name: /hello.*Committed/i }).first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/patches');
});

test('two windows see the same run at the same time', async ({ page, context, shop }) => {
  shop.addPlan('quick', quickPlan);
  await page.goto(shop.url());
  const second = await context.newPage();
  await second.goto(shop.url());
  await expect(second.getByRole('heading', { name: 'Tea shop (sample)' })).toBeVisible();
  const rows = second.getByRole('row', { name: /^Quick words/ });
  const earlier = await rows.count();
  await page.getByRole('button', { name: 'Run Quick words' }).click();
  await expect(runState(page)).toHaveText('Succeeded');
  await expect(rows).toHaveCount(earlier + 1);
  await rows.first().click();
  await expect(runState(second)).toHaveText('Succeeded');
  expect(new URL(second.url()).hash).toBe(new URL(page.url()).hash);
});
