// A patch's change list as edits of single paths: a rename takes one path away and brings another.
import type { FileChange } from '../../../shared/domain/patch.ts';
import type { TreeEntry } from '../../../shared/ports/git.ts';
import type { TreeEdit } from './rewrite-tree.ts';

const ABSENT = '000000';

export function patchEdits(files: readonly FileChange[]): readonly TreeEdit[] {
  return files.flatMap((file): readonly TreeEdit[] => {
    const old = entry(file.oldMode, file.oldOid);
    const now = entry(file.newMode, file.newOid);
    const from = file.oldPath ?? file.path;
    if (file.change === 'copied') return [{ path: file.path, old: null, new: now }];
    if (from === file.path) return [{ path: file.path, old, new: now }];
    return [
      { path: from, old, new: null },
      { path: file.path, old: null, new: now },
    ];
  });
}

function entry(mode: string, oid: string): TreeEntry | null {
  return mode === ABSENT ? null : { mode, oid };
}
