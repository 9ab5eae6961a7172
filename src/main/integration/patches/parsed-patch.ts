// What the text of a diff says, before anything is believed of it.

import type { ChangeKind } from '../../../shared/domain/patch.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';

/** Bytes of the diff, from inclusive to exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly body: Span;
}

/** Base85 lines of the side that makes the new file; `bytes` is the size it says it inflates to. */
export interface BinaryHunk {
  readonly kind: 'literal' | 'delta';
  readonly bytes: number;
  readonly body: Span;
}

export interface ParsedFile {
  /** Null where the side is absent. */
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly change: ChangeKind;
  /** Null where the diff does not say. */
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly oldOid: string | null;
  readonly newOid: string | null;
  readonly insertions: number;
  readonly deletions: number;
  readonly hunks: readonly Hunk[];
  readonly binary: BinaryHunk | null;
  /** Line of `diff --git` in the diff, from 1. */
  readonly line: number;
}

export interface ParseProblem {
  readonly problem: string;
  readonly line: number;
  /** Nothing is wrong with the diff but its size. */
  readonly tooLarge: boolean;
}

export type ParseResult =
  | { readonly kind: 'parsed'; readonly files: readonly ParsedFile[] }
  | ({ readonly kind: 'problem' } & ParseProblem);

/** Thrown inside the parser only; `parsePatch` turns it into a result. */
export function malformed(problem: string, line: number): PatchbayError {
  return new PatchbayError('E_PATCH_REFUSED', problem, 'Produce the diff with git diff --binary --full-index.', {
    line,
  });
}

/** A hard limit, whatever a policy allows. */
export function tooLarge(most: number, unit: string, line: number): PatchbayError {
  const advice = 'Split the task, or keep what is generated out of the patch.';
  return new PatchbayError('E_PATCH_TOO_LARGE', `The patch has more than ${most} ${unit}`, advice, { line });
}
