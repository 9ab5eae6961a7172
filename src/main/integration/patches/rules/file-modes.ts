// Only plain files: no symbolic links, no submodules, no odd modes; an executable is worth a word.
import type { FileChange, Finding } from '../../../../shared/domain/patch.ts';
import { finding, type Rule } from '../rule.ts';

const ABSENT = '000000';
const PLAIN = '100644';
const EXECUTABLE = '100755';
const SUBMODULE = '160000';
const NAMES: Readonly<Record<string, string>> = {
  '120000': 'a symbolic link',
  [SUBMODULE]: 'a submodule',
  '040000': 'a folder as if it were a file',
};

export const fileModesRule: Rule = {
  name: 'file-modes',
  part: 'format',
  check: ({ files }) => files.flatMap(checkFile),
};

function checkFile({ path, change, oldMode, newMode }: FileChange): readonly Finding[] {
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
    const message = `${path} becomes executable`;
    return [finding({ ...place, severity: 'warning' }, message, 'Check that this file is meant to be run.')];
  }
  const what = NAMES[newMode] ?? `a file of mode ${newMode}`;
  return [finding(place, `${path} is ${what}`, 'Use plain files only (mode 100644 or 100755).')];
}
