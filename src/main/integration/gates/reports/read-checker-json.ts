// JSON that checkers write, read without trust: a value of unknown form becomes rows of findings, or a fault.
import type { FailingTest } from '../../../../shared/domain/gate.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

export interface CheckerFinding extends FailingTest {
  readonly isError: boolean;
}

/** A list, an object's fields; empty for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Errors are what fails a check; where it has none, its warnings are. `rows` is null for JSON of another form. */
export function readCheckerJson(text: string, rows: (json: unknown) => Iterable<CheckerFinding> | null): ReportReading {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
  let json: unknown;
  try {
    // A runner such as npm may print lines of its own around it.
    json = JSON.parse(start < 0 ? text : text.slice(start, end + 1));
  } catch {
    return collectFailures().reading('it is no valid JSON');
  }
  const found = rows(json);
  if (found === null) return collectFailures().reading('it is JSON of another form');
  const errors = collectFailures();
  const warnings = collectFailures();
  for (const row of found) {
    (row.isError ? errors : warnings).fail(row);
  }
  return errors.reading().failed > 0 ? errors.reading() : warnings.reading();
}
