// No name that looks like another one: letters of two scripts in an identifier of code or in a file's name.
import type { Finding } from '../../../../shared/domain/patch.ts';
import { codeLanguage } from '../code/code-language.ts';
import { finding, forReview, isNewPath, type PatchFacts, type Rule } from '../rule.ts';

const NAME = 'mixed-scripts';
const MAX_FINDINGS = 20;
const WORD = /[\p{L}\p{M}\p{N}_$]+/gu;
const LATIN = /\p{Script=Latin}/u;
/** Letters that are taken for Latin ones: all Cyrillic, Armenian and Cherokee, Greek without what stands for a measure or a difference. */
const LOOKALIKE =
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03c1\u03c5\u{1d400}-\u{1d7ff}\uff21-\uff3a\uff41-\uff5a]/u;
const ASCII = /^\p{ASCII}*$/u;
/** Code, beside what is read structurally. */
const CODE = /\.(?:c|cc|cpp|cs|cxx|go|h|hpp|java|kt|kts|lua|m|mm|php|pl|pm|r|rb|rs|scala|sql|svelte|swift|vb|vue)$/i;

export const mixedScriptsRule: Rule = {
  name: NAME,
  part: 'format',
  check: (facts) => [...inNames(facts), ...inCode(facts)],
};

function inNames({ files }: PatchFacts): readonly Finding[] {
  return files
    .filter((file) => isNewPath(file) && !ASCII.test(file.path))
    .flatMap(({ path }) => {
      const word = path
        .split('/')
        .map(mixedWord)
        .find((one) => one !== null);
      return word === undefined || word === null
        ? []
        : [
            finding(
              { rule: NAME, path, severity: 'warning', action: 'review' },
              `The name ${path} ${says(word)}`,
              ADVICE,
            ),
          ];
    });
}

function inCode({ addedLines }: PatchFacts): readonly Finding[] {
  return addedLines
    .filter(({ path, text }) => !ASCII.test(text) && (codeLanguage(path) !== null || CODE.test(path)))
    .flatMap(({ path, line, text }) => {
      const word = mixedWord(text);
      return word === null ? [] : [forReview({ rule: NAME, path, line }, `"${word}" ${says(word)}`, ADVICE)];
    })
    .slice(0, MAX_FINDINGS);
}

const ADVICE = 'Write the name in one script.';

/** The first word with letters of two scripts that are taken for each other; null for none. */
function mixedWord(text: string): string | null {
  for (const [word] of text.matchAll(WORD)) {
    if (!ASCII.test(word) && LOOKALIKE.test(word) && LATIN.test(word)) return word.slice(0, 80);
  }
  return null;
}

function says(word: string): string {
  const [letter = ''] = LOOKALIKE.exec(word) ?? [];
  const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  return `mixes letters of two scripts (${letter} is U+${code})`;
}
