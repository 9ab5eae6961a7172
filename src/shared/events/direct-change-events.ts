// What can happen to a direct change; candidates and gate runs of it are told by the events of those.
import type { GatedIn } from '../domain/gated-in.ts';
import type { FileChange, Finding } from '../domain/patch.ts';
import type { ErrorCode } from '../lib/errors.ts';

export interface DirectChangeEvents {
  /** The tree is in git's object store; a ref holds it before the workspace goes. */
  'direct-change-captured': {
    readonly taskId: string;
    readonly attemptId: string;
    readonly tool: string;
    readonly base: string;
    readonly tree: string;
    readonly files: readonly FileChange[];
    readonly insertions: number;
    readonly deletions: number;
    /** True when it was saved from a stopped or crashed attempt, for a person to read. */
    readonly recovered: boolean;
  };
  /** `findings` is what a patch would have been told and what was not enforced. */
  'direct-change-queued': { readonly position: number; readonly findings: readonly Finding[] };
  /** Not committed; its ref keeps it for a person. */
  'direct-change-kept': { readonly reason: string; readonly code: ErrorCode; readonly findings: readonly Finding[] };
  'direct-change-dropped': { readonly reason: string };
  /** Committed without a patch: nothing but the commit itself says what it was. */
  'direct-change-committed': {
    readonly commit: string;
    readonly onto: string;
    readonly tree: string;
    readonly gates: readonly string[];
    /** As of a patch that is verified. */
    readonly gatedIn?: GatedIn;
  };
}
