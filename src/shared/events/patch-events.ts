// What can happen to a patch and to the candidates built from it.
import type { GatedIn } from '../domain/gated-in.ts';
import type { HunkSignature } from '../domain/oscillation.ts';
import type { FileChange, Finding, Validation } from '../domain/patch.ts';
import type { ErrorCode } from '../lib/errors.ts';

export interface PatchEvents {
  /** The diff itself lies in the table `patches`, bound to this event by its sha256. */
  'patch-created': {
    readonly ledgerId: string;
    readonly taskId: string;
    readonly attemptId: string;
    readonly requestId: string;
    readonly tool: string;
    readonly base: string;
    readonly tree: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly files: readonly FileChange[];
    readonly insertions: number;
    readonly deletions: number;
    readonly hunks: number;
    readonly summary: string;
    /** The patch this one takes the place of, for example an earlier attempt's. */
    readonly replaces: string | null;
    /** True when it was saved from a stopped or crashed attempt, for a person to read. */
    readonly recovered: boolean;
    /** Of one that a person released from quarantine: the review that said so, and the findings it is not refused for again. */
    readonly released?: { readonly review: string; readonly waives: readonly string[] };
  };
  'patch-validated': { readonly validation: Validation };
  'patch-queued': { readonly position: number };
  /** With the signatures of one that the rules refused; those of an accepted one are in its validation. */
  'patch-quarantined': {
    readonly reason: string;
    readonly code: ErrorCode;
    readonly findings: readonly Finding[];
    /** Where its diff is written for people to read, below the project's data folder; older ones have no file. */
    readonly file?: string;
    readonly signatures?: readonly HunkSignature[];
  };
  /** With the findings and signatures of one that the rules threw away. */
  'patch-dropped': {
    readonly reason: string;
    readonly findings?: readonly Finding[];
    readonly signatures?: readonly HunkSignature[];
  };
  'patch-apply-failed': {
    readonly code: ErrorCode;
    readonly message: string;
    readonly files: readonly string[];
    readonly attempt: number;
  };
  /** The train took the patch up: a commit of it on top of `onto` is being made. */
  'candidate-started': { readonly candidateId: string; readonly onto: string; readonly number: number };
  /** A commit that holds the patch on top of `onto` exists; no ref points at it yet but its keep-ref. */
  'candidate-built': {
    readonly candidateId: string;
    readonly onto: string;
    readonly commit: string;
    readonly tree: string;
  };
  /** With it go those built on it. Without a cause: something else had moved the run's ref. */
  'candidate-discarded': {
    readonly candidateId: string;
    readonly reason: string;
    /** What it was built on is gone, or will be; or it does not fit on what it was to be built on. */
    readonly cause?: 'restacked' | 'conflict';
  };
  /** Every gate passed on the candidate's tree; the swap of the head is intended from here on. */
  'candidate-accepted': { readonly candidateId: string; readonly old: string; readonly commit: string };
  'patch-applied': { readonly commit: string; readonly onto: string };
  'patch-verified': {
    readonly tree: string;
    readonly gates: readonly string[];
    /** Where the gates passed, when that was not on its own tree. */
    readonly gatedIn?: GatedIn;
  };
  'patch-committed': { readonly commit: string; readonly tree: string };
}
