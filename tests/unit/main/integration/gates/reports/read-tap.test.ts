// TAP of producers other than node:test, and TAP that is cut off or wrong.
import { describe, expect, it } from 'vitest';
import { readTap } from '../../../../../../src/main/integration/gates/reports/read-tap.ts';

describe('readTap', () => {
  it('reads version 13 with a place in its diagnostics', () => {
    const text = [
      'TAP version 13',
      '1..3',
      'ok 1 - reads',
      'not ok 2 - writes \\# twice',
      '  ---',
      '  message: "two \\"files\\""',
      '  at:',
      '    fileName: lib/write.c',
      '    lineNumber: 12',
      '  ...',
      'not ok',
    ].join('\r\n');
    expect(readTap(text).failures).toEqual([
      { name: 'writes # twice', file: 'lib/write.c', line: 12, message: 'two "files"' },
      { name: '', file: null, line: null, message: '' },
    ]);
  });

  it('does not count what is to do or was skipped', () => {
    const reading = readTap('not ok 1 - a # TODO not yet\nok 2 - b # SKIP no network\nnot ok 3 # skip\n');
    expect(reading).toMatchObject({ failed: 0, results: 3 });
  });

  it('names the innermost test that failed, and the outer one only where it failed by itself', () => {
    const text = [
      '# Subtest: outer',
      '    # Subtest: inner',
      '    not ok 1 - inner',
      '    1..1',
      'not ok 1 - outer',
      '# Subtest: other',
      '    ok 1 - fine',
      'not ok 2 - other',
    ].join('\n');
    expect(readTap(text).failures.map((one) => one.name)).toEqual(['outer > inner', 'other']);
  });

  it('says that tests are missing, and that the run was given up', () => {
    expect(readTap('1..5\nok 1\nok 2\n').failures).toMatchObject([{ message: '5 were planned, 2 ran' }]);
    expect(readTap('ok 1\nBail out! no database\n').failures).toMatchObject([
      { name: 'bail out', message: 'no database' },
    ]);
  });

  it('finds nothing in other text', () => {
    expect(readTap('okay then\nnothing is ok\n')).toMatchObject({ failed: 0, results: 0 });
  });
});
