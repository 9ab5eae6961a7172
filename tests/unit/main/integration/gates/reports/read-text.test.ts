// Failing tests from what common runners and compilers print for people.
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../../../src/main/integration/gates/reports/read-text.ts';

const failures = (...lines: readonly string[]) => readText(lines.join('\n')).failures;

describe('readText', () => {
  it('reads the short summary of pytest, with parameters and errors', () => {
    const found = failures(
      '____ ERROR at setup of test_c ____',
      'test_x.py:11: ValueError',
      '____ TestB.test_b ____',
      'test_x.py:8: ',
      'test_x.py:3: AssertionError',
      '____ test_p[c::d] ____',
      'test_x.py:14: AssertionError',
      '=========================== short test summary info ============================',
      'FAILED test_x.py::TestB::test_b - AssertionError: helper said no',
      "FAILED test_x.py::test_p[c::d] - AssertionError: assert 'c::d' == 'x'",
      'ERROR test_x.py::test_c - ValueError: fixture',
      'ERROR test_y.py',
      'FAILED (errors=1)',
    );
    expect(found).toEqual([
      { name: 'TestB > test_b', file: 'test_x.py', line: 3, message: 'AssertionError: helper said no' },
      { name: 'test_p[c::d]', file: 'test_x.py', line: 14, message: "AssertionError: assert 'c::d' == 'x'" },
      { name: 'test_c', file: 'test_x.py', line: 11, message: 'ValueError: fixture' },
      { name: 'test_y.py', file: 'test_y.py', line: null, message: '' },
    ]);
  });

  it('reads what cargo prints: tests with their panic, and errors of the compiler', () => {
    const found = failures(
      'test tests::ok ... ok',
      'test tests::bad ... FAILED',
      '---- tests::bad stdout ----',
      '',
      "thread 'tests::bad' (6346) panicked at src/lib.rs:1:64:",
      'assertion `left == right` failed: numbers',
      '  left: 1',
      'stack backtrace:',
      'error: test failed, to rerun pass `--lib`',
    );
    expect(found).toEqual([
      {
        name: 'tests::bad',
        file: 'src/lib.rs',
        line: 1,
        message: 'assertion `left == right` failed: numbers\n  left: 1',
      },
    ]);
    expect(failures('error[E0308]: mismatched types', '  --> src/a.rs:3:5', 'error: aborting')).toEqual([
      { name: 'E0308', file: 'src/a.rs', line: 3, message: 'mismatched types' },
    ]);
  });

  it('reads what go test prints, the innermost test only', () => {
    const found = failures(
      '--- FAIL: TestAll (0.00s)',
      '    --- FAIL: TestAll/empty (0.00s)',
      '        a_test.go:12: got 1, want 2',
      'FAIL',
    );
    expect(found).toEqual([{ name: 'TestAll/empty', file: 'a_test.go', line: 12, message: 'got 1, want 2' }]);
    expect(failures('# example.com/a', './a.go:3:5: undefined: x')).toEqual([
      { name: 'build', file: 'a.go', line: 3, message: 'undefined: x' },
    ]);
  });

  it('reads what vitest and jest print', () => {
    const vitest = failures(
      ' FAIL  a.test.ts > s > bad one',
      'AssertionError: expected 1 to be 2',
      ' \u276f a.test.ts:4:11',
      ' FAIL  a.test.ts > s > bad one',
    );
    expect(vitest).toEqual([
      { name: 's > bad one', file: 'a.test.ts', line: 4, message: 'AssertionError: expected 1 to be 2' },
    ]);
    const jest = failures(
      'FAIL test/sum.test.js',
      '  \u25cf sum \u203a adds',
      '    Expected: 3',
      '    > 5 |   expect(sum(1, 1)).toBe(3);',
      '      at Object.<anonymous> (test/sum.test.js:5:21)',
    );
    expect(jest).toEqual([{ name: 'sum > adds', file: 'test/sum.test.js', line: 5, message: 'Expected: 3' }]);
  });

  it('reads errors of tsc, of ESLint and of checkers that write one line each', () => {
    expect(failures("a.ts(1,7): error TS2322: Type 'string' is not assignable.")).toMatchObject([
      { name: 'TS2322', file: 'a.ts', line: 1 },
    ]);
    expect(failures('/w/a.js', '  3:5  error  x is not defined  no-undef', '  4:1  warning  y  semi')).toEqual([
      { name: 'no-undef', file: '/w/a.js', line: 3, message: 'x is not defined' },
    ]);
    expect(failures('src/a.c:3:5: error: unknown type', 'lib/b.py:9:1: F401 unused import')).toMatchObject([
      { name: 'error', file: 'src/a.c', line: 3, message: 'unknown type' },
      { name: 'F401', file: 'lib/b.py', line: 9 },
    ]);
  });

  it('knows TAP and JUnit by their beginnings', () => {
    expect(failures('TAP version 13', 'not ok 1 - a')).toMatchObject([{ name: 'a' }]);
    expect(failures('<testsuites><testcase name="b"><failure/></testcase></testsuites>')).toMatchObject([
      { name: 'b' },
    ]);
  });

  it('finds nothing in ordinary output', () => {
    expect(failures('12:30:01 error of the day: none', 'http://localhost:3000: listening', 'all well')).toEqual([]);
  });
});
