// Only plain files: links and submodules where the project allows them, no odd modes, and executables are looked at.
import type { FileChange, Finding } from '../../../../shared/domain/patch.ts';
import type { PatchConstraints } from '../../../../shared/plan/plan.ts';
import { finding, forReview, type Rule } from '../rule.ts';

const ABSENT = '000000';
const PLAIN = '100644';
const EXECUTABLE = '100755';
const LINK = '120000';
const SUBMODULE = '160000';
const NAMES: Readonly<Record<string, string>> = {
  [LINK]: 'a symbolic link',
  [SUBMODULE]: 'a submodule',
  '040000': 'a folder as if it were a file',
};

export const fileModesRule: Rule = {
  name: 'file-modes',
  part: 'format',
  check: ({ files, constraints }) => files.flatMap((file) => checkFile(file, constraints)),
};

function checkFile(file: FileChange, constraints: PatchConstraints): readonly Finding[] {
  const { path, change, oldMode, newMode } = file;
  const place = { rule: 'file-modes', path };
  if (oldMode === SUBMODULE && newMode !== SUBMODULE) {
    return [finding(place, `${path} is a submodule and was taken away or replaced`, 'Leave submodules as they are.')];
  }
  if (change === 'type_changed' && (newMode === PLAIN || newMode === EXECUTABLE)) {
    return [
      finding(place, `${path} turns from ${NAMES[oldMode] ?? oldMode} into a file`, 'Do this by hand, in a commit.'),
    ];
  }
  if (newMode === ABSENT || newMode === PLAIN) return [];
  if (newMode === EXECUTABLE) {
    if (oldMode === EXECUTABLE) return [];
    return [forReview(place, `${path} becomes executable`, 'Check that this file is meant to be run.')];
  }
  if (newMode === LINK && constraints.allowLinks === true) {
    return [forReview(place, `${path} is a symbolic link`, 'Check where it leads.')];
  }
  if (newMode === SUBMODULE && oldMode === SUBMODULE && constraints.allowSubmodules === true) {
    return [forReview(place, `The submodule ${path} moves to another commit`, 'Check that commit in its repository.')];
  }
  const what = NAMES[newMode] ?? `a file of mode ${newMode}`;
  return [finding(place, `${path} is ${what}`, 'Use plain files only (mode 100644 or 100755).')];
}
