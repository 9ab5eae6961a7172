// The JSON of ESLint (`--format json`), which other linters write, too → what it complains about.
import { type CheckerFinding, fieldOf, listOf, numberOf, readCheckerJson, textOf } from './read-checker-json.ts';
import type { ReportReading } from './report-reading.ts';

export function readEslint(text: string): ReportReading {
  return readCheckerJson(text, (json) => (Array.isArray(json) ? messages(json) : null));
}

function* messages(files: readonly unknown[]): Iterable<CheckerFinding> {
  for (const file of files) {
    const path = textOf(fieldOf(file, 'filePath'));
    for (const message of listOf(fieldOf(file, 'messages'))) {
      const isFatal = fieldOf(message, 'fatal') === true;
      yield {
        name: textOf(fieldOf(message, 'ruleId')) ?? (isFatal ? 'parse error' : 'eslint'),
        file: path,
        line: numberOf(fieldOf(message, 'line')),
        message: textOf(fieldOf(message, 'message')) ?? '',
        isError: isFatal || fieldOf(message, 'severity') === 2,
      };
    }
  }
}
