// Tasks that may run at the same time and may write the same file: predicted from their scopes before it hurts.
import { literalPrefix, mayOverlap } from '../lib/glob.ts';
import type { Ordered } from './task-graph.ts';
import { TaskOrder } from './task-order.ts';

/** The files a task claims to write. Tasks with the same `owner` share one claim on purpose and never clash over it. */
export interface Claim {
  readonly taskId: string;
  readonly owner: string;
  /** True when the task itself names the files, false when a level above does. */
  readonly own: boolean;
  readonly globs: readonly string[];
  readonly conflictGroup: string | null;
}

export interface Overlap {
  readonly a: string;
  readonly b: string;
  readonly globs: readonly [string, string];
  /** False when one of the two only inherits its scope. */
  readonly own: boolean;
}

/** At most this many pairs are listed; a plan with more has one cause, not many. */
const MAX_OVERLAPS = 50;

/**
 * Pairs of claims that may meet, are not ordered by the plan and share no conflict group. Of claims that are inherited
 * one pair stands for each pair of owners. Globs are compared conservatively, see {@link mayOverlap}.
 */
export function findOverlaps(plan: Ordered, claims: readonly Claim[]): readonly Overlap[] {
  const meetings = [...meetingsOf(claims)];
  if (meetings.length === 0) return [];
  const order = new TaskOrder(
    plan,
    meetings.flatMap(([, rivals]) => rivals.map((one) => one.claim.taskId)),
  );
  const found: Overlap[] = [];
  const shown = new Set<string>();
  for (const [glob, rivals] of meetings) {
    // Most often the claims on one file stand in one chain; then no pair of them needs to be looked at.
    if (order.isChain(rivals.map((one) => one.claim.taskId))) continue;
    for (const { claim } of rivals.filter((one) => one.glob === glob)) {
      for (const rival of rivals) {
        if (!mayClash(claim, rival.claim) || order.ordered(claim.taskId, rival.claim.taskId)) continue;
        const own = claim.own && rival.claim.own;
        const pair = own ? [claim.taskId, rival.claim.taskId] : [claim.owner, rival.claim.owner];
        const key = pair.sort().join('\n');
        if (shown.has(key)) continue;
        shown.add(key);
        found.push({ a: claim.taskId, b: rival.claim.taskId, globs: [glob, rival.glob], own });
        if (found.length >= MAX_OVERLAPS) return found;
      }
    }
  }
  return found;
}

function mayClash(a: Claim, b: Claim): boolean {
  if (a.owner === b.owner) return false;
  return a.conflictGroup === null || a.conflictGroup !== b.conflictGroup;
}

interface Rival {
  readonly glob: string;
  readonly claim: Claim;
}

/** For each glob that several owners claim, every claim it may meet; folders that part ways are never compared. */
function* meetingsOf(claims: readonly Claim[]): Generator<readonly [string, readonly Rival[]]> {
  const byGlob = new Map<string, Claim[]>();
  for (const claim of claims) {
    for (const glob of claim.globs) {
      const list = byGlob.get(glob);
      if (list) list.push(claim);
      else byGlob.set(glob, [claim]);
    }
  }
  const root = emptyFolder();
  for (const glob of byGlob.keys()) {
    const folder = folderOf(root, literalPrefix(glob));
    folder.globs ??= [];
    folder.globs.push(glob);
  }
  for (const glob of byGlob.keys()) {
    const near = nearGlobs(root, literalPrefix(glob)).filter((other) => other === glob || mayOverlap(glob, other));
    const rivals = near.flatMap((other) => (byGlob.get(other) ?? []).map((claim) => ({ glob: other, claim })));
    if (rivals.some(({ claim }) => claim.owner !== rivals[0]?.claim.owner)) yield [glob, rivals];
  }
}

/** Globs by the folder they start in. Most are files, which have nothing below them. */
interface Folder {
  globs: string[] | null;
  children: Map<string, Folder> | null;
}

function emptyFolder(): Folder {
  return { globs: null, children: null };
}

function folderOf(root: Folder, path: readonly string[]): Folder {
  let folder = root;
  for (const name of path) {
    folder.children ??= new Map();
    let child = folder.children.get(name);
    if (!child) folder.children.set(name, (child = emptyFolder()));
    folder = child;
  }
  return folder;
}

/** Globs that start in a parent of the folder, in it, or below it. */
function nearGlobs(root: Folder, path: readonly string[]): readonly string[] {
  const near: string[] = [];
  let folder: Folder = root;
  for (const name of path) {
    near.push(...(folder.globs ?? []));
    const child = folder.children?.get(name);
    if (!child) return near;
    folder = child;
  }
  const open = [folder];
  for (let below = open.pop(); below; below = open.pop()) {
    near.push(...(below.globs ?? []));
    open.push(...(below.children?.values() ?? []));
  }
  return near;
}
