// Failing tests are the same whatever folder the gate ran in, and fit for a ledger.
import { describe, expect, it } from 'vitest';
import { failingTests, repositoryPath } from '../../../../../../src/main/integration/gates/reports/failing-tests.ts';

const one = (test: { name?: string; file?: string | null; message?: string }) =>
  failingTests([{ name: 'n', file: null, line: null, message: '', ...test }], ['/ws/s1/files'])[0];

describe('failingTests', () => {
  it('speaks of files of the repository and never of the workspace', () => {
    expect(one({ file: 'file:///ws/s1/files/src/a.js' })?.file).toBe('src/a.js');
    expect(one({ file: '/ws/s1/files/src/a.js' })?.file).toBe('src/a.js');
    expect(one({ file: './src\\a.js' })?.file).toBe('src/a.js');
    expect(one({ message: 'at /ws/s1/files/src/a.js:3 and file:///ws/s1/files/b.js' })?.message).toBe(
      'at src/a.js:3 and b.js',
    );
    expect(repositoryPath('file:///C:/ws/src/a.cs', ['C:\\ws'])).toBe('src/a.cs');
  });

  it('names no file outside', () => {
    for (const file of ['/etc/passwd', '../../secret', 'node:internal/x', 'https://x/y.js', 'C:\\x\\y', '']) {
      expect(repositoryPath(file, ['/ws/s1/files'])).toBeNull();
    }
  });

  it('cuts long texts between characters, and removes what a terminal would obey', () => {
    expect(one({ name: `a\u001b[31mb\u0000\n\tc\u202e` })?.name).toBe('ab c');
    const { name = '', message = '' } = one({ name: '\u{1f600}'.repeat(1000), message: 'x'.repeat(10_000) }) ?? {};
    expect(name.length).toBeLessThanOrEqual(300);
    expect(name.isWellFormed()).toBe(true);
    expect(message).toHaveLength(600);
    expect(one({ name: ' \u0007 ' })?.name).toBe('a test without a name');
  });
});
