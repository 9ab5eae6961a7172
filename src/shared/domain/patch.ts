// A patch: an immutable unified diff with a place in the ledger.
import { defineMachine } from '../lib/machine.ts';
import type { HunkSignature } from './oscillation.ts';

export const PATCH_MACHINE = defineMachine({
  noun: 'patch',
  initial: 'created',
  moves: {
    created: ['validated', 'quarantined', 'dropped'],
    validated: ['queued', 'quarantined', 'dropped'],
    queued: ['applied', 'apply_failed', 'quarantined', 'dropped'],
    applied: ['verified', 'apply_failed', 'rolled_back', 'quarantined'],
    apply_failed: ['queued', 'quarantined', 'dropped'],
    verified: ['committed', 'rolled_back', 'quarantined'],
    committed: ['rolled_back'],
    rolled_back: [],
    quarantined: ['dropped'],
    dropped: [],
  },
});

export type PatchState = keyof typeof PATCH_MACHINE.moves;

export type ChangeKind = 'added' | 'modified' | 'deleted' | 'renamed' | 'copied' | 'type_changed';

/** One file of a patch. `oldMode`/`newMode` are git's octal strings, `000000` where the side is absent. */
export interface FileChange {
  readonly path: string;
  readonly oldPath: string | null;
  readonly change: ChangeKind;
  readonly oldMode: string;
  readonly newMode: string;
  /** Object names; all zeros where the side is absent. */
  readonly oldOid: string;
  readonly newOid: string;
  /** Lines; both 0 for a binary file. */
  readonly insertions: number;
  readonly deletions: number;
  readonly binary: boolean;
}

/** What was captured from a workspace: the diff and what it does to the base, computed from outside. */
export interface CapturedPatch {
  readonly base: string;
  /** Tree of the workspace after the tool, written with the project's objects. */
  readonly tree: string;
  readonly diff: Uint8Array;
  readonly sha256: string;
  readonly files: readonly FileChange[];
  readonly insertions: number;
  readonly deletions: number;
  readonly hunks: number;
}

export type Severity = 'info' | 'warning' | 'error';

/** What a finding leads to, mildest first: it is told, a person decides, the patch is kept aside, it is thrown away. */
export type FindingAction = 'warn' | 'review' | 'quarantine' | 'drop';

/** What a rule has to say about a patch. `line` counts in the new file from 1; 0 means the file as a whole. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Absent: by severity, as `actionOf` says. */
  readonly action?: FindingAction;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly advice: string;
}

/** The validator's verdict, named as UET v1 names it. */
export interface Validation {
  readonly formatOk: boolean;
  readonly scopeOk: boolean;
  readonly constraintsOk: boolean;
  readonly findings: readonly Finding[];
  /** What the patch changes, to tell later ones that take it back; absent where nobody signed it. */
  readonly signatures?: readonly HunkSignature[];
}
