// What git says about a merge becomes a list of files, each with its kind and its three versions.
import type { ConflictFile, ConflictKind, ConflictVersion } from '../../../shared/domain/conflict.ts';
import type { FileChange } from '../../../shared/domain/patch.ts';
import type { Merge, MergeNote, StageEntry } from './open-merges.ts';

/** Of git's note types; what is not here is told by its stages or is `other`. */
const KINDS: Readonly<Record<string, ConflictKind>> = {
  'CONFLICT (contents)': 'content',
  'CONFLICT (binary)': 'binary',
  'CONFLICT (file/directory)': 'file_folder',
  'CONFLICT (distinct modes)': 'type',
  'CONFLICT (distinct types)': 'type',
  'CONFLICT (modify/delete)': 'modify_delete',
  'CONFLICT (rename/rename)': 'rename_rename',
  'CONFLICT (rename involved in collision)': 'rename_collision',
  'CONFLICT (rename/delete)': 'rename_delete',
};
/** The kinds that say more than the others about the same file. */
const RANK: readonly ConflictKind[] = [
  'rename_rename',
  'rename_collision',
  'rename_delete',
  'file_folder',
  'submodule',
  'type',
  'binary',
];
const SAID = 300;
const SUBMODULE = '160000';

/** Without lines and other sides; by path. */
export function conflictFiles(merge: Merge, files: readonly FileChange[]): readonly ConflictFile[] {
  const open = new Map<string, StageEntry[]>();
  for (const entry of merge.stages) open.set(entry.path, [...(open.get(entry.path) ?? []), entry]);
  const found: ConflictFile[] = [];
  for (const note of merge.notes.filter(isConflict).sort((a, b) => rankOf(a) - rankOf(b))) {
    const entries = note.paths.flatMap((path) => open.get(path) ?? []);
    if (entries.length === 0) continue;
    for (const path of note.paths) open.delete(path);
    found.push(fileOf(entries, note, files));
  }
  for (const entries of open.values()) found.push(fileOf(entries, { paths: [], type: '', text: '' }, files));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isConflict({ type }: MergeNote): boolean {
  return type.startsWith('CONFLICT');
}

function rankOf(note: MergeNote): number {
  const rank = RANK.indexOf(kindOfNote(note));
  return rank === -1 ? RANK.length : rank;
}

function kindOfNote({ type }: MergeNote): ConflictKind {
  return KINDS[type] ?? (/submodule/i.test(type) ? 'submodule' : 'other');
}

function fileOf(entries: readonly StageEntry[], note: MergeNote, files: readonly FileChange[]): ConflictFile {
  const [base, head, patch] = ([1, 2, 3] as const).map((stage) => entries.find((entry) => entry.stage === stage));
  const kind = finerKind(note, { base, head, patch });
  const path = kind === 'file_folder' ? plainPath(note, entries) : (head ?? patch ?? base)?.path;
  const named = kind === 'file_folder' ? path : undefined;
  return {
    path: path ?? '',
    kind,
    base: versionOf(base, files.find(({ oldOid }) => oldOid === base?.oid)?.oldPath ?? named),
    head: versionOf(head, named),
    patch: versionOf(patch, files.find(({ newOid }) => newOid === patch?.oid)?.path ?? named),
    regions: [],
    moreRegions: 0,
    otherSide: null,
    said: note.text.slice(0, SAID),
  };
}

interface Stages {
  readonly base: StageEntry | undefined;
  readonly head: StageEntry | undefined;
  readonly patch: StageEntry | undefined;
}

/** `CONFLICT (contents)` is what git calls everything that has two sides: modes, additions and submodules too. */
function finerKind(note: MergeNote, { base, head, patch }: Stages): ConflictKind {
  const kind = kindOfNote(note);
  if ([base, head, patch].some((entry) => entry?.mode === SUBMODULE))
    return kind === 'file_folder' ? kind : 'submodule';
  if (kind !== 'content' && kind !== 'other') return kind;
  if (head !== undefined && patch !== undefined) {
    if (head.oid === patch.oid && head.mode !== patch.mode) return 'mode';
    return base === undefined ? 'add_add' : kind;
  }
  return kind === 'other' && base !== undefined && (head ?? patch) !== undefined ? 'modify_delete' : kind;
}

/** Git moves the file aside, as `name~run`, and lists both names, the one that was meant last. */
function plainPath({ paths }: MergeNote, entries: readonly StageEntry[]): string | undefined {
  return paths.at(-1) ?? entries[0]?.path;
}

function versionOf(entry: StageEntry | undefined, path: string | null | undefined): ConflictVersion | null {
  return entry === undefined ? null : { path: path ?? entry.path, mode: entry.mode, oid: entry.oid };
}
