// Whose lines a patch changes, after any number of patches before it.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type ChangedSpan, createLineOwners } from '../../../../../src/main/engine/shadow/line-owners.ts';

const span = (oldStart: number, oldLines: number, newStart: number, newLines: number): ChangedSpan => {
  return { oldStart, oldEnd: oldStart + oldLines, newStart, newEnd: newStart + newLines };
};
const edit = (spans: readonly ChangedSpan[], path = 'a', oldPath: string | null = path) => {
  return { path, oldPath, isDeleted: false, spans };
};

it('lines of the base belong to nobody', () => {
  expect(createLineOwners().apply('x', [edit([span(3, 2, 3, 1)])])).toEqual([]);
});

it('lines move with what is put in before them, and keep their owner', () => {
  const owners = createLineOwners();
  owners.apply('x', [edit([span(10, 1, 10, 1)])]);
  owners.apply('y', [edit([span(1, 0, 1, 5)])]);
  expect(owners.apply('z', [edit([span(10, 1, 10, 1)])])).toEqual([]);
  expect(owners.apply('z', [edit([span(15, 1, 15, 1)])])).toEqual([{ path: 'a', owner: 'x', how: 'lines' }]);
});

it('right beside them is said to be beside', () => {
  const owners = createLineOwners();
  owners.apply('x', [edit([span(10, 1, 10, 1)])]);
  expect(owners.apply('y', [edit([span(11, 1, 11, 1)])])).toEqual([{ path: 'a', owner: 'x', how: 'beside' }]);
  expect(owners.apply('z', [edit([span(13, 1, 13, 1)])])).toEqual([]);
});

it('a file that was made in the run belongs to its maker, also under another name', () => {
  const owners = createLineOwners();
  owners.apply('x', [edit([span(1, 0, 1, 3)], 'new', null)]);
  const moved = owners.apply('y', [edit([], 'moved', 'new')]);
  expect(moved).toEqual([{ path: 'moved', owner: 'x', how: 'file' }]);
  const gone = { path: 'moved', oldPath: 'moved', isDeleted: true, spans: [span(1, 3, 1, 0)] };
  expect(owners.apply('z', [gone])).toEqual([{ path: 'moved', owner: 'x', how: 'file' }]);
  expect(owners.apply('z', [edit([span(1, 0, 1, 1)], 'moved', null)])).toEqual([]);
});

it('where lines cannot be told apart, everybody who wrote the file is touched', () => {
  const owners = createLineOwners();
  owners.apply('x', [{ ...edit([]), spans: null }]);
  expect(owners.apply('y', [edit([span(1, 1, 1, 1)])])).toEqual([{ path: 'a', owner: 'x', how: 'lines' }]);
});

test('after any edits, each line has the owner that a plain list of lines says', () => {
  const edits = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 12 });
  fc.assert(
    fc.property(edits, (all) => {
      const owners = createLineOwners();
      const lines: (string | null)[] = new Array(40).fill(null);
      all.forEach(([at, old, added], index) => {
        const owner = `t${index}`;
        const touched = owners.apply(owner, [edit([span(at + 1, old, at + 1, added)])]);
        const replaced = new Set(lines.slice(at, at + old).filter((whose) => whose !== null));
        const said = touched.filter((touch) => touch.how === 'lines').map((touch) => touch.owner);
        expect(new Set(said)).toEqual(replaced);
        lines.splice(at, old, ...new Array<string>(added).fill(owner));
      });
    }),
  );
});
