// Builds the app when its sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { at, cacheFile, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { SetupFailure, say } from './say.mjs';

const OUTPUTS = ['out/main/cli.js', 'out/main/engine.js', 'out/renderer/index.html'];

/** `node` must be new enough for the build tools. */
export async function buildApp(node) {
  const wanted = sourceHash();
  const stamp = cacheFile('built');
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (built && OUTPUTS.every((file) => existsSync(at(file)))) return;
  say('Building the app: its sources have changed since the last build.');
  rmSync(stamp, { force: true });
  const program = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(node, [program, 'build', '--logLevel', 'warn'], {
    progress: 'building',
    timeoutMs: 10 * 60_000,
  });
  if (result.code !== 0)
    throw new SetupFailure(
      `The build failed:\n${result.output.trim()}`,
      'Correct what is named above and run this again.',
    );
  writeFileSync(stamp, wanted);
}

/** Of everything that goes into the build, in a fixed order. */
export function sourceHash(root = ROOT) {
  const hash = createHash('sha256');
  const files = [
    'package-lock.json',
    'electron.vite.config.ts',
    ...listFiles(join(root, 'src'), root),
    ...listFiles(join(root, 'schema'), root),
  ];
  for (const file of files) {
    if (existsSync(join(root, file)))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(folder, root) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
