// Git plumbing as a port, with the product's own configuration on every call.
import type { ExecResult } from './spawn.ts';

export interface GitCall {
  /** Which git directory: the user's repository, or our own shadow of it (own config, same objects). */
  readonly on: 'repository' | 'shadow';
  readonly workTree?: string;
  readonly indexFile?: string;
  readonly input?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are answers, not faults; default [0]. */
  readonly ok?: readonly number[];
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
}

/** An entry of a tree; null where the path is absent. Mode is git's octal string. */
export interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
}

export interface Git {
  /** Where the user's repository keeps its objects, absolute. */
  readonly objectsDir: string;
  /** The shadow git directory: bare, our configuration and attributes, new objects go to the repository's own. */
  readonly shadowDir: string;
  /** Runs `git <args>` with our configuration; rejects with `E_GIT` on any exit code not in `ok`. */
  run(args: readonly string[], call: GitCall): Promise<ExecResult>;
  /** `run`, decoded and without the newline at its end. */
  text(args: readonly string[], call: GitCall): Promise<string>;
}

/** Renames are found; said in full so that no configuration changes a byte. 1000 is git's own default for rename candidates. */
export const DIFF_TREE: readonly string[] = [
  ...['diff-tree', '-r', '-M', '-l1000', '--no-ext-diff', '--no-textconv', '--no-color'],
];

/** The arguments before the two trees whose difference is a patch. */
export const PATCH_DIFF: readonly string[] = [
  ...DIFF_TREE,
  ...['--patch', '--binary', '--full-index', '-U3', '--src-prefix=a/', '--dst-prefix=b/'],
];

/** One path of a tree and what is to be there; null takes away what is there. */
export interface PathChange {
  readonly path: string;
  readonly entry: TreeEntry | null;
}

/** Trees as objects, without an index: the cost follows the change, not the repository. */
export interface Trees {
  /** What a folder of a commit holds, by name (`''` is the root); null where the commit has no such folder. */
  folder(commit: string, path: string): Promise<ReadonlyMap<string, TreeEntry> | null>;
  /** The files that differ between two commits, in no particular order; the new side of each. */
  changed(from: string, to: string): Promise<readonly PathChange[]>;
  /** The tree of a commit with these changes, durable when it resolves. Null where they do not fit together, such as a file in the place of a folder that keeps other files. */
  replace(commit: string, changes: readonly PathChange[]): Promise<string | null>;
}

/** The mode of a folder in a tree. */
export const FOLDER_MODE = '40000';
