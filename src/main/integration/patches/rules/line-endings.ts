// V18: no file changes its line endings as a whole: such a diff hides what else it changes.
import { forReview, type PatchFacts, type Rule } from '../rule.ts';

/** Fewer lines can be read at a glance. */
const LEAST_LINES = 3;

export const lineEndingsRule: Rule = {
  name: 'line-endings',
  part: 'constraints',
  check(facts) {
    const { added, removed } = changedTexts(facts);
    return facts.files.flatMap(({ path, oldPath, insertions }) => {
      const before = removed.get(oldPath ?? path) ?? [];
      const after = added.get(path) ?? [];
      const flips = [countFlips(before, after), countFlips(after, before)];
      const [toCrlf = 0, toLf = 0] = flips;
      const most = Math.max(toCrlf, toLf);
      if (most < LEAST_LINES || most * 2 < insertions) return [];
      const what = toCrlf > toLf ? 'LF to CR LF' : 'CR LF to LF';
      return [
        forReview(
          { rule: 'line-endings', path },
          `${most} lines of ${path} only change their ending, from ${what}`,
          'Keep the endings of the file; set the editor or tool to leave them as they are.',
        ),
      ];
    });
  },
};

type ByPath = ReadonlyMap<string, readonly string[]>;

function changedTexts({ addedLines, removedLines }: PatchFacts): { readonly added: ByPath; readonly removed: ByPath } {
  return { added: byPath(addedLines), removed: byPath(removedLines) };
}

function byPath(lines: PatchFacts['addedLines']): ByPath {
  const found = new Map<string, string[]>();
  for (const { path, text } of lines) {
    const texts = found.get(path);
    if (texts === undefined) found.set(path, [text]);
    else texts.push(text);
  }
  return found;
}

/** Lines of `plain` that `other` has with a carriage return at their end, each counted once. */
function countFlips(plain: readonly string[], other: readonly string[]): number {
  if (!other.some((text) => text.endsWith('\r'))) return 0;
  const left = new Map<string, number>();
  for (const text of plain) left.set(text, (left.get(text) ?? 0) + 1);
  let flips = 0;
  for (const text of other) {
    const bare = text.endsWith('\r') ? text.slice(0, -1) : null;
    const count = bare === null ? 0 : (left.get(bare) ?? 0);
    if (bare === null || count === 0) continue;
    left.set(bare, count - 1);
    flips += 1;
  }
  return flips;
}
