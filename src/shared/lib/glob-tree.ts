// Globs by the folder they start in, each with what it stands for: whoever has another one is compared with few of them.
import { literalPrefix, mayOverlap } from './glob.ts';

/** Plain data. `globs` holds what starts exactly here. */
export interface GlobFolder<T> {
  readonly globs: Map<string, Set<T>>;
  readonly children: Map<string, GlobFolder<T>>;
}

export function newGlobTree<T>(): GlobFolder<T> {
  return { globs: new Map(), children: new Map() };
}

export function addGlob<T>(root: GlobFolder<T>, glob: string, item: T): void {
  let folder = root;
  for (const name of literalPrefix(glob)) {
    let child = folder.children.get(name);
    if (child === undefined) folder.children.set(name, (child = newGlobTree()));
    folder = child;
  }
  const items = folder.globs.get(glob);
  if (items === undefined) folder.globs.set(glob, new Set([item]));
  else items.add(item);
}

/** Folders that are empty afterwards go, so that the tree is never larger than what is in it. */
export function removeGlob<T>(root: GlobFolder<T>, glob: string, item: T): void {
  const path = [root];
  const names = literalPrefix(glob);
  for (const name of names) {
    const child = path.at(-1)?.children.get(name);
    if (child === undefined) return;
    path.push(child);
  }
  const items = path.at(-1)?.globs.get(glob);
  items?.delete(item);
  if (items?.size === 0) path.at(-1)?.globs.delete(glob);
  for (let depth = names.length; depth > 0; depth -= 1) {
    const folder = path[depth];
    if (folder === undefined || folder.globs.size > 0 || folder.children.size > 0) return;
    path[depth - 1]?.children.delete(names[depth - 1] ?? '');
  }
}

/** What stands at globs that may meet this one; folders that part ways are never looked at. An item may come twice. */
export function* meetingGlob<T>(root: GlobFolder<T>, glob: string): Generator<T> {
  let folder = root;
  for (const name of literalPrefix(glob)) {
    yield* meeting(folder, glob);
    const child = folder.children.get(name);
    if (child === undefined) return;
    folder = child;
  }
  const open = [folder];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    yield* meeting(below, glob);
    open.push(...below.children.values());
  }
}

function* meeting<T>(folder: GlobFolder<T>, glob: string): Generator<T> {
  for (const [other, items] of folder.globs) if (other === glob || mayOverlap(glob, other)) yield* items;
}
