// The git of a simulated world: commits, trees that say what is in them, refs with compare-and-swap, and garbage collection.
import { hash } from 'node:crypto';
import { PatchbayError } from '../../../src/shared/lib/errors.ts';
import type { SwapOrder, SwapOutcome } from '../../../src/shared/ports/integration.ts';

export interface SimCommit {
  readonly commit: string;
  readonly parent: string;
  readonly tree: string;
  readonly changeId: string;
}

export interface SimGit {
  readonly refs: ReadonlyMap<string, string>;
  readonly commits: ReadonlyMap<string, SimCommit>;
  /** Where we have moved each ref, as `ref commit`. */
  readonly moved: ReadonlySet<string>;
  /** The commit of a change on `onto`, held by a ref; the same order gives the same commit. */
  build(onto: string, changeId: string, salt: string): SimCommit;
  hold(ref: string, target: string): void;
  swap(order: SwapOrder): SwapOutcome;
  /** Refs that somebody else wrote, and maybe put back. */
  readonly intruded: ReadonlySet<string>;
  /** Somebody else writes a ref; returns what stood there. */
  intrude(ref: string, target: string): string | null;
  /** Forgets every commit that no ref leads to. */
  collectGarbage(): void;
  /** From a commit back to, not including, `base`; newest first. */
  history(head: string, base: string): readonly SimCommit[];
}

export const BASE_TREE = 'tree of the base';

export function createSimGit(): SimGit {
  const refs = new Map<string, string>();
  const commits = new Map<string, SimCommit>();
  const moved = new Set<string>();
  const intruded = new Set<string>();
  const history = (head: string, base: string) => {
    const line: SimCommit[] = [];
    for (let at = commits.get(head); at !== undefined && at.commit !== base; at = commits.get(at.parent)) line.push(at);
    return line;
  };
  return {
    refs,
    commits,
    moved,
    intruded,
    history,
    build: (onto, changeId, salt) => {
      const tree = treeOf(commits.get(onto)?.tree ?? BASE_TREE, changeId);
      const commit = hash('sha1', `${onto} ${tree} ${salt}`, 'hex');
      const built = { commit, parent: onto, tree, changeId };
      commits.set(commit, built);
      refs.set(`refs/patchbay/keep/${changeId}`, commit);
      return built;
    },
    hold: (ref, target) => void refs.set(ref, target),
    swap: ({ ref, old, new: commit, drop }) => {
      const actual = refs.get(ref) ?? null;
      if (actual !== commit) {
        if (actual !== old) return { kind: 'moved', actual };
        if (old !== null && !commits.has(commit)) throw new PatchbayError('E_GIT', `no object ${commit}`, 'Try again.');
        refs.set(ref, commit);
        moved.add(`${ref} ${commit}`);
      }
      for (const gone of drop) refs.delete(gone);
      return { kind: 'swapped' };
    },
    intrude: (ref, target) => {
      const before = refs.get(ref) ?? null;
      refs.set(ref, target);
      intruded.add(ref);
      return before;
    },
    collectGarbage: () => {
      const kept = new Set<string>();
      for (const target of refs.values()) {
        for (let at = commits.get(target); at !== undefined && !kept.has(at.commit); at = commits.get(at.parent)) {
          kept.add(at.commit);
        }
      }
      for (const commit of commits.keys()) if (!kept.has(commit)) commits.delete(commit);
    },
  };
}

/** What a tree becomes by a change; the order in which changes came is part of it. */
export function treeOf(tree: string, changeId: string): string {
  return hash('sha1', `${tree}+${changeId}`, 'hex');
}
