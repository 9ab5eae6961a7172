// Finds keys, tokens and passwords in added lines: by the forms that secretlint knows, and by names with random values.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ChangedLine } from './changed-lines.ts';

/** Where a secret seems to stand. It is never copied: a finding is kept and shown. */
export interface SecretPlace {
  readonly path: string;
  readonly line: number;
  /** What it is, for example `GitHub token`. */
  readonly what: string;
  /** `form`: only such a secret looks like this. `guess`: a name and a value that looks random, or an address. */
  readonly by: 'form' | 'guess';
}

/** Rules whose findings are as often examples as secrets. */
const GUESSES = /-(?:basicauth|database-connection-string)$/;
/** A comment in the very text that is searched must not be able to turn the search off. */
const SWITCHES = '@secretlint/secretlint-rule-filter-comments';
const OPTIONS: Readonly<Record<string, object>> = {
  '@secretlint/secretlint-rule-aws': { enableIDScanRule: true },
};

export async function findSecrets(addedLines: readonly ChangedLine[]): Promise<readonly SecretPlace[]> {
  const found: SecretPlace[] = [];
  let left = LIMITS.secretScanCharacters;
  for (const [path, lines] of byPath(addedLines)) {
    const text = lines
      .map((one) => one.text)
      .join('\n')
      .slice(0, left);
    left -= text.length;
    if (text === '') continue;
    const known = await knownForms(path, text);
    const starts = lineStarts(lines);
    const places = known.map(({ at, what, by }) => ({ path, line: lineAt(starts, lines, at), what, by }));
    const taken = new Set(places.map((place) => place.line));
    found.push(...places, ...guesses(lines).filter((place) => !taken.has(place.line)));
  }
  return found;
}

interface Hit {
  readonly at: number;
  readonly what: string;
  readonly by: SecretPlace['by'];
}

async function knownForms(path: string, text: string): Promise<readonly Hit[]> {
  // Loaded when there is something to search: the rules of thirty services take a while.
  const [{ lintSource }, { rules }, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler'),
  ]);
  // Else it keeps marks of every rule and file for ever, and looks through all of them each time.
  secretLintProfiler.setEnabled(false);
  // One by one: as a preset they would bring the switches along.
  const wanted = rules.filter(({ meta }) => meta.id !== SWITCHES);
  const config = { rules: wanted.map((rule) => ({ id: rule.meta.id, rule, options: OPTIONS[rule.meta.id] ?? {} })) };
  const source = { filePath: `/${path}`, content: text, contentType: 'text', ext: '' } as const;
  const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true, maskSecrets: true } });
  return messages.map(({ ruleId, messageId, range }) => ({
    at: range[0],
    what: wordsOf(messageId),
    by: GUESSES.test(ruleId) ? 'guess' : 'form',
  }));
}

/** `GITHUB_TOKEN` and `PrivateKey` as words. */
function wordsOf(messageId: string): string {
  const words = messageId.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  return words.toLowerCase();
}

/** `name = "value"`, `name: value`: the name says what it is, the value looks as if it were. */
const NAMED =
  /\b([\w.-]{0,60}(?:passw(?:or)?d|passwd|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|auth[_-]?key|credential)[\w-]{0,60})["'\]]?\s*(?::|=>|:?=)\s*(["'`]?)([^\s"'`,;(){}<>$]{16,200})\2/gi;
const TELLING = /passw|secret|token|key|credential/i;
const PLACEHOLDER =
  /example|sample|dummy|fake|placeholder|change_?me|your[_-]|xxxx|\*{3}|1234567|abcdef|secret|password|test|process\.env|os\.environ|undefined|null|lorem/i;
const MIN_ENTROPY = 3.6;

function guesses(lines: readonly ChangedLine[]): readonly SecretPlace[] {
  return lines.flatMap(({ path, line, text }) => {
    if (text.length > 2_000 || !TELLING.test(text)) return [];
    for (const [, name = '', quote = '', value = ''] of text.matchAll(NAMED)) {
      if (quote === '' && !isSettingsFile(path)) continue;
      if (!looksRandom(value)) continue;
      return [{ path, line, what: `value for ${JSON.stringify(name.slice(0, 60))}`, by: 'guess' as const }];
    }
    return [];
  });
}

/** Where values stand without quotes. */
function isSettingsFile(path: string): boolean {
  return /(?:^|\/)\.env|\.(?:env|ini|cfg|conf|properties|ya?ml|toml)$/i.test(path);
}

/** Letters and digits mixed, hardly a repetition, no word of a language: 3.6 bits a character and more. */
function looksRandom(value: string): boolean {
  if (PLACEHOLDER.test(value) || !/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  // A path, an address or a dotted name.
  if (/^[\w-]+(?:[./][\w-]+)+$/.test(value) && !/^[\w-]{20,}\./.test(value)) return false;
  return entropy(value) >= MIN_ENTROPY;
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

function byPath(lines: readonly ChangedLine[]): ReadonlyMap<string, readonly ChangedLine[]> {
  return Map.groupBy(lines, (one) => one.path);
}

function lineStarts(lines: readonly ChangedLine[]): readonly number[] {
  let at = 0;
  return lines.map(({ text }) => {
    const start = at;
    at += text.length + 1;
    return start;
  });
}

function lineAt(starts: readonly number[], lines: readonly ChangedLine[], at: number): number {
  const next = starts.findIndex((start) => start > at);
  return lines.at(next === -1 ? -1 : next - 1)?.line ?? 0;
}
