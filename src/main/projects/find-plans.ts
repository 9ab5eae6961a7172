// The plan files of a repository, found by name; bounded, so that a huge tree costs no more than a large one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const PLAN_NAME = /\.plan\.(?:yaml|yml|json)$/i;
const SKIPPED = new Set(['node_modules', 'out', 'dist', 'build', 'target', 'vendor']);
const MAX_DEPTH = 6;
const MAX_ENTRIES = 20_000;
const MAX_PLANS = 500;

/** Paths relative to `root` with `/` as separator, sorted. Folders that begin with a dot or hold build output are skipped. */
export function findPlans(root: string): readonly string[] {
  const plans: string[] = [];
  const open = [{ path: '', depth: 0 }];
  let seen = 0;
  for (let folder = open.shift(); folder && plans.length < MAX_PLANS; folder = open.shift()) {
    for (const entry of readFolder(join(root, folder.path))) {
      seen += 1;
      if (seen > MAX_ENTRIES) return plans.sort();
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.isFile() && PLAN_NAME.test(entry.name)) plans.push(path);
      const skipped = entry.name.startsWith('.') || SKIPPED.has(entry.name);
      if (entry.isDirectory() && !skipped && folder.depth < MAX_DEPTH) open.push({ path, depth: folder.depth + 1 });
    }
  }
  return plans.sort();
}

/** A folder that cannot be read holds no plans. */
function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
