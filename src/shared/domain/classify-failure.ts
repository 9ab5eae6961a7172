// Which class a failed tool's last words mean: a table of patterns, for tools whose adapter does not say it itself.
import type { ErrorCode } from '../lib/errors.ts';
import { classOf, type FailureClass } from './failure-class.ts';
import { retryAfterMs } from './retry-after.ts';

/** What is known of a program that ended badly. */
export interface FailedEnd {
  readonly code: ErrorCode;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The end of its error output, or of its output where that is empty. */
  readonly text: string;
}

export interface FailureReading {
  /** Null where it was not the tool's doing. */
  readonly class: FailureClass | null;
  /** How long the provider asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
}

interface Pattern {
  readonly class: FailureClass;
  readonly words: RegExp;
}

/**
 * The first that matches counts, so what is said of limits comes before the status that it arrives with. The words are
 * those of providers' answers and of the tools that print them: Anthropic's and OpenAI's error types, the statuses of
 * RFC 9110, Google's RPC codes, and the sentences of Claude Code, Codex, Gemini and aider when they are not signed in.
 */
const PATTERNS: readonly Pattern[] = [
  { class: 'rate_limit', words: /\brate[-_ ]?limit(?:s|ed)?\b|\btoo many requests\b|\bRESOURCE_EXHAUSTED\b/i },
  {
    class: 'rate_limit',
    words: /\b(?:insufficient_quota|usage limit reached|quota exceeded|exceeded your current quota)\b/i,
  },
  { class: 'rate_limit', words: /\b(?:HTTP|status|code|error)[:= ]*\(?429\b/i },
  {
    class: 'overloaded',
    words: /\boverloaded(?:_error)?\b|\bservice unavailable\b|\bserver is busy\b|\bat capacity\b/i,
  },
  {
    class: 'overloaded',
    words: /\b(?:HTTP|status|code|error)[:= ]*\(?5(?:00|02|03|04|29)\b|\binternal server error\b|\bbad gateway\b/i,
  },
  {
    class: 'auth',
    words: /\b(?:authentication_(?:error|failed)|invalid[-_ ]api[-_ ]key|incorrect api key|permission_error)\b/i,
  },
  {
    class: 'auth',
    words:
      /\b(?:not logged in|please run \/login|unauthori[sz]ed|unauthenticated|api key (?:is )?(?:missing|not set|not found))\b/i,
  },
  { class: 'auth', words: /\b(?:HTTP|status|code|error)[:= ]*\(?40[13]\b/i },
  { class: 'bad_request', words: /\b(?:invalid_request_error|bad request|INVALID_ARGUMENT)\b/i },
  {
    class: 'bad_request',
    words: /\bprompt(?:_| is )too[_ ]long\b|\bcontext[_ ]length[_ ]exceeded\b|\bmaximum context length\b/i,
  },
  { class: 'bad_request', words: /\b(?:HTTP|status|code|error)[:= ]*\(?4(?:00|04|13|22)\b/i },
  {
    class: 'timeout',
    words: /\b(?:ETIMEDOUT|ESOCKETTIMEDOUT|deadline exceeded|request timed out|connection timed out)\b/i,
  },
  {
    class: 'crash',
    words: /\b(?:panic:|panicked at|segmentation fault|out of memory|heap limit|Traceback \(most recent call last\))/i,
  },
];

/** Exit codes that say more than "it failed": those of shells for signals and missing programs, and Gemini's for 401 and 400. */
const EXIT_CODES: ReadonlyMap<number, FailureClass> = new Map([
  [126, 'crash'],
  [127, 'crash'],
  [134, 'crash'],
  [137, 'crash'],
  [139, 'crash'],
  [144, 'bad_request'],
  [145, 'auth'],
]);

/** Only a program that says itself that it failed is judged by its words: what it said when it was ended by us is no reason. */
export function classifyFailure(end: FailedEnd, nowMs: number): FailureReading {
  const plain = { class: classOf(end), retryAfterMs: null };
  if (end.code !== 'E_TOOL_FAILURE') return plain;
  const said = PATTERNS.find(({ words }) => words.test(end.text))?.class;
  const byCode = end.exitCode === null ? 'crash' : EXIT_CODES.get(end.exitCode);
  const found = said ?? byCode ?? plain.class;
  const waits = found === 'rate_limit' || found === 'overloaded';
  return { class: found, retryAfterMs: waits ? retryAfterMs(end.text, nowMs) : null };
}
