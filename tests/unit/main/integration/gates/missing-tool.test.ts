// What is not installed is told from what came out badly, by what shells and interpreters say.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missingIn } from '../../../../../src/main/integration/gates/missing-tool.ts';

let workspace = '';
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'missing-'));
  writeFileSync(join(workspace, 'package.json'), '{"devDependencies":{"eslint":"9","@scope/tool":"1"}}');
});
afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const needOf = async (argv: readonly string[], exitCode: number, tail: string) =>
  (await missingIn(workspace, { argv, exit: { exitCode }, tail }))?.need ?? null;

test('a shell, also that of npm run, says which program it does not find', async () => {
  expect(await needOf(['make', 'lint'], 127, '/bin/sh: 1: shellcheck: not found\n')).toBe('shellcheck');
  expect(await needOf(['npm', 'run', 'lint'], 127, '> eslint .\n\nsh: line 1: eslint: command not found\n')).toBe(
    'eslint',
  );
  const windows = "'eslint' is not recognized as an internal or external command,\r\noperable program or batch file.";
  expect(await needOf(['npm', 'run', 'lint'], 9009, windows)).toBe('eslint');
  expect(await needOf(['sh', '-c', 'x'], 1, 'sh: 1: x: not found\n')).toBeNull();
});

test('Python says which module it was asked for and has not; an import of the tree is the tree’s fault', async () => {
  const argv = ['python3', '-m', 'pytest'];
  expect(await needOf(argv, 1, '/usr/bin/python3: No module named pytest\n')).toBe('python:pytest');
  expect(await needOf(argv, 2, "E   ModuleNotFoundError: No module named 'nosuch'\n")).toBeNull();
});

test('PowerShell says which cmdlet or module it has not', async () => {
  const cmdlet = "Invoke-ScriptAnalyzer: The term 'Invoke-ScriptAnalyzer' is not recognized as a name of a cmdlet";
  expect(await needOf(['pwsh'], 1, cmdlet)).toBe('powershell:PSScriptAnalyzer');
  const module = "Import-Module: The specified module 'Pester' was not loaded because no valid module file was found";
  expect(await needOf(['pwsh'], 1, module)).toBe('powershell:Pester');
  expect(await needOf(['pwsh'], 1, "The term 'Get-Thing' is not recognized")).toBeNull();
});

test('a package that the tree declares is missing in the set-up; one it does not declare is its own fault', async () => {
  const importing = (name: string) =>
    `Error [ERR_MODULE_NOT_FOUND]: Cannot find package '${name}' imported from /w/a.js`;
  expect(await needOf(['node', 'a.js'], 1, importing('eslint'))).toBe('npm:eslint');
  expect(await needOf(['node', 'a.js'], 1, "Cannot find module '@scope/tool/sub'")).toBe('npm:@scope/tool');
  expect(await needOf(['node', 'a.js'], 1, importing('left-pad'))).toBeNull();
  expect(await needOf(['node', 'a.js'], 1, "Cannot find module './missing.js'")).toBeNull();
  const npx = 'npm error npx canceled due to missing packages and no YES option: ["typescript@5.9.2"]';
  expect(await needOf(['npm', 'exec', '--no', '--', 'tsc'], 1, npx)).toBe('npm:typescript');
  mkdirSync(join(workspace, 'node_modules', 'eslint'), { recursive: true });
  expect(await needOf(['node', 'a.js'], 1, importing('eslint'))).toBeNull();
});

test('each comes with how it is got', async () => {
  const found = await missingIn(workspace, {
    argv: ['pwsh'],
    exit: { exitCode: 1 },
    tail: "The specified module 'Pester' was not loaded",
  });
  expect(found).toMatchObject({
    what: 'the PowerShell module Pester',
    remedy: expect.stringContaining('Install-Module'),
  });
});
