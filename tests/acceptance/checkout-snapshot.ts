// Everything of a user's checkout that a run must not touch, as one comparable record.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gitIn } from '../fakes/temp-repository.ts';

/** Path → mode, change time and content of every file, of `.git/index`, `HEAD`, configuration and hooks; and every ref but ours. */
export function checkoutSnapshot(root: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  walk(root, '', found);
  const refs = gitIn(root, ['for-each-ref', '--format=%(refname) %(objectname)']);
  found['refs'] = refs
    .split('\n')
    .filter((row) => !row.startsWith('refs/patchbay/'))
    .join('\n');
  found['HEAD'] = gitIn(root, ['rev-parse', 'HEAD']);
  return found;
}

/** Git's own store of objects and refs grows by design; it is compared by its refs. */
const GROWING = new Set(['.git/objects', '.git/refs', '.git/logs', '.git/packed-refs', '.git/worktrees']);

function walk(root: string, folder: string, found: Record<string, string>): void {
  for (const name of readdirSync(join(root, folder))) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (GROWING.has(path)) continue;
    const facts = lstatSync(join(root, path));
    if (facts.isDirectory()) {
      found[`${path}/`] = String(facts.mode);
      walk(root, path, found);
    } else found[path] = `${facts.mode} ${facts.mtimeMs} ${content(join(root, path), facts.isSymbolicLink())}`;
  }
}

function content(file: string, isLink: boolean): string {
  return isLink ? readlinkSync(file) : createHash('sha256').update(readFileSync(file)).digest('hex');
}
