// Finds Electron's binary, or tries for some seconds to fetch it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const FETCH_MS = 20_000;

/** Path of the binary, or the reason why there is none, for people. */
export async function findElectron(node) {
  const folder = at('node_modules', 'electron');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { program: null, reason: 'there is no display' };
  }
  const there = binary(folder);
  if (there) return { program: there, reason: '' };
  if (!existsSync(join(folder, 'install.js'))) return { program: null, reason: 'it is not among the dependencies' };
  say(`Fetching Electron's binary: it is not here yet (at most ${FETCH_MS / 1000} s).`);
  const { timedOut } = await run(node, [join(folder, 'install.js')], {
    env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '' },
    timeoutMs: FETCH_MS,
    cwd: folder,
  });
  const fetched = binary(folder);
  if (fetched) return { program: fetched, reason: '' };
  return {
    program: null,
    reason: timedOut ? `fetching it took more than ${FETCH_MS / 1000} s` : 'it could not be fetched',
  };
}

/** As electron/index.js finds it; importing that would start a download without a limit. */
function binary(folder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(pathFile, 'utf8').trim(),
  );
  return existsSync(program) ? program : null;
}
