// A conflict as git would tell of it: both sides changed the third line of one file.
import type { Conflict } from '../../src/shared/domain/conflict.ts';

export function makeConflict(base: string, onto: string, path = 'a'): Conflict {
  const side = (digit: string) => ({ path, mode: '100644', oid: digit.repeat(40) });
  const line = { start: 3, lines: 1 };
  return {
    base,
    onto,
    files: [
      {
        path,
        kind: 'content',
        base: side('1'),
        head: side('2'),
        patch: side('3'),
        regions: [{ base: line, head: line, patch: line }],
        moreRegions: 0,
        otherSide: { commit: onto, changeId: null },
        said: '',
      },
    ],
    moreFiles: 0,
    merge: 'c'.repeat(40),
    joined: false,
  };
}
