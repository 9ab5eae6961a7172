// Whatever a gate leaves as its report, reading it ends soon, throws nothing and stays within the limits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failingTests } from '../../../../../../src/main/integration/gates/reports/failing-tests.ts';
import { FORMATS } from '../../../../../../src/main/integration/gates/reports/report-registry.ts';
import { REPORT_FORMATS } from '../../../../../../src/shared/domain/gate.ts';
import { LIMITS } from '../../../../../../src/shared/domain/limits.ts';

/** Pieces that the readers look for, so that random texts get past their first line. */
const PIECES = [
  ...['TAP version 13\n', 'not ok 1 - a\n', '  ---\n', '  ...\n', '  stack: |-\n', '    ', '# Subtest: x\n', '1..9\n'],
  ...[
    '<testsuites>',
    '<testsuite name="s">',
    '<testcase name="a">',
    '<failure message="m">',
    '</failure>',
    '</testcase>',
  ],
  ...[
    '<test-case result="Failure" name="b">',
    '<message>',
    '</message>',
    '</test-case>',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#x0;',
  ],
  ...[
    '{"runs":[',
    '{"results":[{"level":"error"}]}',
    ']}',
    '[{"filePath":1,"messages":[{}]}]',
    '[',
    '{',
    '"',
    ':',
    'null',
  ],
  ...[
    'FAILED a.py::b - c\n',
    '--- FAIL: T (0.1s)\n',
    'test a ... FAILED\n',
    '\u2716 failing tests:\n',
    'test at a:1:1\n\u2716 b\n',
  ],
  ...[
    ' FAIL  a.ts > b\n',
    'RuleName Severity ScriptName Line Message\n',
    'a.ts(1,2): error TS1: x\n',
    'a.go:1:2: x\n',
    '\r\n',
    '\u0000',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('every reader', () => {
  it.each(REPORT_FORMATS)('%s', (format) => {
    fc.assert(
      fc.property(text, (input) => {
        const reading = FORMATS[format].read(input);
        const found = failingTests(reading.failures, ['/w']);
        expect(reading.failed).toBeGreaterThanOrEqual(found.length);
        expect(found.length).toBeLessThanOrEqual(LIMITS.failingTests);
        for (const { name, file, line, message } of found) {
          expect(name.length > 0 && name.length <= LIMITS.failingTestName).toBe(true);
          expect(message.length).toBeLessThanOrEqual(LIMITS.failingTestMessage);
          expect(line === null || line > 0).toBe(true);
          expect(file === null || !file.startsWith('/')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(REPORT_FORMATS)('%s reads a megabyte of anything in a moment', (format) => {
    const hostile = [
      'not ok 1 - '.repeat(90_000),
      `TAP version 13\n${'not ok 1 - a\n  ---\n'.repeat(40_000)}`,
      `${'    '.repeat(250_000)}not ok 1`,
      `<testsuites>${'<testcase name="a"><failure>'.repeat(30_000)}`,
      `<testsuites a="${'&lt;'.repeat(200_000)}">`,
      '['.repeat(1_000_000),
      `FAILED ${'a'.repeat(1_000_000)}.py::b - c`,
      `FAILED ${'a.py::'.repeat(150_000)}`,
      `${'x'.repeat(999)}:`.repeat(1_000),
      '--- FAIL: TestA (0.1s)\n'.repeat(40_000),
      'a.ts:1:2\n'.repeat(100_000),
      `${' '.repeat(1_000_000)}x`,
      '\n'.repeat(1_000_000),
    ];
    for (const input of hostile) {
      const from = process.cpuUsage();
      FORMATS[format].read(input);
      const spent = process.cpuUsage(from);
      expect((spent.user + spent.system) / 1_000).toBeLessThan(3_000);
    }
  });
});
