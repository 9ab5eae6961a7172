// Where things lie in a checkout.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const CACHE = join(ROOT, '.cache');

/** A path in the cache folder, which is made when it is not there. */
export function cacheFile(name) {
  mkdirSync(CACHE, { recursive: true });
  return join(CACHE, name);
}

/** A path below the checkout. */
export function at(...parts) {
  return join(ROOT, ...parts);
}
