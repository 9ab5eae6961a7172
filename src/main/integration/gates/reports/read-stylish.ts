// The default output of ESLint: a file's name, and its problems indented below it.
import { collectFailures, type ReportReading } from './report-reading.ts';

const PROBLEM = /^\s{2,}(\d{1,7}):\d{1,7}\s+error\s+(.{1,2000}?)(?:\s{2,}(\S+))?$/;
const FILE = /^(?:\/|[A-Za-z]:\\)\S.*\.\w{1,10}$/;

export function readStylish(text: string): ReportReading {
  const found = collectFailures();
  let file: string | null = null;
  for (const line of text.split('\n')) {
    if (line.length > 4_096) continue;
    if (FILE.test(line)) file = line;
    const match = file === null ? null : PROBLEM.exec(line);
    if (match !== null) {
      found.fail({ name: match[3] ?? 'parse error', file, line: Number(match[1]), message: match[2] ?? '' });
    }
  }
  return found.reading();
}
