// How long a provider asks to wait, read from the words of a tool: seconds or a date (RFC 9110 §10.2.3), or a pause in words.
import { LIMITS } from './limits.ts';

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `Retry-After: 30`, `"retry-after": "30"`, `retry_after=30s`, and the header with milliseconds that some servers send. */
const HEADER = /\bretry[-_ ]?after(-ms)?["']?\s*[:=]?\s*["']?(\d+(?:\.\d+)?)\s*(ms|s|m|h)?\b/i;
const DATE = /\bretry[-_ ]?after["']?\s*[:=]?\s*["']?([A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT)/i;
/** “try again in 20s”, “retry in 1.5 minutes”. */
const WORDS =
  /\b(?:try again|retry(?:ing)?) (?:in|after) (\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hours?)\b/i;

/** Milliseconds from `nowMs`, at most a day; null where the text says nothing of it. A date that has passed is 0. */
export function retryAfterMs(text: string, nowMs: number): number | null {
  const date = DATE.exec(text);
  if (date !== null) {
    const at = Date.parse(date[1] ?? '');
    if (!Number.isNaN(at)) return bounded(at - nowMs);
  }
  const header = HEADER.exec(text);
  if (header !== null) {
    const unit = header[1] !== undefined ? 'ms' : (header[3] ?? 's');
    return bounded(Number(header[2]) * unitMs(unit));
  }
  const words = WORDS.exec(text);
  return words === null ? null : bounded(Number(words[1]) * unitMs(words[2] ?? 's'));
}

function unitMs(unit: string): number {
  const word = unit.toLowerCase();
  return word.startsWith('ms') || word.startsWith('milli') ? 1 : (UNIT_MS[word.charAt(0)] ?? 1_000);
}

function bounded(ms: number): number {
  return Math.min(LIMITS.retryAfterMaxMs, Math.max(0, Math.round(ms)));
}
