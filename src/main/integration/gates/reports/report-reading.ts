// What reading a gate's results gives: the failing tests, bounded whatever the input is.
import type { FailingTest } from '../../../../shared/domain/gate.ts';
import { LIMITS } from '../../../../shared/domain/limits.ts';

export interface ReportReading {
  /** At most `LIMITS.failingTests`; paths are as the report writes them. */
  readonly failures: readonly FailingTest[];
  /** How many there are in all. */
  readonly failed: number;
  /** Results of any kind, so that an empty report is told from one of another format. */
  readonly results: number;
  /** Why the rest could not be read; null when all of it was. */
  readonly fault: string | null;
}

/** Reads one format. Never throws, whatever the text is. */
export type ReadReport = (text: string) => ReportReading;

export interface Collector {
  /** Something that did not fail. */
  pass(): void;
  fail(test: FailingTest): void;
  reading(fault?: string | null): ReportReading;
}

export function collectFailures(): Collector {
  const failures: FailingTest[] = [];
  let failed = 0;
  let passed = 0;
  return {
    pass: () => {
      passed += 1;
    },
    fail: (test) => {
      failed += 1;
      if (failures.length < LIMITS.failingTests) failures.push(bounded(test));
    },
    reading: (fault = null) => ({ failures, failed, results: passed + failed, fault }),
  };
}

/** Long texts are cut before anything else looks at them, so that no later step costs more than the limits. */
function bounded({ name, file, line, message }: FailingTest): FailingTest {
  return {
    name: name.slice(0, LIMITS.failingTestName * 2),
    file: file === null ? null : file.slice(0, 4096),
    line: line !== null && Number.isSafeInteger(line) && line > 0 ? line : null,
    message: message.slice(0, LIMITS.failingTestMessage * 4),
  };
}
