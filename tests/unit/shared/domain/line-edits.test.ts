// Where edits of two sides meet.
import { describe, expect, it } from 'vitest';
import { type LineEdit, meetingRegions } from '../../../../src/shared/domain/line-edits.ts';

const edit = (start: number, lines: number, ...made: readonly string[]): LineEdit => ({ start, lines, made });

describe('meetingRegions', () => {
  it('finds nothing where the edits are apart', () => {
    expect(meetingRegions([edit(1, 2, 'x')], [edit(4, 1, 'y')])).toEqual([]);
    expect(meetingRegions([], [edit(4, 1, 'y')])).toEqual([]);
  });

  it('counts edits that touch as meeting, as git does', () => {
    expect(meetingRegions([edit(3, 1, 'x')], [edit(4, 1, 'y')])).toHaveLength(1);
    expect(meetingRegions([edit(3, 0, 'x')], [edit(3, 0, 'y')])).toHaveLength(1);
  });

  it('leaves out what both did alike', () => {
    expect(meetingRegions([edit(3, 1, 'x')], [edit(3, 1, 'x')])).toEqual([]);
  });

  it('takes all that hangs together as one place, and counts in each text what was before it', () => {
    const head = [edit(2, 0, 'a', 'b'), edit(10, 4, 'c')];
    const patch = [edit(8, 3, 'd', 'e', 'f', 'g'), edit(13, 1)];
    expect(meetingRegions(head, patch)).toEqual([
      { base: { start: 8, lines: 6 }, head: { start: 10, lines: 3 }, patch: { start: 8, lines: 6 } },
    ]);
  });
});
