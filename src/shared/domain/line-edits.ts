// Edits of one text by two sides: which of them meet, and where that is in each of the three texts.
import type { ConflictRegion, LineRange } from './conflict.ts';

/** `lines` of the base from `start` on (from 1) become `made`. */
export interface LineEdit extends LineRange {
  readonly made: readonly string[];
}

interface Side {
  readonly edits: readonly LineEdit[];
  /** Edits that lie before the place that is looked at, and by how much they have moved it. */
  next: number;
  shift: number;
}

/** Places where edits of both sides overlap or touch and do not say the same, in order. Each list is in order, without overlaps. */
export function meetingRegions(head: readonly LineEdit[], patch: readonly LineEdit[]): readonly ConflictRegion[] {
  const sides: readonly [Side, Side] = [
    { edits: head, next: 0, shift: 0 },
    { edits: patch, next: 0, shift: 0 },
  ];
  const regions: ConflictRegion[] = [];
  for (;;) {
    const group = nextGroup(sides);
    if (group === null) return regions;
    const { start, end, taken } = group;
    const base = { start, lines: end - start };
    const [ofHead, ofPatch] = [placeIn(sides[0], taken[0], base), placeIn(sides[1], taken[1], base)];
    if (taken[0].length > 0 && taken[1].length > 0 && !isSame(taken)) {
      regions.push({ base, head: ofHead, patch: ofPatch });
    }
  }
}

interface Group {
  readonly start: number;
  /** The first line after it. */
  readonly end: number;
  readonly taken: readonly [LineEdit[], LineEdit[]];
}

/** The next edit of either side and all that hangs together with it. */
function nextGroup([a, b]: readonly [Side, Side]): Group | null {
  const first = [a, b].flatMap(({ edits, next }) => edits[next] ?? []).sort((x, y) => x.start - y.start)[0];
  if (first === undefined) return null;
  const taken: [LineEdit[], LineEdit[]] = [[], []];
  let end = first.start + first.lines;
  for (let grew = true; grew; ) {
    grew = false;
    for (const [side, list] of [
      [a, taken[0]],
      [b, taken[1]],
    ] as const) {
      for (let edit = side.edits[side.next]; edit !== undefined && edit.start <= end; edit = side.edits[side.next]) {
        list.push(edit);
        end = Math.max(end, edit.start + edit.lines);
        side.next += 1;
        grew = true;
      }
    }
  }
  return { start: first.start, end, taken };
}

/** Where a place of the base is in a side's own text. */
function placeIn(side: Side, taken: readonly LineEdit[], base: LineRange): LineRange {
  const grown = taken.reduce((sum, edit) => sum + edit.made.length - edit.lines, 0);
  const place = { start: base.start + side.shift, lines: base.lines + grown };
  side.shift += grown;
  return place;
}

function isSame([head, patch]: Group['taken']): boolean {
  return spell(head) === spell(patch);
}

function spell(edits: readonly LineEdit[]): string {
  return JSON.stringify(edits.map(({ start, lines, made }) => [start, lines, made]));
}
