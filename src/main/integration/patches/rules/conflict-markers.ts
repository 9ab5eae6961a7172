// A merge that nobody has finished: the lines that git writes where it could not join two sides.
import type { Finding } from '../../../../shared/domain/patch.ts';
import type { ChangedLine } from '../changed-lines.ts';
import { finding, forReview, type Rule } from '../rule.ts';

const NAME = 'conflict-markers';
const OPENS = /^<{7} \S/;
const PARTS = /^(?:={7}|\|{7}(?: \S.*)?)\r?$/;
const CLOSES = /^>{7} \S/;
const ADVICE = 'Join the two sides, and leave none of these lines behind.';
const MAX_FINDINGS = 20;

export const conflictMarkersRule: Rule = {
  name: NAME,
  part: 'format',
  check: ({ addedLines }) =>
    [...Map.groupBy(addedLines.filter(isMarker), ({ path }) => path).values()].flatMap(judge).slice(0, MAX_FINDINGS),
};

function isMarker({ text }: ChangedLine): boolean {
  return OPENS.test(text) || PARTS.test(text) || CLOSES.test(text);
}

/** A line of `=======` alone underlines a title; one of the others alone may be a quotation or a text about merges. */
function judge(markers: readonly ChangedLine[]): readonly Finding[] {
  const kinds = [OPENS, PARTS, CLOSES].filter((kind) => markers.some(({ text }) => kind.test(text)));
  const first = markers.find(({ text }) => !PARTS.test(text));
  if (first === undefined) return [];
  const place = { rule: NAME, path: first.path, line: first.line };
  if (kinds.length > 1) return [finding(place, 'A conflict of a merge is not resolved here', ADVICE)];
  return [forReview(place, 'This line looks like what a merge leaves behind', ADVICE)];
}
