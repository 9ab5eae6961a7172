// A patch as `git apply` reads it: wider than what git writes, and every field still open to doubt.
import type { BinaryHunk, Span } from '../parsed-patch.ts';

/** What of `git apply` the product can say; the rest is listed in docs/patch-parser.md. */
export interface GitOptions {
  /** Parts taken off the front of each name (`-p`). Null: 1, until a traditional header has bare names. */
  readonly strip: number | null;
  /** Put before each name (`--directory`); empty, or ends in a slash. */
  readonly directory: string;
  readonly reverse: boolean;
  /** Counts in hunk heads are not believed. */
  readonly recount: boolean;
  /** Hunks without context need not be at the end of their file. */
  readonly unidiffZero: boolean;
}

export const PLAIN_APPLY: GitOptions = {
  strip: null,
  directory: '',
  reverse: false,
  recount: false,
  unidiffZero: false,
};

/** A traditional header does not say whether its file is new or goes. */
export type Claim = boolean | 'unsaid';

export interface GitHunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Kept lines before the first and after the last change. */
  readonly leading: number;
  readonly trailing: number;
  /** Without the head; with a last line that tells of a missing line feed. */
  readonly body: Span;
}

export interface BinarySides {
  /** Null for `Binary files differ`. */
  readonly forward: BinaryHunk | null;
  readonly back: BinaryHunk | null;
}

/** What the head of one file says. Names are latin1, one character for each byte; a mode of 0 is unsaid. */
export interface GitHeader {
  readonly style: 'git' | 'traditional';
  readonly oldName: string | null;
  readonly newName: string | null;
  readonly isNew: Claim;
  readonly isDelete: Claim;
  readonly isRename: boolean;
  readonly isCopy: boolean;
  readonly oldMode: number;
  readonly newMode: number;
  /** As written, often shortened; empty where the header has none. */
  readonly oldOid: string;
  readonly newOid: string;
  /** In the patch, from 1. */
  readonly line: number;
}

export interface GitFile extends GitHeader {
  readonly hunks: readonly GitHunk[];
  readonly insertions: number;
  readonly deletions: number;
  readonly binary: BinarySides | null;
}

/** Swaps the sides. The hunks' text stays; who applies it swaps the signs. */
export function reversed(file: GitFile): GitFile {
  // A lone mode of a file that stays is what the file has to have, on both sides.
  const modes = file.newMode !== 0 || file.isDelete === true ? [file.newMode, file.oldMode] : [file.oldMode, 0];
  const [oldMode = 0, newMode = 0] = modes;
  return {
    ...file,
    oldName: file.newName,
    newName: file.oldName,
    isNew: file.isDelete,
    isDelete: file.isNew,
    oldMode,
    newMode,
    oldOid: file.newOid,
    newOid: file.oldOid,
    insertions: file.deletions,
    deletions: file.insertions,
    hunks: file.hunks.map((hunk) => ({
      ...hunk,
      oldStart: hunk.newStart,
      oldLines: hunk.newLines,
      newStart: hunk.oldStart,
      newLines: hunk.oldLines,
    })),
    binary: file.binary === null ? null : { forward: file.binary.back, back: file.binary.forward },
  };
}
