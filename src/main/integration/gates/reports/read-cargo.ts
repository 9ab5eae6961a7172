// What cargo prints: failing tests with what they said, and errors of the compiler.
import { placeInText } from './place-in-text.ts';
import { collectFailures, type ReportReading } from './report-reading.ts';

const FAILED = /^test (\S{1,500})(?: - should panic)? \.\.\. FAILED$/;
const SAID = /^---- (\S{1,500}) stdout ----$/;
const ERROR = /^error(?:\[(E\d+)\])?: (.{1,2000})$/;
const ARROW = /^\s*--> (\S{1,1000}):(\d{1,7}):\d{1,7}$/;
/** Lines after an error within which its place stands, and those of one test's output. */
const NEAR = 4;
const MAX_LINES = 40;

export function readCargo(text: string): ReportReading {
  const lines = text.split('\n');
  const said = new Map<string, readonly string[]>();
  for (const [at, line] of lines.entries()) {
    const name = SAID.exec(line)?.[1];
    if (name !== undefined) said.set(name, outputFrom(lines, at + 1));
  }
  const found = collectFailures();
  for (const [at, line] of lines.entries()) {
    const test = FAILED.exec(line)?.[1];
    if (test !== undefined) found.fail(failing(test, said.get(test) ?? []));
    const error = ERROR.exec(line);
    const place = error === null ? null : placeAfter(lines, at + 1);
    if (error !== null && place !== null) found.fail({ name: error[1] ?? 'error', ...place, message: error[2] ?? '' });
  }
  return found.reading();
}

function outputFrom(lines: readonly string[], from: number): readonly string[] {
  const output = lines.slice(from, from + MAX_LINES);
  const end = output.findIndex((line) => SAID.test(line) || line === 'failures:' || line === 'stack backtrace:');
  return end < 0 ? output : output.slice(0, end);
}

function failing(name: string, output: readonly string[]) {
  const panic = output.findIndex((line) => /^thread .* panicked at /.test(line));
  const place = placeInText(output[panic] ?? '');
  const message = output
    .slice(panic + 1)
    .filter((line) => !line.startsWith('note: '))
    .join('\n')
    .trim();
  return { name, file: place?.file ?? null, line: place?.line ?? null, message };
}

function placeAfter(lines: readonly string[], from: number): { file: string; line: number } | null {
  for (const line of lines.slice(from, from + NEAR)) {
    const match = ARROW.exec(line);
    if (match !== null) return { file: match[1] ?? '', line: Number(match[2]) };
  }
  return null;
}
