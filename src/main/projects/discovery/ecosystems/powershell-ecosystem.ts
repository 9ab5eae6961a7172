// PowerShell: modules, PSScriptAnalyzer and Pester.
import { command, type Ecosystem, type FoundCommand, folderOf } from '../evidence.ts';

const SETTINGS = /^PSScriptAnalyzerSettings\.psd1$/i;
const TESTS = /\.Tests\.ps1$/i;

export const powershellEcosystem: Ecosystem = {
  id: 'powershell',
  reads: /\.psd1$/i,
  marks: /\.(?:ps1|psm1)$/i,
  find(view) {
    const settings = view.named(SETTINGS)[0] ?? null;
    const scripts = view.named(/\.(?:ps1|psm1)$/i);
    const tests = scripts.filter((path) => TESTS.test(path));
    const modules = view
      .named(/\.psd1$/i)
      .filter((path) => /^\s*(?:RootModule|ModuleToProcess|ModuleVersion)\s*=/m.test(view.text(path) ?? ''));
    const commands: FoundCommand[] = [];
    if (scripts.length > 0) commands.push(analyzer(settings, modules[0] ?? scripts[0] ?? ''));
    if (tests.length > 0) commands.push(pester(tests));
    return {
      packageManagers: modules.length > 0 ? ['PSResourceGet'] : [],
      frameworks: [
        ...tests.slice(0, 1).map((path) => ({ framework: 'Pester', indicator: path })),
        ...(settings === null ? [] : [{ framework: 'PSScriptAnalyzer', indicator: settings }]),
      ],
      commands,
      anchors: [
        ...modules.slice(0, 1).map((path) => ({
          domain: 'software-dev' as const,
          strength: 0.4,
          because: `${path} is a PowerShell module`,
          folder: folderOf(path),
        })),
        ...tests.slice(0, 1).map((path) => ({
          domain: 'software-dev' as const,
          strength: 0.2,
          because: `${tests.length} Pester test files`,
          folder: folderOf(path),
        })),
      ],
    };
  },
};

/** Its exit code is the number of findings. A module that is missing stops the line and so fails the gate. */
function analyzer(settings: string | null, found: string): FoundCommand {
  const options = settings === null ? '-Severity Error,Warning' : `-Settings ${quoted(`./${settings}`)}`;
  const script = `$ErrorActionPreference = 'Stop'; Invoke-ScriptAnalyzer -Path . -Recurse ${options} -EnableExit`;
  return command('lint', pwsh(script), settings ?? found, { module: 'powershell:PSScriptAnalyzer' });
}

/** Pester 5 or newer by name, because Windows PowerShell brings version 3, which knows no configuration. */
function pester(tests: readonly string[]): FoundCommand {
  const folders = [...new Set(tests.map((path) => path.split('/')[0] ?? ''))];
  const path = folders.length === 1 && tests.every((one) => one.includes('/')) ? `./${folders[0]}` : '.';
  const script = `$ErrorActionPreference = 'Stop'; Import-Module Pester -MinimumVersion 5.0; Invoke-Pester -Configuration @{ Run = @{ Path = ${quoted(path)}; Exit = $true } }`;
  return command('unit', pwsh(script), tests[0] ?? '', { module: 'powershell:Pester' });
}

function pwsh(script: string): readonly string[] {
  return ['pwsh', '-NoProfile', '-NonInteractive', '-Command', script];
}

/** PowerShell's own quoting: a quote is doubled. Typographic quotes count as quotes there. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}
