// What common runners print for people, where no report is declared: the first that is recognised counts.
import { readCargo } from './read-cargo.ts';
import { readCompiler } from './read-compiler.ts';
import { readGo } from './read-go.ts';
import { readJunit } from './read-junit.ts';
import { readNodeSpec } from './read-node-spec.ts';
import { readPytest } from './read-pytest.ts';
import { readStylish } from './read-stylish.ts';
import { readTap } from './read-tap.ts';
import { readVitest } from './read-vitest.ts';
import type { ReadReport, ReportReading } from './report-reading.ts';

/** The surest first: a runner's own list of failures before single lines that may only look like errors. */
const READERS: readonly ReadReport[] = [
  readNodeSpec,
  readPytest,
  readVitest,
  readCargo,
  readGo,
  readStylish,
  readCompiler,
];

export function readText(text: string): ReportReading {
  if (/^TAP version 1[34]\b/m.test(text)) return readTap(text);
  if (/^\s*<(?:\?xml|testsuites?)\b/.test(text)) return readJunit(text);
  for (const read of READERS) {
    const reading = read(text);
    if (reading.failed > 0) return reading;
  }
  return { failures: [], failed: 0, results: 0, fault: null };
}
