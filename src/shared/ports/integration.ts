// The room that turns a patch into a commit, as the engine sees it.
import type { Conflict, ConflictKind } from '../domain/conflict.ts';
import type { ChangeCheck } from '../domain/direct-change.ts';
import type { GateOutcome } from '../domain/gate.ts';
import type { CapturedPatch, FileChange, Finding, Validation } from '../domain/patch.ts';
import type { GateDefinition, PatchConstraints, Scope, WorkspaceSetup } from '../plan/plan.ts';

export interface ValidateOrder {
  readonly patchId: string;
  readonly base: string;
  readonly tree: string;
  readonly diff: Uint8Array;
  readonly scope: Scope;
  readonly constraints: PatchConstraints;
}

/** Asks for a ref on a direct change and for what the rules say about it. */
export interface HoldOrder {
  readonly changeId: string;
  readonly base: string;
  readonly tree: string;
  readonly scope: Scope;
  readonly constraints: PatchConstraints;
  /** Date of the commit that the ref points at, seconds since 1970. */
  readonly atSeconds: number;
}

export interface CandidateOrder {
  /** Of a patch or of a direct change; names the keep-ref. */
  readonly changeId: string;
  readonly base: string;
  readonly tree: string;
  readonly onto: string;
  readonly diff: Uint8Array;
  readonly files: readonly FileChange[];
  /** Whole commit message with trailers. */
  readonly message: string;
  /** Author's and committer's date, seconds since 1970: the same order gives the same commit. */
  readonly atSeconds: number;
}

export type CandidateOutcome =
  | { readonly kind: 'built'; readonly commit: string; readonly tree: string }
  | {
      readonly kind: 'conflict';
      readonly message: string;
      readonly files: readonly string[];
      /** Absent where git is too old to tell more. */
      readonly conflict?: Conflict;
      /** Where git joined it in files that it does not name: what that would be as a patch on the head. */
      readonly joined?: CapturedPatch;
    };

/** As for a candidate, but no commit is made of it. */
export type PreviewedChange = Pick<CandidateOrder, 'base' | 'tree' | 'diff' | 'files'>;

export interface PreviewOrder {
  readonly onto: string;
  readonly changes: readonly PreviewedChange[];
}

/** `merged`: lines of both sides are in the files named. */
export interface PreviewOutcome {
  readonly verdict: 'clean' | 'merged' | 'conflict';
  readonly files: readonly { readonly path: string; readonly kind: ConflictKind }[];
  readonly moreFiles: number;
  readonly message: string;
}

/** Several changes in a row; what is not said of one is what `CandidateOrder` says of it. */
export interface StackOrder {
  readonly onto: string;
  /** From the bottom up. */
  readonly changes: readonly Omit<CandidateOrder, 'onto'>[];
}

/** A change that lands: what was built and gated, and what it is proved by. */
export interface LandingChange {
  readonly changeId: string;
  readonly onto: string;
  readonly commit: string;
  readonly tree: string;
  readonly base: string;
  /** The tree of the change on its base. */
  readonly made: string;
  readonly files: readonly FileChange[];
  readonly diff: () => Uint8Array | Promise<Uint8Array>;
}

export interface SwapOrder {
  readonly ref: string;
  /** Null when the ref must not exist. */
  readonly old: string | null;
  readonly new: string;
  /** What the head moves over, from the bottom up; proved before it moves. Left out: the ref is not a head, or new. */
  readonly landing?: readonly LandingChange[];
  /** Refs that kept the commit and what it was made of alive until now; they go in the same transaction. */
  readonly drop: readonly string[];
}

/** `swapped` also when the ref already stands at `new`. */
export type SwapOutcome =
  | { readonly kind: 'swapped' }
  | { readonly kind: 'moved'; readonly actual: string | null }
  /** Nothing moved: what is in git is not what was gated. */
  | { readonly kind: 'unproven'; readonly reason: string };

export interface GateOrder {
  readonly gateRunId: string;
  readonly runId: string;
  readonly gate: GateDefinition;
  readonly commit: string;
  readonly tree: string;
  /** What the tree grew from: the head below a candidate, or where the run began. */
  readonly base: string;
  /** Findings that a person approved of, for the gate that is built in; absent: none. */
  readonly waived?: readonly Pick<Finding, 'rule' | 'path' | 'message'>[];
  readonly setup: WorkspaceSetup;
}

export type PublishMode = 'ff' | 'merge' | 'squash';

export interface PublishOrder {
  readonly runId: string;
  readonly head: string;
  readonly base: string;
  /** Short branch name. */
  readonly branch: string;
  readonly mode: PublishMode;
  readonly preview: boolean;
  readonly message: string;
  readonly atSeconds: number;
}

export interface PublishOutcome {
  readonly branch: string;
  /** Null when the branch is new. */
  readonly from: string | null;
  readonly to: string;
  readonly files: readonly string[];
  readonly checkoutUpdated: boolean;
}

/** The user's repository as found. Throws name what is not supported (bare, empty, …). */
export interface RepositoryFacts {
  readonly root: string;
  readonly gitDir: string;
  readonly head: string;
  /** Full ref name; null on a detached head. */
  readonly branch: string | null;
  readonly dirtyFiles: number;
  readonly submodules: readonly string[];
  /** What works but deserves a word: dirty checkout, submodules left out, LFS pointers, detached head. */
  readonly notes: readonly string[];
}

export interface CommitFacts {
  readonly commit: string;
  readonly parent: string | null;
  readonly tree: string;
  readonly trailers: Readonly<Record<string, string>>;
}

export interface FileSides {
  /** Null where the side is absent, binary or larger than 1 MiB. */
  readonly before: string | null;
  readonly after: string | null;
  readonly note: string | null;
}

export interface Integration {
  repository(): Promise<RepositoryFacts>;
  validate(order: ValidateOrder): Promise<Validation>;
  /** Writes a diff into the project's quarantine folder; doing it twice is doing it once. Rejects with `E_LIMIT` when that is full. */
  keepQuarantined(patchId: string, diff: Uint8Array): Promise<void>;
  /** What is wrong with the words of a diff from elsewhere, before it is applied. */
  checkText(diff: Uint8Array): readonly Finding[];
  /** The commit of a revision as git spells them. Rejects with `E_NOT_FOUND`. */
  resolveCommit(revision: string): Promise<string>;
  /** Durable when it resolves; doing it twice is doing it once. Rejects with `E_GIT` when git has lost the tree. */
  holdChange(order: HoldOrder): Promise<ChangeCheck>;
  /** The diff between two commits or trees, as a patch would hold it. */
  diffBetween(base: string, tree: string): Promise<Uint8Array>;
  /** Creates the commit and its keep-ref `refs/patchbay/keep/<change>`; the same order twice is the same commit. */
  buildCandidate(order: CandidateOrder): Promise<CandidateOutcome>;
  /** What building these candidates one after the other would give, without a trace. One that conflicts is left out for those after it. */
  preview(order: PreviewOrder): Promise<readonly PreviewOutcome[]>;
  /**
   * An outcome for each change, in the order given: each candidate stands on the one before, and a change that conflicts
   * is left out from under the next. The same commits as one by one, in one write to the disk; all refs or none.
   */
  buildStack(order: StackOrder): Promise<readonly CandidateOutcome[]>;
  swapHead(order: SwapOrder): Promise<SwapOutcome>;
  runGate(order: GateOrder): Promise<GateOutcome>;
  /** How many files of a tree, or of a commit, match each glob. */
  countFiles(tree: string, globs: readonly string[]): Promise<readonly number[]>;
  stopGate(gateRunId: string): void;
  /** Throws `E_DIRTY_CHECKOUT`, `E_BRANCH_MOVED`, `E_USAGE` with advice; a refused publish changed nothing. */
  publish(order: PublishOrder): Promise<PublishOutcome>;
  readRef(ref: string): Promise<string | null>;
  /** Commits from `head` back to, not including, `base`, newest first. */
  history(head: string, base: string): Promise<readonly CommitFacts[]>;
  /** Both sides of one file of a patch, for the diff view; `diff` helps where git has let go of the objects. */
  fileSides(file: FileChange, diff: Uint8Array): Promise<FileSides>;
  close(): Promise<void>;
}
