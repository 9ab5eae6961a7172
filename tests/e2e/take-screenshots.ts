// Takes the pictures of the documentation: `npm run screenshots` serves a fresh sample project, runs it and looks.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type ServedProject, sampleProject } from './served-project.ts';

const IMAGES = resolve(import.meta.dirname, '..', '..', 'docs', 'images');
const SIZE = { width: 1440, height: 900 };
const AT_WORK = /, (Running|Checking)/;
/** A picture heavier than this slows down the page that shows it. */
const LARGEST_BYTES = 250_000;

// Its name is seen in the pictures.
const folder = join(tmpdir(), 'projects');
rmSync(folder, { recursive: true, force: true });
const shop = await sampleProject(folder);
try {
  await shop.start();
  mkdirSync(IMAGES, { recursive: true });
  const browser = await launch();
  await takeAll(browser, shop);
  await browser.close();
} finally {
  await shop.close();
}

async function launch(): Promise<Browser> {
  const { findBrowser } = await import('../../build/bootstrap/browser.mjs' as string); // a plain script without types
  return chromium.launch({
    executablePath: await findBrowser(process.execPath),
    args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  });
}

async function takeAll(browser: Browser, project: ServedProject): Promise<void> {
  const light = await openPage(browser, project, 'light');
  await light.getByRole('button', { name: 'Run Open the tea shop' }).waitFor();
  await take(light, 'start');
  await light.getByRole('button', { name: 'Run Open the tea shop' }).click();
  await untilBusy(light);
  await take(light, 'run-light');

  const dark = await openPage(browser, project, 'dark');
  await dark.getByRole('row', { name: /^Open the tea shop/ }).click();
  await untilBusy(dark);
  await take(dark, 'run-dark');

  await light.getByText('Every task is completed').waitFor({ timeout: 120_000 });
  await light.getByRole('radio', { name: 'Table' }).click();
  await light.getByRole('table', { name: 'Tasks' }).waitFor();
  await take(light, 'table-light');
  await takePatch(dark, 'patch-dark');
  await light.getByRole('radio', { name: 'Graph' }).click();
  await takePatch(light, 'patch-light');
}

async function openPage(browser: Browser, project: ServedProject, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(project.url());
  return page;
}

/** Until three cards or more are at work at once. */
async function untilBusy(page: Page): Promise<void> {
  const busy = page.getByRole('button', { name: AT_WORK });
  await busy.nth(2).waitFor({ timeout: 60_000 });
}

async function takePatch(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Sell tea by the pot/ }).click();
  await page.getByRole('complementary').getByRole('link', { name: 'Open patch' }).click();
  await page.locator('.editor.modified').getByText('SIZES').first().waitFor();
  // Colours come a moment after the text.
  await page.locator('.editor.modified .view-line [class^=mtk]:not(.mtk1)').first().waitFor();
  await take(page, name);
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  if (size > LARGEST_BYTES) throw new Error(`${path} has ${size} bytes, more than ${LARGEST_BYTES}`);
  process.stderr.write(`${basename(path)}: ${Math.round(size / 1024)} KiB\n`);
}
