// JUnit XML of common runners, and XML that means harm.
import { describe, expect, it } from 'vitest';
import { readJunit } from '../../../../../../src/main/integration/gates/reports/read-junit.ts';

describe('readJunit', () => {
  it('reads what pytest writes: the place from the traceback', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" tests="2">
      <testcase classname="test_x.TestB" name="test_b" time="0.0"><failure message="assert 3 == 2">self = &lt;x&gt;

      def test_b(self):
      &gt;  helper(3)

tests/test_x.py:8: AssertionError</failure></testcase>
      <testcase classname="test_x" name="test_ok" time="0.0"/></testsuite></testsuites>`;
    expect(readJunit(xml)).toMatchObject({
      failures: [{ name: 'test_x.TestB > test_b', file: 'tests/test_x.py', line: 8, message: 'assert 3 == 2' }],
      failed: 1,
      results: 2,
      fault: null,
    });
  });

  it('takes errors for failures, and neither what was skipped nor what passed when run again', () => {
    const xml = `<testsuite name="s"><testcase name="e"><error type="java.lang.Boom"><![CDATA[Boom & <co>]]></error></testcase>
      <testcase name="k"><skipped/><failure message="x"/></testcase>
      <testcase name="f"><flakyFailure message="once"/></testcase></testsuite>`;
    expect(readJunit(xml).failures).toEqual([{ name: 's > e', file: null, line: null, message: 'java.lang.Boom' }]);
  });

  it('keeps what it read before the file breaks off', () => {
    const whole = '<testsuite><testcase name="a"><failure message="no"/></testcase>';
    const reading = readJunit(`${whole}<testcase name="b"`);
    expect(reading.failures.map((one) => one.name)).toEqual(['a']);
    expect(reading.fault).toContain('no well-formed XML');
  });

  it('refuses a document type, so that no entity can grow or reach a file', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <testsuite><testcase name="&b;"><failure message="&f;"/></testcase></testsuite>`;
    expect(readJunit(bomb)).toMatchObject({ failed: 0, fault: expect.stringContaining('document type') });
  });

  it('refuses what is nested without end', () => {
    expect(readJunit('<a>'.repeat(100_000)).fault).toContain('nested deeper than 100');
  });

  it('lists no more than the limit, and counts them all', () => {
    const xml = `<testsuite>${'<testcase name="t"><failure message="m"/></testcase>'.repeat(5_000)}</testsuite>`;
    const reading = readJunit(xml);
    expect(reading.failures).toHaveLength(25);
    expect(reading.failed).toBe(5_000);
  });
});
