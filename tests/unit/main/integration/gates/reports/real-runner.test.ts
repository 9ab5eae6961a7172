// What node's own test runner writes in each of its formats leads to the same failing tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failingTests } from '../../../../../../src/main/integration/gates/reports/failing-tests.ts';
import { FORMATS } from '../../../../../../src/main/integration/gates/reports/report-registry.ts';
import type { FailingTest } from '../../../../../../src/shared/domain/gate.ts';

const SUITE = `import test, { describe, it } from 'node:test';
import assert from 'node:assert';
test('fine', () => {});
test('adds', () => {
  assert.equal(1 + 1, 3);
});
describe('group', () => {
  it('inner # one', () => assert.deepEqual({ a: 1 }, { a: 2 }));
  it('also fine', () => {});
});
test('later', { todo: true }, () => { throw new Error('later'); });
test('skipped', { skip: true }, () => { throw new Error('never'); });
test('outer', async (t) => {
  await t.test('deep <&>', () => { throw new TypeError('boom & <b>'); });
});
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'a.test.js'), SUITE);
  writeFileSync(join(folder, 'b.test.js'), "throw new Error('at load');\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(reporter: string): string {
  const env = { PATH: process.env.PATH ?? '' };
  const argv = ['--test', `--test-reporter=${reporter}`];
  return spawnSync(process.execPath, argv, { cwd: folder, env, encoding: 'utf8' }).stdout;
}

function read(format: keyof typeof FORMATS, text: string): readonly FailingTest[] {
  return failingTests(FORMATS[format].read(text).failures, [folder]);
}

describe('failing tests of node:test', () => {
  it('are read from TAP with full names, the lines of the assertions and what was said', () => {
    expect(read('tap', run('tap'))).toEqual([
      { name: 'adds', file: 'a.test.js', line: 5, message: '2 == 3' },
      expect.objectContaining({ name: 'group > inner # one', file: 'a.test.js', line: 8 }),
      { name: 'outer > deep <&>', file: 'a.test.js', line: 14, message: 'boom & <b>' },
      { name: 'b.test.js', file: 'b.test.js', line: 1, message: 'Error: at load' },
    ]);
  });

  it('are read from JUnit XML', () => {
    expect(read('junit', run('junit'))).toEqual([
      { name: 'adds', file: 'a.test.js', line: 5, message: '2 == 3' },
      expect.objectContaining({ name: 'group > inner # one', file: 'a.test.js', line: 8 }),
      { name: 'outer > deep <&>', file: 'a.test.js', line: 14, message: 'boom & <b>' },
      { name: 'b.test.js', file: 'b.test.js', line: null, message: 'test failed' },
    ]);
  });

  it('are read from what it prints for people, whichever format was declared', () => {
    expect(read('text', run('spec'))).toEqual([
      { name: 'adds', file: 'a.test.js', line: 5, message: 'AssertionError [ERR_ASSERTION]: 2 == 3' },
      expect.objectContaining({ name: 'inner # one', file: 'a.test.js', line: 8 }),
      { name: 'deep <&>', file: 'a.test.js', line: 14, message: 'TypeError: boom & <b>' },
      { name: 'b.test.js', file: 'b.test.js', line: 1, message: 'Error: at load' },
    ]);
  });
});
