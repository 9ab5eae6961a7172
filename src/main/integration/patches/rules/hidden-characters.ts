// Added text means what it looks like: no characters that reorder or hide code, no bytes that are not UTF-8.
import { finding, type Rule } from '../rule.ts';

/** Bidirectional controls (CVE-2021-42574) and zero-width characters; a joiner is part of many scripts and emoji. */
const HIDDEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/;
const MAX_FINDINGS = 20;

export const hiddenCharactersRule: Rule = {
  name: 'hidden-characters',
  part: 'format',
  check: ({ addedLines }) =>
    addedLines
      .filter(({ text }) => HIDDEN.test(text) || text.includes('\ufffd'))
      .slice(0, MAX_FINDINGS)
      .map(({ path, line, text }) => {
        const place = { rule: 'hidden-characters', severity: 'warning', path, line } as const;
        return HIDDEN.test(text)
          ? finding(
              place,
              'This line holds characters that hide or reorder text',
              'Read it with such characters shown.',
            )
          : finding(place, 'This line is not valid UTF-8', 'Check the encoding of the file.');
      }),
};
