// Added text means what it looks like: no characters that reorder or hide code, no bytes that are not UTF-8.
import type { Finding } from '../../../../shared/domain/patch.ts';
import { finding, forReview, type Rule } from '../rule.ts';

const NAME = 'hidden-characters';
/** Bidirectional controls (CVE-2021-42574). */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Zero-width characters, fillers, and the tags and selectors that can carry a whole text unseen. */
const INVISIBLE =
  /[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\uffa0]|[\u{e0100}-\u{e01ef}]{2}|[\ufe00-\ufe0f]{2}|(?<!\u{1f3f4}[\u{e0061}-\u{e007a}]{0,6})[\u{e0001}-\u{e007f}]/u;
/** A joiner is part of many scripts and of emoji; between letters of ours it only makes two names look like one. */
const JOINER = /[\u0021-\u024f][\u200c\u200d](?=[\u0021-\u024f])/;
/** Other than tab, line feed, form feed and carriage return: a terminal obeys some of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u009f\u2028\u2029]/;
const PLAIN = /^[\t\f\r\u0020-\u007e]*$/;
const MAX_FINDINGS = 20;

export const hiddenCharactersRule: Rule = {
  name: NAME,
  part: 'format',
  check: ({ addedLines }) =>
    addedLines
      .filter(({ text }) => !PLAIN.test(text))
      .flatMap(({ path, line, text }) => faultsOf({ rule: NAME, path, line }, text))
      .slice(0, MAX_FINDINGS),
};

interface Place {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
}

function faultsOf(place: Place, line: string): readonly Finding[] {
  // The mark at the start of a file says how it is encoded.
  const text = place.line === 1 ? line.replace(/^\ufeff/, '') : line;
  const advice = 'Read it with such characters shown.';
  if (REORDERING.test(text)) return [forReview(place, 'This line holds characters that change its order', advice)];
  if (INVISIBLE.test(text) || JOINER.test(text) || text.includes('\ufeff')) {
    return [forReview(place, 'This line holds characters that nobody sees', advice)];
  }
  if (CONTROL.test(text)) return [forReview(place, 'This line holds control characters', advice)];
  if (!text.includes('\ufffd')) return [];
  return [
    finding({ ...place, severity: 'warning' }, 'This line is not valid UTF-8', 'Check the encoding of the file.'),
  ];
}
