// A conflict as data: where a patch and the run's head changed the same thing, what each of them made of it, and who did it.

/** Each with what happened, as a person would say it. */
export const CONFLICT_KINDS = {
  content: 'content',
  add_add: 'both added it',
  modify_delete: 'changed here, deleted there',
  rename_delete: 'renamed here, deleted there',
  rename_rename: 'renamed to two names',
  rename_collision: 'two files came to one name',
  /** Git can join both, in a file that the patch does not name: the head has renamed it. */
  rename: 'rename',
  mode: 'mode',
  type: 'file and link',
  binary: 'binary',
  file_folder: 'file and folder',
  submodule: 'submodule',
  /** What a newer git says and this list does not know; `said` has its words. */
  other: 'conflict',
} as const satisfies Readonly<Record<string, string>>;

export type ConflictKind = keyof typeof CONFLICT_KINDS;

/** One side of a file: its name there and its content, kept alive by the conflict's ref. */
export interface ConflictVersion {
  readonly path: string;
  readonly mode: string;
  readonly oid: string;
}

/** `lines` lines from `start` on, counted from 1; with 0 lines the place before `start`. */
export interface LineRange {
  readonly start: number;
  readonly lines: number;
}

/** The same place in all three versions. */
export interface ConflictRegion {
  readonly base: LineRange;
  readonly head: LineRange;
  readonly patch: LineRange;
}

export interface ConflictFile {
  readonly path: string;
  readonly kind: ConflictKind;
  /** What both began with, what the head has, what the patch has; null where it is not there. Git's base, ours and theirs. */
  readonly base: ConflictVersion | null;
  readonly head: ConflictVersion | null;
  readonly patch: ConflictVersion | null;
  /** The lines that cannot be joined; empty where it is not about lines. */
  readonly regions: readonly ConflictRegion[];
  readonly moreRegions: number;
  /** The newest commit since the patch's base that touched it: the other side. Null where none is found. */
  readonly otherSide: { readonly commit: string; readonly changeId: string | null } | null;
  /** Git's own words, cut. */
  readonly said: string;
}

export interface Conflict {
  /** What the patch was made against, and the head it does not fit. */
  readonly base: string;
  readonly onto: string;
  readonly files: readonly ConflictFile[];
  readonly moreFiles: number;
  /** A commit of the merge as far as git came, with markers where it could not go on; null where git is too old for it. */
  readonly merge: string | null;
  /** Git has joined everything, if files that the patch does not name may be written: the head has renamed them. */
  readonly joined: boolean;
}

/** Keeps the three versions of a conflict and its merge from `git gc`. */
export function conflictRef(changeId: string): string {
  return `refs/patchbay/conflicts/${changeId}`;
}

type Named = Pick<ConflictFile, 'path' | 'kind' | 'patch'>;

/** `a.ts (content), b.ts (binary)`. */
export function listConflicts(files: readonly Named[], moreFiles = 0): string {
  const listed = files.map((file) => `${file.path} (${conflictWords(file)})`).join(', ');
  return moreFiles > 0 ? `${listed} and ${moreFiles} more` : listed;
}

/** Which side did what, where the kind alone does not say it. */
export function conflictWords({ kind, patch }: Pick<ConflictFile, 'kind' | 'patch'>): string {
  const isPatchGone = patch === null;
  if (kind === 'modify_delete' && isPatchGone) return 'deleted here, changed there';
  if (kind === 'rename_delete' && isPatchGone) return 'deleted here, renamed there';
  return CONFLICT_KINDS[kind];
}

/** `3`, `3-7`, or `before 3` where no line is there. */
export function lineWords({ start, lines }: LineRange): string {
  if (lines === 0) return `before ${start}`;
  return lines === 1 ? `${start}` : `${start}-${start + lines - 1}`;
}
