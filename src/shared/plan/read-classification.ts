// How a plan classifies a task: its own words, and those of them that UET v1 knows.
import { asText, field } from './read-json.ts';

/** In the words of the plan; null where it says nothing. */
export interface Classification {
  readonly complexity: string | null;
  readonly riskTier: string | null;
  readonly domain: string | null;
}

const COMPLEXITIES = ['trivial', 'simple', 'moderate', 'complex', 'expert'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

/** The three words of older documents, as importers read them. */
const OLDER_WORDS: Readonly<Record<string, Complexity>> = { low: 'simple', medium: 'moderate', high: 'complex' };

export function readClassification(raw: Readonly<Record<string, unknown>>): Classification {
  const word = (key: string) => asText(field(raw['classification'], key));
  return { complexity: word('complexity'), riskTier: word('risk_tier'), domain: word('domain') };
}

/** Null for a word that v1 does not know. */
export function complexityWord(word: string | null): Complexity | null {
  if (word === null) return null;
  return (
    COMPLEXITIES.find((one) => one === word) ?? (Object.hasOwn(OLDER_WORDS, word) ? (OLDER_WORDS[word] ?? null) : null)
  );
}
