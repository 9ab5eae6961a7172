// The XML that Pester and dotnet write.
import { describe, expect, it } from 'vitest';
import { readNunit } from '../../../../../../src/main/integration/gates/reports/read-nunit.ts';
import { readPester } from '../../../../../../src/main/integration/gates/reports/read-pester.ts';

const NUNIT_25 = `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<test-results xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="Pester" total="2" errors="0" failures="1">
  <test-suite type="TestFixture" name="greet.Tests.ps1" success="False"><results>
    <test-case description="greets" name="Get-Greeting.greets" time="0.01" success="False" result="Failure">
      <failure><message>Expected 'Hello', but got 'Hallo'.</message>
      <stack-trace>at $greeting | Should -Be 'Hello', /work/tests/greet.Tests.ps1:7
at &lt;ScriptBlock&gt;, /work/tests/greet.Tests.ps1:7</stack-trace></failure></test-case>
    <test-case description="runs" name="Get-Greeting.runs" success="True" result="Success"/>
  </results></test-suite></test-results>`;

describe('NUnit XML', () => {
  it('of version 2.5 gives the failed cases with the line of the stack', () => {
    expect(readNunit(NUNIT_25)).toEqual({
      failures: [
        {
          name: 'Get-Greeting.greets',
          file: '/work/tests/greet.Tests.ps1',
          line: 7,
          message: "Expected 'Hello', but got 'Hallo'.",
        },
      ],
      failed: 1,
      results: 2,
      fault: null,
    });
  });

  it('of version 3 is told by its results', () => {
    const xml = `<test-run><test-suite><test-case fullname="A.B.Works" name="Works" result="Failed">
      <failure><message><![CDATA[  no  ]]></message><stack-trace>at A.B.Works() in /w/B.cs:line 12</stack-trace></failure></test-case>
      <test-case fullname="A.B.Skips" result="Skipped"/></test-suite></test-run>`;
    expect(readNunit(xml).failures).toEqual([{ name: 'A.B.Works', file: '/w/B.cs', line: 12, message: 'no' }]);
  });
});

describe('readPester', () => {
  it('takes both of its formats by the root element', () => {
    const junit = '<?xml version="1.0"?><testsuites><testcase name="a"><failure message="m"/></testcase></testsuites>';
    expect(readPester(junit).failures).toMatchObject([{ name: 'a', message: 'm' }]);
    expect(readPester(NUNIT_25).failed).toBe(1);
  });
});
