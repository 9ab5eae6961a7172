// Installs the dependencies when they are missing or the lock file has changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { SetupFailure, say } from './say.mjs';
import { npmProgram } from './tools.mjs';

const stampFile = () => at('node_modules', '.patchbay-lock');

export async function installDependencies() {
  const wanted = hash(at('package-lock.json'));
  const why = reasonToInstall(wanted);
  if (why === null) return;
  say(`Installing dependencies: ${why}. This takes about a minute.`);
  const result = await run(process.execPath, [npmProgram(), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    // The Electron binary is fetched when it is wanted, with a time limit, not here.
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    progress: 'installing',
    timeoutMs: 15 * 60_000,
  });
  if (result.code !== 0) {
    throw new SetupFailure(
      `npm ci failed:\n${result.output.trim()}`,
      'Check the network and the npm registry, then run this again.',
    );
  }
  writeFileSync(stampFile(), wanted);
}

/** Null when everything is there. */
function reasonToInstall(wanted) {
  if (!existsSync(at('node_modules'))) return 'they are missing';
  if (existsSync(stampFile()))
    return readFileSync(stampFile(), 'utf8') === wanted ? null : 'package-lock.json has changed';
  // Installed by hand: npm's own copy of the lock file tells whether it was for this one.
  const hidden = at('node_modules', '.package-lock.json');
  if (!existsSync(hidden) || !sameVersions(hidden)) return 'they are not those of package-lock.json';
  writeFileSync(stampFile(), wanted);
  return null;
}

function sameVersions(hidden) {
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {};
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages ?? {};
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    return path === '' || optional || installed[path]?.version === version;
  });
}

function hash(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
