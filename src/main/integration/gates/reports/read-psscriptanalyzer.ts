// PSScriptAnalyzer: its records as JSON (`| ConvertTo-Json`), or the table that it prints → what it complains about.
import { type CheckerFinding, fieldOf, numberOf, readCheckerJson, textOf } from './read-checker-json.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

/** Information is never a failure; severities are words, or their numbers in JSON. */
const SEVERITIES: Readonly<Record<string, 'warning' | 'error'>> = {
  1: 'warning',
  2: 'error',
  3: 'error',
  Warning: 'warning',
  Error: 'error',
  ParseError: 'error',
};

export function readPsscriptanalyzer(text: string): ReportReading {
  if (/^\s*[[{]/.test(text)) return readCheckerJson(text, (json) => records(Array.isArray(json) ? json : [json]));
  return readTable(text);
}

function* records(list: readonly unknown[]): Iterable<CheckerFinding> {
  for (const record of list) {
    const severity = SEVERITIES[String(fieldOf(record, 'Severity'))];
    if (severity === undefined) continue;
    yield {
      name: textOf(fieldOf(record, 'RuleName')) ?? 'PSScriptAnalyzer',
      file: textOf(fieldOf(record, 'ScriptPath')) ?? textOf(fieldOf(record, 'ScriptName')),
      line: numberOf(fieldOf(record, 'Line')),
      message: textOf(fieldOf(record, 'Message')) ?? '',
      isError: severity === 'error',
    };
  }
}

interface Columns {
  readonly rule: number;
  readonly severity: number;
  readonly script: number;
  readonly line: number;
  readonly message: number;
}

/** Columns stand where the words of the heading do; a message goes on in rows whose other columns are empty. */
function readTable(text: string): ReportReading {
  const rows: CheckerFinding[] = [];
  let columns: Columns | null = null;
  for (const line of text.split(/\r?\n/)) {
    const heading = headingOf(line);
    if (heading !== null) columns = heading;
    else if (columns !== null && !/^[-\s]*$/.test(line)) readRow(rows, line, columns);
  }
  const errors = rows.some((row) => row.isError);
  const found = collectFailures();
  for (const row of rows) if (row.isError === errors) found.fail(row);
  return found.reading(columns === null && text.trim() !== '' ? 'it has no table of PSScriptAnalyzer' : null);
}

function headingOf(line: string): Columns | null {
  if (!/^\s*RuleName\s+Severity\s+ScriptName\s+Line\s+Message\s*$/.test(line)) return null;
  const at = (word: string) => line.indexOf(word);
  return {
    rule: at('RuleName'),
    severity: at('Severity'),
    script: at('ScriptName'),
    line: at('Line'),
    message: at('Message'),
  };
}

function readRow(rows: CheckerFinding[], line: string, columns: Columns): void {
  const rule = line.slice(columns.rule, columns.severity).trim();
  const message = line.slice(columns.message).trim();
  const last = rows.at(-1);
  if (rule === '' && line.slice(0, columns.message).trim() === '' && last !== undefined) {
    rows[rows.length - 1] = { ...last, message: `${last.message} ${message}`.slice(0, 4096) };
    return;
  }
  const severity = SEVERITIES[line.slice(columns.severity, columns.script).trim()];
  if (severity === undefined) return;
  const script = line.slice(columns.script, columns.line).trim();
  const number = Number(line.slice(columns.line, columns.message).trim());
  rows.push({ name: rule, file: script || null, line: number || null, message, isError: severity === 'error' });
}
