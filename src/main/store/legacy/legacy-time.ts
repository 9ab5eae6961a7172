// Reads the times that old pipelines wrote: ISO in several spellings, SQLite's own, seconds or milliseconds.

/** Outside of these years a number or text is no time of a pipeline. */
const FROM_MS = Date.UTC(2000, 0, 1);
const TO_MS = Date.UTC(2100, 0, 1);
const SECONDS_TO = 1e11;

/** Milliseconds since 1970, or null when it is no time that makes sense. Without a zone it is taken as UTC. */
export function parseLegacyTime(value: unknown): number | null {
  const ms = typeof value === 'number' ? fromNumber(value) : typeof value === 'string' ? fromText(value.trim()) : null;
  return ms !== null && ms >= FROM_MS && ms < TO_MS ? ms : null;
}

function fromNumber(value: number): number {
  return Math.floor(value < SECONDS_TO ? value * 1_000 : value);
}

function fromText(text: string): number | null {
  if (/^\d{9,13}(\.\d+)?$/.test(text)) return fromNumber(Number(text));
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?\s*(Z|[+-]\d\d:?\d\d)*)?$/i.exec(text);
  if (parts === null) return null;
  const [, day, time = '00:00', fraction = ''] = parts;
  // Some wrote `+00:00Z`: the first zone counts.
  const zone = /[+-]\d\d:?\d\d/.exec(text.slice(10))?.[0] ?? 'Z';
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const ms = Date.parse(`${day}T${time}${fraction.slice(0, 4)}${colon}`);
  return Number.isNaN(ms) ? null : ms;
}
