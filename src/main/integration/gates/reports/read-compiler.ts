// Errors of compilers and checkers in one line each: tsc, and the common `file:line:column: error`.
import { collectFailures, type ReportReading } from './report-reading.ts';

const TSC = /^(\S[^(:]{0,1000})\((\d{1,7}),\d{1,7}\): error (TS\d+): (.*)$/;
const TSC_PRETTY = /^(\S{1,1000}):(\d{1,7}):\d{1,7} - error (TS\d+): (.*)$/;
const COMMON = /^((?:[A-Za-z]:)?[^\s:][^:]{0,1000}):(\d{1,7}):(?:\d{1,7}:)? (?:fatal )?error(?:\[([\w-]+)\])?: (.*)$/;
/** flake8, ruff, mypy's neighbours: a code where others write `error`. */
const CODE = /^((?:[A-Za-z]:)?[^\s:][^:]{0,1000}\.\w{1,10}):(\d{1,7}):(?:\d{1,7}:)? ([A-Z]{1,4}\d{2,5}) (.*)$/;

export function readCompiler(text: string): ReportReading {
  const found = collectFailures();
  for (const line of text.split('\n')) {
    if (line.length > 4_096) continue;
    const match = TSC.exec(line) ?? TSC_PRETTY.exec(line) ?? COMMON.exec(line) ?? CODE.exec(line);
    if (match === null) continue;
    const [, file = '', number = '', rule = 'error', message = ''] = match;
    found.fail({ name: rule, file, line: Number(number), message });
  }
  return found.reading();
}
