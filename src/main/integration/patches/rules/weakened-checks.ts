// Tests, gates and checks that a patch leaves out, makes easier or takes away: a person sees it before it counts.
import type { Finding } from '../../../../shared/domain/patch.ts';
import type { ChangedLine } from '../changed-lines.ts';
import { isTestFile } from '../checks/test-file.ts';
import { loweredThresholds } from '../checks/thresholds.ts';
import { MARK_WORDS, WEAKENING_MARKS } from '../checks/weakening-marks.ts';
import { finding, forReview, type PatchFacts, type Rule } from '../rule.ts';

const NAME = 'weakened-checks';
const MAX_FINDINGS = 30;

/** Of all languages: how a line of a test says what must be true, and where a test begins. */
const ASSERTION =
  /\b(?:expect|assert\w*|should|verify|require)\s*[(.!]|^\s*assert\s|\bt\.(?:Error|Fatal)f?\(|\b(?:EXPECT|ASSERT)_\w+\(|\|\s*Should\b|\bassert\w*!\(/;
const TEST =
  /(?:^|[^\w.])(?:it|test|specify)(?:\.\w+)*\s*\(|^\s*(?:async\s+)?def\s+test_|^\s*func\s+Test\w+\(|#\[(?:\w+::)?test\b|@Test\b|\[(?:Fact|Test|Theory|TestMethod)\b|^\s*It\s+['"]|^@test\s/;

/** Counted over the whole patch: tests that move from one file to another are not fewer. */
const PROOF = new RegExp(`${ASSERTION.source}|${TEST.source}`);

export const weakenedChecksRule: Rule = {
  name: NAME,
  part: 'constraints',
  check: (facts) => [
    ...testsGone(facts),
    ...fewerAssertions(facts),
    ...lowered(facts),
    ...gatesGone(facts),
    ...marks(facts),
  ],
};

function marks(facts: PatchFacts): readonly Finding[] {
  const { addedLines, removedLines } = facts;
  // A line that only moved, or moved in, says nothing new.
  const before = new Set(removedLines.map(({ text }) => text.trim()));
  return addedLines
    .filter(({ text }) => text.length <= 2_000 && MARK_WORDS.test(text) && !before.has(text.trim()))
    .flatMap(({ path, line, text }) => {
      const mark = WEAKENING_MARKS.find(({ where, pattern }) => pattern.test(text) && where(path));
      if (mark === undefined) return [];
      const place = { rule: NAME, path, line };
      const told = mark.told === 'always' || (mark.told === 'new' && isOfNewTest(facts, { path, line, text }));
      if (told) return [finding({ ...place, severity: 'info' }, mark.message, mark.advice)];
      return [forReview(place, mark.message, mark.advice)];
    })
    .slice(0, MAX_FINDINGS);
}

/** A mark above a test that is added, too, or in the first line of one whose name stood nowhere before. */
function isOfNewTest({ addedLines, removedLines }: PatchFacts, mark: ChangedLine): boolean {
  if (mark.text.trim().startsWith('@')) {
    return addedLines.some(({ path, line }) => path === mark.path && line === mark.line + 1);
  }
  const names = [...mark.text.matchAll(/(['"`])(.{8,}?)\1/g)].map(([, , name = '']) => name);
  const before = removedLines.filter(({ path, text }) => path === mark.path && TEST.test(text));
  return !before.some(({ text }) => names.some((name) => text.includes(name)));
}

function testsGone({ files, addedLines, removedLines }: PatchFacts): readonly Finding[] {
  const kept = new Set(addedLines.map(({ text }) => text.trim()));
  return files.flatMap(({ path, oldPath, change }) => {
    const moved = change === 'renamed' && oldPath !== null && isTestFile(oldPath) && !isTestFile(path);
    const gone = change === 'deleted' && isTestFile(path) && isLost(removedLines, path, kept);
    if (!moved && !gone) return [];
    const message = moved ? `${oldPath} was a test and is none under its new name` : `The test ${path} is deleted`;
    return [forReview({ rule: NAME, path }, message, 'Check that what it proved is proved elsewhere.')];
  });
}

/** Less than half of what it proved stands elsewhere in the patch. What proves nothing is no test. */
function isLost(removedLines: readonly ChangedLine[], path: string, kept: ReadonlySet<string>): boolean {
  const proofs = removedLines.filter((one) => one.path === path && PROOF.test(one.text));
  return proofs.filter(({ text }) => kept.has(text.trim())).length * 2 < proofs.length;
}

function fewerAssertions({ addedLines, removedLines, files }: PatchFacts): readonly Finding[] {
  const deleted = new Set(files.filter(({ change }) => change === 'deleted').map(({ path }) => path));
  const removed = removedLines.filter(({ path }) => !deleted.has(path));
  const fewer = (pattern: RegExp) => countLines(removed, pattern) - countLines(addedLines, pattern);
  const counts = [
    { what: 'assertions', number: fewer(ASSERTION) },
    { what: 'tests', number: fewer(TEST) },
  ];
  return counts
    .filter(({ number }) => number > 0)
    .map(({ what, number }) =>
      forReview(
        { rule: NAME },
        `There are ${number} ${what} fewer than before`,
        'Check that nothing is left unproved.',
      ),
    );
}

function countLines(lines: readonly ChangedLine[], pattern: RegExp): number {
  return lines.filter(({ path, text }) => isTestFile(path) && text.length <= 2_000 && pattern.test(text)).length;
}

function lowered({ addedLines, removedLines }: PatchFacts): readonly Finding[] {
  return loweredThresholds(removedLines, addedLines).map(({ path, line, name, from, to }) => {
    const message =
      to === null ? `"${name}" no longer asks for ${from}` : `"${name}" asks for ${to} instead of ${from}`;
    return forReview({ rule: NAME, path, line }, message, 'Reach the old number, or say why it was wrong.');
  });
}

const GATE_FILES = /(?:^|\/)patchbay\.(?:ya?ml|json)$/i;
const GATE = /^\s*(?:-\s*)?["']?(?:gate_id|id)["']?\s*:\s*["']?([\w-]+)|["']?required["']?\s*:\s*true/;

/** A gate, or the word that it must pass, is taken out of the project's file. */
function gatesGone({ addedLines, removedLines }: PatchFacts): readonly Finding[] {
  const kept = new Set(addedLines.filter(({ path }) => GATE_FILES.test(path)).map(({ text }) => text.trim()));
  return removedLines
    .filter(({ path, text }) => GATE_FILES.test(path) && GATE.test(text) && !kept.has(text.trim()))
    .map(({ path, text }) => {
      const message = `A gate, or that it must pass, is taken away: ${text.trim().slice(0, 80)}`;
      return forReview({ rule: NAME, path }, message, 'Leave the gate in place.');
    });
}
