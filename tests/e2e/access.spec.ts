// Who gets in, and whether everybody can use it: the key page, names and order for assistive tools, small windows.
import { card, expect, openScreen, sampleRun, test } from './patchbay-test.ts';

test.describe('without the key', () => {
  // The browser writes every refused request to its console.
  test.use({ expectedNoise: /401|WebSocket connection to/ });

  test('a page says how to get in and shows nothing of the project', async ({ page, shop }) => {
    await page.goto(new URL('/', shop.url()).href);
    await expect(page.getByRole('heading', { name: 'This page needs its key' })).toBeVisible();
    await expect(page.getByText('patchbay serve')).toBeVisible();
    await expect(page.getByText('Tea shop')).toHaveCount(0);
    // The address with its key opens it, and the key does not stay in the address.
    await page.goto(shop.url());
    await expect(page.getByRole('heading', { name: 'Tea shop (sample)' })).toBeVisible();
    expect(page.url()).not.toContain('token');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Tea shop (sample)' })).toBeVisible();
  });
});

test('the run view has a name for everything and a sane order', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await expect(card(page, /^Greet guests by the hour/)).toBeVisible();
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - button "Skip to the screen"
    - navigation "Screens":
      - link "Patchbay, all runs"
      - link "Runs"
      - link "Patches"
      - link "Workers"
      - link "Events"
      - button "Commands"
      - button "Theme"
    - main:
      - link "Back to all runs"
      - heading "Open the tea shop" [level=1]
      - text: Succeeded
      - progressbar "Progress"
      - text: /11 of 11/
      - radiogroup "Look":
        - radio "Graph" [checked]
        - radio "Table"
      - button "Publish"
      - application "Graph of Open the tea shop":
        - button "Put the seasonal teas on the menu, Completed"
        - button "Greet guests by the hour, Completed, attempt 2 of 3"
      - toolbar "Zoom":
        - button "Zoom in"
        - button "Zoom out"
        - button "Fit the whole graph"
    - contentinfo:
      - status "Connection": Connected
  `);
  await expectNamedAndOrdered(page);
});

test('the patch view has a name for everything and a sane order', async ({ page, shop }) => {
  await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
  await card(page, /^Sell tea by the pot/).click();
  await page.getByRole('link', { name: 'Open patch' }).click();
  await expect(page.getByRole('region', { name: 'Changes in src/price.js' })).toContainText('SIZES');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - link "Back to all patches"
      - heading "Sell tea by the pot" [level=1]
      - link "Show task in its run"
      - navigation "Files of this patch":
        - heading "2 files" [level=2]
        - list:
          - listitem:
            - button /Changed price\\.js/
            - checkbox "Viewed src/price.js"
          - listitem:
            - button /Changed price\\.test\\.js/
            - checkbox "Viewed test/price.test.js"
      - heading "Findings" [level=2]
      - heading "Gates" [level=2]
      - heading "Facts" [level=2]
      - heading "History" [level=2]
      - separator "Resize the list of files"
      - toolbar "File":
        - button "Previous file" [disabled]
        - button "Next file"
        - button "Previous change"
        - button "Next change"
        - radiogroup "Layout of changes":
          - radio "Side by side" [checked]
          - radio "Unified"
        - button /Mark viewed/
      - region "Changes in src/price.js"
  `);
  await expectNamedAndOrdered(page);
});

/** Every control says what it is, and Tab visits the page from its top: no positive tabindex pulls anything forward. */
async function expectNamedAndOrdered(page: Parameters<typeof card>[0]): Promise<void> {
  for (const role of ['button', 'link', 'radio', 'checkbox', 'combobox'] as const)
    await expect(page.getByRole(role, { name: /^\s*$/ }), `no ${role} without a name`).toHaveCount(0);
  await expect(page.locator('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('link', { name: /^Back to all/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the screen' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Back to all/ })).toBeFocused();
}

for (const [what, viewport] of [
  ['a narrow window', { width: 900, height: 700 }],
  ['twice the size of everything', { width: 720, height: 450 }],
] as const) {
  test(`${what}: nothing is cut off sideways and every action is in reach`, async ({ page, shop }) => {
    await page.setViewportSize(viewport);
    await openScreen(page, shop, `#/run/${await sampleRun(shop)}`);
    await expect(page.getByRole('button', { name: 'Publish' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('radio', { name: 'Table' })).toBeInViewport({ ratio: 1 });
    await card(page, /^Greet guests by the hour/).click();
    await page.getByRole('complementary').getByRole('link', { name: 'Open patch' }).click();
    await expect(page.getByRole('region', { name: 'Changes in src/greeting.js' })).toBeInViewport();
    await expect(page.getByRole('button', { name: /Mark viewed/ })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  });
}
