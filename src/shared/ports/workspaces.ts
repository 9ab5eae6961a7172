// Disposable working folders as a port: pooled, reset from outside, never holding the user's git directory.
import type { CapturedPatch } from '../domain/patch.ts';
import type { WorkspaceSetup } from '../plan/plan.ts';

export interface WorkspaceOrder {
  /** Unique per use: an attempt's or a gate run's id. Taking the same id again gives the same folder as it was left. */
  readonly useId: string;
  /** Commit whose tree the folder shall hold. */
  readonly commit: string;
  /** Another commit whose content it holds at first, as if somebody had made the difference in it; absent: none. */
  readonly startFrom?: string;
  readonly setup: WorkspaceSetup;
  /** Whoever works in it: among folders that would do as well, the one it had last is taken. */
  readonly worker?: string | null;
}

export interface Workspace {
  readonly useId: string;
  /** Absolute; holds the files. */
  readonly path: string;
  /** Absolute, private to this use, emptied on release. */
  readonly home: string;
  readonly tmp: string;
}

export interface StageOrder {
  /** Names what is private to this use, as in `WorkspaceOrder`. */
  readonly useId: string;
  readonly diff: Uint8Array;
  /** Commit that the diff is applied to. */
  readonly base: string;
}

/** `patch` is null where the diff changes nothing; `offsets` says which of its hunks fit elsewhere than they say. */
export type StagedPatch =
  | { readonly kind: 'staged'; readonly patch: CapturedPatch | null; readonly offsets: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Workspaces {
  /** Rejects with `E_SETUP_FAILED`, `E_DISK` or `E_GIT`. */
  acquire(order: WorkspaceOrder): Promise<Workspace>;
  /** The folder of an earlier `acquire` that was not released, even one of a crashed engine; null when there is none. */
  find(useId: string): Promise<Workspace | null>;
  /** What changed against the commit it was acquired for; null when nothing did. `litter` are globs left out. May be called again. */
  capture(workspace: Workspace, litter: readonly string[]): Promise<CapturedPatch | null>;
  /** Tracked files whose content is not that of the commit any more; empty for an unknown id. */
  changed(useId: string): Promise<readonly string[]>;
  /** Gives the folder back; its content is lost. Doing so twice, or for an unknown id, is nothing. `discard`: nobody works in it again. */
  release(useId: string, then?: 'reuse' | 'discard'): Promise<void>;
  /** Where the next use will likely begin: folders nobody has are brought there in the background. */
  expect(commit: string): void;
  close(): Promise<void>;
}
