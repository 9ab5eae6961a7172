// The forms that schemas write down as patterns, in words.

export interface PatternWords {
  /** Completes "which is not …". */
  readonly noun: string;
  readonly advice: string;
}

const FORMS: Readonly<Record<string, PatternWords>> = {
  '^[0-9A-HJKMNP-TV-Z]{26}$': {
    noun: 'a ULID',
    advice: 'A ULID has exactly 26 digits and capital letters, without I, L, O and U.',
  },
  '^[0-9]+\\.[0-9]+\\.[0-9]+$': { noun: 'a version', advice: 'Write three numbers with dots between them: 1.0.0.' },
  '^[0-9a-f]{40}$': { noun: 'a name of git', advice: 'Write all 40 digits, from 0 to 9 and a to f.' },
  '^[0-9a-f]{64}$': { noun: 'a SHA-256 sum', advice: 'Write all 64 digits, from 0 to 9 and a to f.' },
  '^\\d{4}-\\d{2}-\\d{2}$': { noun: 'a date', advice: 'Write it like 2026-01-31.' },
  '^[A-Z]{3}$': { noun: 'a currency', advice: 'Write three capital letters, for example USD.' },
  '^E_[A-Z][A-Z0-9_]*$': { noun: 'a code', advice: 'Write `E_` and capitals, for example E_TIMEOUT.' },
};

/** Null for a pattern that only its field's description explains. */
export function describePattern(pattern: string): PatternWords | null {
  return FORMS[pattern] ?? null;
}
