// What checkers complain about: SARIF, the JSON of ESLint, PSScriptAnalyzer's records and table.
import { describe, expect, it } from 'vitest';
import { readEslint } from '../../../../../../src/main/integration/gates/reports/read-eslint.ts';
import { readPsscriptanalyzer } from '../../../../../../src/main/integration/gates/reports/read-psscriptanalyzer.ts';
import { readSarif } from '../../../../../../src/main/integration/gates/reports/read-sarif.ts';

describe('readSarif', () => {
  const place = (uri: string, startLine: number) => [
    { physicalLocation: { artifactLocation: { uri }, region: { startLine } } },
  ];
  const sarif = (results: readonly object[]) => JSON.stringify({ version: '2.1.0', runs: [{ results }] });

  it('lists errors with rule and place, without notes and what was suppressed', () => {
    const text = sarif([
      {
        ruleId: 'sql-injection',
        level: 'error',
        message: { text: 'Query from input' },
        locations: place('src/a%20b.js', 4),
      },
      { ruleId: 'style', level: 'warning', message: { text: 'long' } },
      { ruleId: 'info', level: 'note', message: { text: 'by the way' } },
      { ruleId: 'old', level: 'error', message: { text: 'known' }, suppressions: [{ kind: 'inSource' }] },
    ]);
    expect(readSarif(text).failures).toEqual([
      { name: 'sql-injection', file: 'src/a b.js', line: 4, message: 'Query from input' },
    ]);
  });

  it('lists warnings where there is no error: something failed the check', () => {
    const text = sarif([{ ruleId: 'style', message: { text: 'long' }, locations: place('a.js', 1) }]);
    expect(readSarif(text).failures).toMatchObject([{ name: 'style', file: 'a.js', line: 1 }]);
  });

  it('says that other JSON, or none, is no report', () => {
    expect(readSarif('{"runs": 3}').fault).toBe('it is JSON of another form');
    expect(readSarif('[[[').fault).toBe('it is no valid JSON');
    expect(readSarif('null').fault).toBe('it is JSON of another form');
  });
});

describe('readEslint', () => {
  it('lists errors by rule, also behind lines of the script runner', () => {
    const messages = [
      { ruleId: 'no-undef', severity: 2, message: "'x' is not defined.", line: 3, column: 1 },
      { ruleId: null, fatal: true, severity: 2, message: 'Parsing error', line: 9 },
      { ruleId: 'semi', severity: 1, message: 'Missing semicolon.', line: 4 },
    ];
    const json = JSON.stringify([
      { filePath: '/w/a.js', messages },
      { filePath: '/w/b.js', messages: 'none' },
    ]);
    expect(readEslint(`\n> eslint --format json\n\n${json}\n`).failures).toEqual([
      { name: 'no-undef', file: '/w/a.js', line: 3, message: "'x' is not defined." },
      { name: 'parse error', file: '/w/a.js', line: 9, message: 'Parsing error' },
    ]);
  });
});

describe('readPsscriptanalyzer', () => {
  it('reads records, with severities as numbers or words', () => {
    const json = JSON.stringify([
      {
        RuleName: 'PSAvoidUsingCmdletAliases',
        Severity: 1,
        ScriptPath: '/w/a.ps1',
        Line: 3,
        Message: 'gci is an alias',
      },
      {
        RuleName: 'PSAvoidUsingPlainTextForPassword',
        Severity: 'Error',
        ScriptPath: '/w/b.ps1',
        Line: 7,
        Message: 'plain',
      },
      { RuleName: 'PSProvideCommentHelp', Severity: 0, ScriptPath: '/w/b.ps1', Line: 1, Message: 'help' },
    ]);
    expect(readPsscriptanalyzer(json).failures).toEqual([
      { name: 'PSAvoidUsingPlainTextForPassword', file: '/w/b.ps1', line: 7, message: 'plain' },
    ]);
  });

  it('reads the table that it prints, with messages over several rows', () => {
    const text = [
      '',
      'RuleName                            Severity     ScriptName Line  Message',
      '--------                            --------     ---------- ----  -------',
      "PSAvoidUsingCmdletAliases           Warning      a.ps1      3     'gci' is an alias of 'Get-ChildItem'. Alias can",
      '                                                                  introduce possible problems.',
      'PSUseDeclaredVarsMoreThanAssignment Warning      a.ps1      12    The variable is assigned but never used.',
      's',
      '',
    ].join('\r\n');
    expect(readPsscriptanalyzer(text).failures).toEqual([
      {
        name: 'PSAvoidUsingCmdletAliases',
        file: 'a.ps1',
        line: 3,
        message: "'gci' is an alias of 'Get-ChildItem'. Alias can introduce possible problems.",
      },
      expect.objectContaining({ name: 'PSUseDeclaredVarsMoreThanAssignment', line: 12 }),
    ]);
  });
});
