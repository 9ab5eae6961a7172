// `npm test`: set-up, types, style, unit and browser suites; ends with one line that counts them all.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser } from './bootstrap/browser.mjs';
import { at, cacheFile } from './bootstrap/paths.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { run } from './bootstrap/run.mjs';
import { runMain, SetupFailure, say } from './bootstrap/say.mjs';
import { countPlaywright, countVitest, summary } from './bootstrap/test-counts.mjs';

await runMain(async () => {
  const only = readOnly();
  const node = await prepare();
  const parts = [];
  if (only !== 'e2e') {
    parts.push(
      await check(node, 'types', 'Checking types.', [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', '.']),
    );
    parts.push(
      await check(node, 'style', 'Checking style.', [at('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check']),
    );
    parts.push(await unit(node));
  }
  if (only !== 'unit') parts.push(await e2e(node));
  const { line, ok, details } = summary(parts);
  process.stdout.write(`\n${details}\n${line}\n`);
  return ok ? 0 : 1;
});

function readOnly() {
  const { only } = parseArgs({ options: { only: { type: 'string' } }, strict: false }).values;
  if (only === undefined || only === 'unit' || only === 'e2e') return only;
  throw new SetupFailure(`There is no suite '${only}'.`, 'Use: npm test -- --only unit|e2e');
}

/** Types and style count as one test each. */
async function check(node, name, text, args) {
  say(text);
  const { code } = await run(node, args, { show: true, timeoutMs: 10 * 60_000 });
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function unit(node) {
  say('Running the unit suites.');
  const report = freshReport('vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(node, [at('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters], {
    show: true,
    timeoutMs: 30 * 60_000,
  });
  return { name: 'unit', ...countVitest(read(report), code) };
}

async function e2e(node) {
  const browser = await findBrowser(node);
  say(`Running the browser suite in ${browser}.`);
  const report = freshReport('playwright.json');
  const { code } = await run(node, [at('node_modules', '@playwright', 'test', 'cli.js'), 'test'], {
    show: true,
    timeoutMs: 30 * 60_000,
    env: { CHROME_PATH: browser, PATCHBAY_E2E_REPORT: report },
  });
  return { name: 'browser', ...countPlaywright(read(report), code) };
}

function freshReport(name) {
  const file = cacheFile(name);
  rmSync(file, { force: true });
  return file;
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
