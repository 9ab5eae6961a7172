// Runs the browser suite against the built app in a real Chromium; build/test.mjs names the browser.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  // A machine that builds at the same time is slow; what is there at once costs nothing.
  expect: { timeout: 15_000 },
  workers: 1,
  // A failure is a failure: a second try would hide what users meet.
  retries: 0,
  reporter: process.env.PATCHBAY_E2E_REPORT
    ? [['line'], ['json', { outputFile: process.env.PATCHBAY_E2E_REPORT }]]
    : [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    },
  },
});
