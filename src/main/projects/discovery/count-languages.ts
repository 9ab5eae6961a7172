// Files and bytes by language. Sizes come from a sample and are scaled to all files of the language.
import type { RepositoryFacts } from './evidence.ts';
import { isVendored } from './file-weight.ts';
import { languageOfContent, needsContent } from './language-of-content.ts';
import { type Language, languageByName } from './languages.ts';

export interface LanguageCount {
  readonly language: string;
  readonly files: number;
  /** Estimated where not every file was measured. */
  readonly bytes: number;
  /** Share of the bytes of code, prose, queries and infrastructure, in percent with one digit. */
  readonly percentage: number;
}

/** Settings and markup are in every repository and would drown what it is written in. */
const SILENT: ReadonlySet<string> = new Set(['markup', 'config']);

export function languageOf(facts: RepositoryFacts, path: string): Language | null {
  if (isVendored(path)) return null;
  const head = needsContent(path) ? facts.texts.get(path) : undefined;
  return head === undefined ? languageByName(path) : languageOfContent(path, head);
}

/** The largest share first; equal shares by name. */
export function countLanguages(
  facts: RepositoryFacts,
  languages: ReadonlyMap<string, Language>,
): readonly LanguageCount[] {
  const tallies = new Map<string, { files: number; measured: number; bytes: number }>();
  for (const [path, { name, sort }] of languages) {
    if (SILENT.has(sort)) continue;
    const tally = tallies.get(name) ?? { files: 0, measured: 0, bytes: 0 };
    const size = facts.sizes.get(path);
    tally.files += 1;
    if (size !== undefined) {
      tally.measured += 1;
      tally.bytes += size;
    }
    tallies.set(name, tally);
  }
  const counts = [...tallies].map(([language, { files, measured, bytes }]) => ({
    language,
    files,
    bytes: measured === 0 ? 0 : Math.round((bytes / measured) * files),
  }));
  const total = counts.reduce((sum, one) => sum + one.bytes, 0);
  const files = counts.reduce((sum, one) => sum + one.files, 0);
  return counts
    .map((one) => ({ ...one, percentage: tenth(100 * (total > 0 ? one.bytes / total : one.files / files)) }))
    .sort((a, b) => b.percentage - a.percentage || b.files - a.files || (a.language < b.language ? -1 : 1));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
