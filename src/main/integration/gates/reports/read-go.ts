// What `go test` prints: failing tests with the lines below them, and errors of the compiler.
import { collectFailures, type ReportReading } from './report-reading.ts';

const FAILED = /^(\s*)--- FAIL: (\S{1,500}) \([\d.]+s\)$/;
const SAID = /^\s+(\S{1,500}\.go):(\d{1,7}): (.{0,4000})$/;
const ERROR = /^(?:\.\/|vet: )?(\S{1,1000}\.go):(\d{1,7}):\d{1,7}: (.{1,2000})$/;
const MAX_LINES = 20;

export function readGo(text: string): ReportReading {
  const found = collectFailures();
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const match = FAILED.exec(line);
    if (match !== null) {
      const below = lines.slice(at + 1, at + 1 + MAX_LINES);
      // A test that failed with its subtests says nothing itself.
      const isParent = below.some((one) => FAILED.exec(one)?.[2]?.startsWith(`${match[2]}/`) === true);
      if (!isParent) found.fail(failing(match[2] ?? '', below));
    }
    const error = ERROR.exec(line);
    if (error !== null)
      found.fail({ name: 'build', file: error[1] ?? '', line: Number(error[2]), message: error[3] ?? '' });
  }
  return found.reading();
}

function failing(name: string, below: readonly string[]) {
  const end = below.findIndex((line) => FAILED.test(line) || /^(?:FAIL|ok|exit)\b/.test(line));
  const own = end < 0 ? below : below.slice(0, end);
  const first = own.map((line) => SAID.exec(line)).find((one) => one !== null);
  const message = own.map((line) => line.trim().replace(/^\S+\.go:\d+: /, '')).join('\n');
  return { name, file: first?.[1] ?? null, line: first === undefined ? null : Number(first[2]), message };
}
