// Finds a Chromium for the browser tests, or gets one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { SetupFailure, say } from './say.mjs';

/** Path of a browser of the Chromium family. Tries what is there, then Playwright's own, then Debian's. */
export async function findBrowser(node) {
  const there = installedBrowser();
  if (there) return there;
  say('Fetching a browser for the tests: none of the Chromium family was found (at most two minutes).');
  const cli = at('node_modules', 'playwright', 'cli.js');
  const fetched = await run(node, [cli, 'install', 'chromium'], { progress: 'fetching', timeoutMs: 120_000 });
  const own = await playwrightBrowser(node);
  if (fetched.code === 0 && own) return own;
  const packaged = await debianBrowser();
  if (packaged) return packaged;
  throw new SetupFailure(
    'No browser for the tests: none is installed and none could be fetched.',
    'Install Chromium, Chrome or Edge, or name one in CHROME_PATH, and run this again.',
  );
}

export function installedBrowser({ env = process.env, platform = process.platform, exists = existsSync } = {}) {
  return candidates(env, platform).find((place) => place && exists(place)) ?? null;
}

function candidates(env, platform) {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return [env.CHROME_PATH, ...programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))];
  }
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return [env.CHROME_PATH, ...apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)];
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
  return [env.CHROME_PATH, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

async function playwrightBrowser(node) {
  const script = "import('playwright-core').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
  const { code, output } = await run(node, ['-e', script], { timeoutMs: 30_000 });
  return code === 0 && existsSync(output.trim()) ? output.trim() : null;
}

/** Only root on a Debian may install packages without asking anybody. */
async function debianBrowser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say("Installing Debian's chromium: Playwright's own could not be fetched.");
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 5 * 60_000 };
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { ...options, progress: 'installing' });
  const first = await install();
  // A fresh machine has no package lists yet.
  if (first.code !== 0) {
    await run('apt-get', ['update'], { ...options, progress: 'reading package lists' });
    await install();
  }
  return installedBrowser();
}
