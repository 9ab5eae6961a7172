// One failure has one name, wherever and whenever it happens, and another failure has another one.
import { describe, expect, test } from 'vitest';
import { errorSignature, normaliseLine } from '../../../../../src/main/engine/feedback/error-signature.ts';
import { readTap } from '../../../../../src/main/integration/gates/reports/read-tap.ts';
import { readText } from '../../../../../src/main/integration/gates/reports/read-text.ts';

/** What differs between two runs of the same tests. */
interface Run {
  readonly folder: string;
  readonly ms: string;
  readonly id: string;
  readonly line: number;
}

const HERE: Run = { folder: '/dev/shm/pb-1/s1/work', ms: '1.101155', id: '01KB7Q3T0E8W6S5R4Q3P2N1M0K', line: 2 };
const THERE: Run = { folder: '/tmp/two%20b/s12/work', ms: '12.4', id: '01KC0000000000000000000ZZZ', line: 17 };

/** Output of runners, as it is printed; `fails` is a test that fails, `other` another one that fails in its place. */
const RUNNERS: Readonly<Record<string, (run: Run, name: string) => string>> = {
  'node:test': ({ folder, ms, line, id }, name) => `✖ ${name} (${ms}ms)
✔ fine (0.${line}ms)
ℹ tests 3
ℹ fail 1
ℹ duration_ms ${ms}

✖ failing tests:

test at a.test.js:${line}:1
✖ ${name} (${ms}ms)
  AssertionError [ERR_ASSERTION]: no answer for ${id} in ${folder}/out-${line}.txt
      at TestContext.<anonymous> (file://${folder}/a.test.js:${line}:27)
      at Test.run (node:internal/test_runner/test:1402:25)`,
  pytest: (
    { folder, ms, line },
    name,
  ) => `============================= test session starts ==============================
platform linux -- Python 3.12.1, pytest-8.0.0, pluggy-1.4.0
rootdir: ${folder}
collected 3 items

test_sum.py ..F                                                          [100%]

=================================== FAILURES ===================================
___________________________________ ${name} ____________________________________

    def ${name}():
>       assert total() == 3
E       AssertionError: assert 2 == 3

test_sum.py:${line}: AssertionError
=========================== short test summary info ============================
FAILED test_sum.py::${name} - AssertionError: assert 2 == 3
========================= 1 failed, 2 passed in ${ms}s =========================`,
  jest: ({ ms, line }, name) => `FAIL test/sum.test.js
  sum
    ✓ is fine (${line} ms)
    ✕ ${name} (${ms} ms)

  ● sum › ${name}

    expect(received).toBe(expected) // Object.is equality

    Expected: 3
    Received: 2

      at Object.<anonymous> (test/sum.test.js:${line}:21)

Test Suites: 1 failed, 1 total
Tests:       1 failed, 1 passed, 2 total
Time:        ${ms} s`,
  'go test': ({ ms, line }, name) => `--- FAIL: Test_${name} (0.0${line}s)
    sum_test.go:${line}: got 2, want 3
FAIL
exit status 1
FAIL	example.com/sum	${ms}s`,
  tsc: ({ line }, name) => `src/${name}.ts(${line},7): error TS2322: Type 'string' is not assignable to type 'number'.`,
  eslint: ({ folder, line }, name) => `
${folder}/src/a.js
  ${line}:5  error  '${name}' is not defined  no-undef

✖ 1 problem (1 error, 0 warnings)
`,
};

const signatureOf = (text: string) =>
  errorSignature({ gateId: 'unit', failures: readText(text).failures, tail: text.slice(-4096) });
const rawSignatureOf = (text: string) => errorSignature({ gateId: 'unit', failures: [], tail: text.slice(-4096) });

describe.each(Object.entries(RUNNERS))('what %s prints', (name, print) => {
  test('names its failing tests, and the same failure elsewhere and later has the same signature', () => {
    expect(readText(print(HERE, 'fails')).failures).toHaveLength(1);
    if (name !== 'eslint') expect(signatureOf(print(HERE, 'fails'))).toBe(signatureOf(print(THERE, 'fails')));
    expect(rawSignatureOf(print(HERE, 'fails'))).toBe(rawSignatureOf(print(THERE, 'fails')));
  });

  test('has another signature when something else fails', () => {
    expect(signatureOf(print(HERE, 'fails'))).not.toBe(signatureOf(print(HERE, 'other')));
    expect(rawSignatureOf(print(HERE, 'fails'))).not.toBe(rawSignatureOf(print(HERE, 'other')));
  });
});

test('what Pester prints has the same signature on two machines, without a report', () => {
  const print = (folder: string, ms: string, line: number) => `Running tests from '${folder}\\Sum.Tests.ps1'
Describing Sum
  [+] is fine ${ms}ms (3ms|4ms)
  [-] adds ${ms}ms (12ms|2ms)
   Expected 3, but got 2.
   at (Get-Sum) | Should -Be 3, ${folder}\\Sum.Tests.ps1:${line}
Tests completed in ${ms}ms
Tests Passed: 1, Failed: 1, Skipped: 0 NotRun: 0`;
  const here = rawSignatureOf(print('C:\\Users\\ada\\AppData\\Local\\Temp\\pb\\s1', '41', 5));
  expect(here).toBe(rawSignatureOf(print('D:\\a b\\s2', '1203', 77)));
  expect(here).not.toBe(rawSignatureOf(print('D:\\a b\\s2', '1203', 77).replace('adds', 'takes')));
});

test('TAP in another order is the same failure: names are sorted, and one that fails twice counts once', () => {
  const tap = (...names: readonly string[]) =>
    ['TAP version 13', ...names.map((name, at) => `not ok ${at + 1} - ${name}`), `1..${names.length}`].join('\n');
  const of = (text: string) => errorSignature({ gateId: 'unit', failures: readTap(text).failures, tail: text });
  expect(of(tap('a', 'b'))).toBe(of(tap('b', 'a')));
  expect(of(tap('a', 'b'))).toBe(of(tap('b', 'a', 'a')));
  expect(of(tap('a', 'b'))).not.toBe(of(tap('a')));
});

test('figures in a name tell tests apart, figures in a message do not', () => {
  const of = (name: string, message: string) =>
    errorSignature({ gateId: 'unit', failures: [{ name, file: 'a.test.js', line: 3, message }], tail: '' });
  expect(of('adds 2', 'got 3')).toBe(of('adds 2', 'got 4'));
  expect(of('adds 2', 'got 3')).not.toBe(of('adds 3', 'got 3'));
});

test('another gate and the same test in another file are other failures', () => {
  const failures = [{ name: 'adds', file: 'a.test.js', line: 3, message: 'no' }];
  const one = errorSignature({ gateId: 'unit', failures, tail: '' });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(errorSignature({ gateId: 'lint', failures, tail: '' })).not.toBe(one);
  const moved = failures.map((each) => ({ ...each, file: 'b.test.js' }));
  expect(errorSignature({ gateId: 'unit', failures: moved, tail: '' })).not.toBe(one);
  const lower = failures.map((each) => ({ ...each, line: 99 }));
  expect(errorSignature({ gateId: 'unit', failures: lower, tail: 'whatever' })).toBe(one);
});

test.each([
  ['a path from the root', 'cannot open /tmp/pb-3f/s1/work/out.txt', 'cannot open out.txt'],
  ['a path on Windows', String.raw`in C:\Users\a b\x.ps1:12`, 'in x.ps#'],
  ['a URL of a file', 'at file:///dev/shm/x/a.js:3:5', 'at a.js'],
  ['a path in the repository, which stays', 'see src/deep/a.ts', 'see src/deep/a.ts'],
  ['a ULID', 'run 01KB7Q3T0E8W6S5R4Q3P2N1M0K ended', 'run <id> ended'],
  ['a UUID', 'id 123e4567-e89b-12d3-a456-426614174000', 'id <id>'],
  ['hexadecimal', 'at 0x7ffeee12 in 5452881d2b1f0c7fb6a1e9f5c8f3f6a0c1d2e3f4', 'at <hex> in <hex>'],
  ['a word that could be hexadecimal', 'defaced facade', 'defaced facade'],
  ['a duration', 'took 12.5 ms, then 3s', 'took <time>, then <time>'],
  ['times', '2026-11-25T20:04:11.123Z at 20:04:11', '<time> at <time>'],
  ['line and column', 'a.ts(3,5) and b.js:10:2 on line 7', 'a.ts and b.js on line #'],
  ['other figures', 'expected 3 of 12', 'expected # of #'],
  ['colours', '\u001b[31mred\u001b[0m', 'red'],
])('%s does not tell failures apart', (_, line, wanted) => {
  expect(normaliseLine(line)).toBe(wanted);
});

test('a line as long as it likes is cut, and takes no time', () => {
  expect(normaliseLine('a/'.repeat(500_000)).length).toBeLessThanOrEqual(300);
  expect(normaliseLine(`/${'a '.repeat(500_000)}`).length).toBeLessThanOrEqual(300);
});
