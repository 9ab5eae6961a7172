// What a gate of a built-in kind runs where nobody names a command: by the project's profile; security is built in.
import type { GateReport } from '../domain/gate.ts';

export interface DefaultCommand {
  readonly argv: readonly string[];
  readonly report?: GateReport;
}

const POWERSHELL = ['pwsh', '-NoProfile', '-NonInteractive', '-Command'];
/** Its findings as JSON, so that they are read with whole messages. */
const ANALYZE =
  "$ErrorActionPreference = 'Stop'; $found = @(Invoke-ScriptAnalyzer -Path . -Recurse -Severity Error,Warning); $found | Select-Object RuleName, Severity, ScriptPath, Line, Message | ConvertTo-Json; exit [Math]::Min($found.Count, 100)";
const PESTER_FILE = 'patchbay-pester.xml';
const PESTER = `$ErrorActionPreference = 'Stop'; Import-Module Pester -MinimumVersion 5.0; Invoke-Pester -Configuration @{ Run = @{ Path = '.'; Exit = $true }; TestResult = @{ Enabled = $true; OutputFormat = 'NUnitXml'; OutputPath = '${PESTER_FILE}' } }`;

/** Profile → kind → command. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, DefaultCommand>>>> = {
  generic: { unit: { argv: ['make', 'test'] } },
  'software-dev-generic': { lint: { argv: ['make', 'lint'] }, unit: { argv: ['make', 'test'] } },
  'software-dev-javascript': {
    lint: { argv: ['npm', 'run', 'lint'] },
    types: { argv: ['npm', 'exec', '--no', '--', 'tsc', '--noEmit'] },
    unit: { argv: ['node', '--test'] },
  },
  'software-dev-python': {
    lint: { argv: ['python3', '-m', 'ruff', 'check', '.'] },
    types: { argv: ['python3', '-m', 'mypy', '.'] },
    unit: { argv: ['python3', '-m', 'pytest'] },
  },
  'software-dev-powershell': {
    lint: { argv: [...POWERSHELL, ANALYZE], report: { format: 'psscriptanalyzer', file: null } },
    unit: { argv: [...POWERSHELL, PESTER], report: { format: 'pester', file: PESTER_FILE } },
  },
  'data-pipeline': {
    lint: { argv: ['sqlfluff', 'lint', '.'] },
    unit: { argv: ['dbt', 'parse'] },
    integration: { argv: ['dbt', 'build', '--empty'] },
  },
  documentation: {
    docs: { argv: ['mkdocs', 'build', '--strict'] },
    lint: { argv: ['markdownlint-cli2', '**/*.md'] },
  },
  operations: {
    lint: { argv: ['terraform', 'fmt', '-check', '-recursive'] },
    unit: { argv: ['terraform', 'validate', '-no-color'] },
  },
};

/** Null where the profile has none for it. */
export function defaultCommand(profileId: string | null, kind: string): DefaultCommand | null {
  const ofProfile = profileId !== null && Object.hasOwn(DEFAULTS, profileId) ? DEFAULTS[profileId] : undefined;
  return ofProfile !== undefined && Object.hasOwn(ofProfile, kind) ? (ofProfile[kind] ?? null) : null;
}

/** Kinds for which some profile has a command. */
export function profilesWith(kind: string): readonly string[] {
  return Object.keys(DEFAULTS).filter((id) => defaultCommand(id, kind) !== null);
}

/** What Patchbay itself looks for on the result tree. */
export function isBuiltIn(kind: string): boolean {
  return kind === 'security';
}
