// Says in words what a patch does to a file, above all when there is no text to compare.
import type { ChangeKind, FileChange } from '../../../shared/domain/patch.ts';
import type { FileSidesReport } from '../../../shared/ipc/patch-methods.ts';

export const CHANGE_WORDS: Readonly<Record<ChangeKind, string>> = {
  added: 'Added',
  modified: 'Changed',
  deleted: 'Deleted',
  renamed: 'Renamed',
  copied: 'Copied',
  type_changed: 'Type changed',
};

export const CHANGE_LETTERS: Readonly<Record<ChangeKind, string>> = {
  added: 'A',
  modified: 'M',
  deleted: 'D',
  renamed: 'R',
  copied: 'C',
  type_changed: 'T',
};

export interface FileNote {
  readonly title: string;
  readonly words: string;
}

/** Why this file has no lines to show; null when it has. */
export function noteInsteadOfLines(file: FileChange, sides: FileSidesReport): FileNote | null {
  if (sides.note !== null && sides.before === null && sides.after === null) {
    return { title: file.binary ? 'This file is not text' : 'This file cannot be shown here', words: sides.note };
  }
  if (file.binary)
    return { title: 'This file is not text', words: 'Its bytes are in the patch; there are no lines to compare.' };
  if ((sides.before ?? '') !== (sides.after ?? '')) return null;
  return sameText(file);
}

function sameText(file: FileChange): FileNote {
  if (file.oldPath !== null && file.oldPath !== file.path) {
    return { title: `${CHANGE_WORDS[file.change]} from ${file.oldPath}`, words: 'The text inside stays the same.' };
  }
  if (file.change === 'added') return { title: 'An empty file was added', words: 'It has no lines.' };
  if (file.change === 'deleted') return { title: 'An empty file was deleted', words: 'It had no lines.' };
  return {
    title: 'Only the file’s mode changed',
    words: `From ${modeWords(file.oldMode)} to ${modeWords(file.newMode)}; the text stays the same.`,
  };
}

function modeWords(mode: string): string {
  if (mode === '100644') return 'a plain file';
  if (mode === '100755') return 'a file that may be executed';
  return mode === '120000' ? 'a link' : `mode ${mode}`;
}

/** `src/app/` and `main.ts`. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const cut = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, cut), name: path.slice(cut) };
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
