// Ten kinds of projects as files, with what discovery and `init` have to find in each.

export interface ProjectKind {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly domain: string;
  readonly profile: string;
  /** The language with the largest share. */
  readonly language: string;
  readonly frameworks: readonly string[];
  readonly packageManagers: readonly string[];
  /** Gate id → its command, words parted by a space. */
  readonly gates: Readonly<Record<string, string>>;
  readonly setup: readonly string[];
  /** Glob → profile, for a repository of several domains. */
  readonly areas?: Readonly<Record<string, string>>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const many = (count: number, path: (n: number) => string, text: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [path(n), text]));

const PYTHON_TESTS =
  'import unittest\n\n\nclass Sums(unittest.TestCase):\n    def test_sum(self):\n        self.assertEqual(1 + 1, 2)\n';

const pythonPackage: ProjectKind = {
  name: 'python package',
  files: {
    'README.md': '# Tea\n',
    'pyproject.toml':
      '[project]\nname = "tea"\ndependencies = ["fastapi"]\n\n[tool.pytest.ini_options]\n\n[tool.ruff]\nline-length = 100\n\n[tool.mypy]\nstrict = true\n',
    ...many(5, (n) => `src/tea/part${n}.py`, 'def brew() -> int:\n    return 1\n'),
    'tests/test_tea.py': 'from tea.part1 import brew\n\n\ndef test_brew():\n    assert brew() == 1\n',
    '.github/workflows/ci.yml': 'on: push\njobs:\n  t:\n    steps:\n      - run: pytest\n',
  },
  domain: 'software-dev',
  profile: 'software-dev-python',
  language: 'Python',
  frameworks: ['FastAPI', 'pytest', 'Ruff', 'mypy'],
  packageManagers: ['pip'],
  gates: {
    lint: 'python3 -m ruff check .',
    types: 'python3 -m mypy .',
    unit: 'python3 -m pytest',
  },
  setup: [],
};

const nodeApp: ProjectKind = {
  name: 'node app',
  files: {
    'README.md': '# App\n',
    'package.json': json({
      scripts: { lint: 'eslint .', test: 'node --test', build: 'node build.js' },
      dependencies: { express: '5' },
      devDependencies: { eslint: '9' },
    }),
    'package-lock.json': '{}',
    ...many(6, (n) => `src/part${n}.js`, 'export const tea = 1;\n'),
    'test/tea.test.js': "import test from 'node:test';\ntest('tea', () => {});\n",
    Dockerfile: 'FROM node:24\n',
  },
  domain: 'software-dev',
  profile: 'software-dev-javascript',
  language: 'JavaScript',
  frameworks: ['Express', 'ESLint', 'Docker'],
  packageManagers: ['npm'],
  gates: { lint: 'npm run lint', unit: 'npm test' },
  setup: ['npm ci'],
};

const typescriptMonorepo: ProjectKind = {
  name: 'typescript monorepo',
  files: {
    'package.json': json({
      private: true,
      packageManager: 'pnpm@10.0.0',
      scripts: { lint: 'biome check', typecheck: 'tsc -b', test: 'vitest run' },
      devDependencies: { typescript: '6', vitest: '5', '@biomejs/biome': '2' },
    }),
    'pnpm-workspace.yaml': 'packages: [packages/*]\n',
    'pnpm-lock.yaml': 'lockfileVersion: 9\n',
    'packages/core/package.json': json({ scripts: { test: 'vitest run', build: 'tsc' } }),
    'packages/web/package.json': json({
      scripts: { test: 'vitest run', build: 'vite build' },
      dependencies: { react: '19' },
    }),
    ...many(4, (n) => `packages/core/src/part${n}.ts`, 'export const tea: number = 1;\n'),
    ...many(3, (n) => `packages/web/src/view${n}.tsx`, 'export const View = () => null;\n'),
    'docs/design.md': '# Design\n',
  },
  domain: 'software-dev',
  profile: 'software-dev-javascript',
  language: 'TypeScript',
  frameworks: ['TypeScript', 'Vitest', 'Biome', 'React'],
  packageManagers: ['pnpm'],
  gates: { lint: 'pnpm run lint', types: 'pnpm run typecheck', unit: 'pnpm run test' },
  setup: ['pnpm install --frozen-lockfile'],
};

const powershellModule: ProjectKind = {
  name: 'powershell module',
  files: {
    'Tea/Tea.psd1': "@{\n  RootModule = 'Tea.psm1'\n  ModuleVersion = '1.0.0'\n}\n",
    'Tea/Tea.psm1': 'function Get-Tea { 1 }\n',
    'Tea/Public/Get-Cup.ps1': 'function Get-Cup { 1 }\n',
    'tests/Tea.Tests.ps1': "Describe 'Tea' { It 'brews' { Get-Tea | Should -Be 1 } }\n",
    'PSScriptAnalyzerSettings.psd1': "@{ Severity = @('Error', 'Warning') }\n",
  },
  domain: 'software-dev',
  profile: 'software-dev-powershell',
  language: 'PowerShell',
  frameworks: ['Pester', 'PSScriptAnalyzer'],
  packageManagers: ['PSResourceGet'],
  gates: {
    lint: "pwsh -NoProfile -NonInteractive -Command $ErrorActionPreference = 'Stop'; Invoke-ScriptAnalyzer -Path . -Recurse -Settings './PSScriptAnalyzerSettings.psd1' -EnableExit",
    unit: "pwsh -NoProfile -NonInteractive -Command $ErrorActionPreference = 'Stop'; Import-Module Pester -MinimumVersion 5.0; Invoke-Pester -Configuration @{ Run = @{ Path = './tests'; Exit = $true } }",
  },
  setup: [],
};

const goModule: ProjectKind = {
  name: 'go module',
  files: {
    'go.mod': 'module example.org/tea\n\ngo 1.24\n',
    'main.go': 'package main\n\nfunc main() {}\n',
    'internal/tea/tea.go': 'package tea\n',
    'internal/tea/tea_test.go': 'package tea\n',
    Makefile: 'test:\n\tgo test ./...\n',
  },
  domain: 'software-dev',
  profile: 'software-dev-generic',
  language: 'Go',
  frameworks: [],
  packageManagers: ['go modules'],
  gates: { lint: 'go vet ./...', unit: 'go test ./...' },
  setup: [],
};

const rustWorkspace: ProjectKind = {
  name: 'rust workspace',
  files: {
    'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
    'Cargo.lock': 'version = 4\n',
    'clippy.toml': '',
    'crates/tea/Cargo.toml': '[package]\nname = "tea"\n',
    'crates/tea/src/lib.rs': 'pub fn brew() {}\n',
    'crates/cup/Cargo.toml': '[package]\nname = "cup"\n',
    'crates/cup/src/lib.rs': 'pub fn fill() {}\n',
  },
  domain: 'software-dev',
  profile: 'software-dev-generic',
  language: 'Rust',
  frameworks: [],
  packageManagers: ['cargo'],
  gates: {
    lint: 'cargo clippy --locked --workspace --all-targets -- -D warnings',
    unit: 'cargo test --locked --workspace',
  },
  setup: [],
};

const dbtPipeline: ProjectKind = {
  name: 'dbt pipeline',
  files: {
    'dbt_project.yml': 'name: teashop\nprofile: teashop\n',
    'profiles.yml': 'teashop: {}\n',
    '.sqlfluff': '[sqlfluff]\ndialect = duckdb\n',
    'requirements.txt': 'dbt-duckdb\nsqlfluff\n',
    ...many(6, (n) => `models/staging/stg_${n}.sql`, 'select 1 as tea\n'),
    'models/schema.yml': 'version: 2\n',
    'macros/cents.sql': '{% macro cents(x) %}{{ x }} / 100{% endmacro %}\n',
    'scripts/load.py': 'print(1)\n',
  },
  domain: 'data-pipeline',
  profile: 'data-pipeline',
  language: 'SQL',
  frameworks: ['dbt'],
  packageManagers: ['pip'],
  gates: { lint: 'sqlfluff lint .', unit: 'dbt parse --profiles-dir .' },
  setup: [],
};

const terraformOperations: ProjectKind = {
  name: 'terraform operations',
  files: {
    'README.md': '# Infrastructure\n',
    'main.tf': 'provider "aws" {\n  region = "eu-central-1"\n}\n',
    'variables.tf': 'variable "name" {}\n',
    'modules/net/main.tf': 'resource "aws_vpc" "tea" {}\n',
    '.terraform.lock.hcl': '',
    'scripts/plan.sh': '#!/bin/sh\nterraform plan\n',
    'k8s/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
    '.gitlab-ci.yml': 'lint:\n  script: terraform fmt -check\n',
  },
  domain: 'operations',
  profile: 'operations',
  language: 'HCL',
  frameworks: ['Terraform', 'Kubernetes'],
  packageManagers: [],
  gates: { lint: 'terraform fmt -check -recursive', unit: 'terraform validate -no-color' },
  setup: ['terraform init -backend=false -input=false'],
};

const mkdocsSite: ProjectKind = {
  name: 'mkdocs documentation',
  files: {
    'mkdocs.yml': 'site_name: Tea\n',
    ...many(8, (n) => `docs/page${n}.md`, '# Page\n\nWords.\n'),
    'docs/img/cup.svg': '<svg/>\n',
    '.markdownlint.yaml': 'MD013: false\n',
  },
  domain: 'documentation',
  profile: 'documentation',
  language: 'Markdown',
  frameworks: ['MkDocs'],
  packageManagers: [],
  gates: { lint: 'markdownlint-cli2 **/*.md', docs: 'mkdocs build --strict' },
  setup: [],
};

const mixedMonorepo: ProjectKind = {
  name: 'mixed monorepo',
  files: {
    'README.md': '# Everything\n',
    'services/api/pyproject.toml': '[project]\nname = "api"\n',
    ...many(4, (n) => `services/api/api/part${n}.py`, 'tea = 1\n'),
    'services/api/tests/__init__.py': '',
    'services/api/tests/test_api.py': PYTHON_TESTS,
    'web/package.json': json({ scripts: { test: 'node --test' } }),
    ...many(3, (n) => `web/src/part${n}.js`, 'export const tea = 1;\n'),
    'infra/main.tf': 'terraform {\n  backend "s3" {}\n}\nprovider "aws" {}\n',
    ...many(4, (n) => `infra/part${n}.tf`, 'resource "aws_vpc" "tea" {}\n'),
    'docs/mkdocs.yml': 'site_name: Tea\n',
    ...many(6, (n) => `docs/docs/page${n}.md`, '# Page\n'),
  },
  domain: 'mixed',
  profile: 'mixed',
  language: 'HCL',
  frameworks: ['Terraform', 'MkDocs'],
  packageManagers: ['npm', 'pip'],
  gates: {
    'unit-web': 'npm --prefix web test',
    'unit-services-api': 'python3 -m unittest discover -s services/api/tests -t services/api',
    'unit-infra': 'terraform -chdir=infra validate -no-color',
    lint: 'terraform fmt -check -recursive infra',
    docs: 'mkdocs build --strict --config-file docs/mkdocs.yml',
  },
  setup: ['terraform -chdir=infra init -backend=false -input=false'],
  areas: {
    'docs/**': 'documentation',
    'infra/**': 'operations',
    'services/**': 'software-dev-python',
    'web/**': 'software-dev-javascript',
    '**': 'software-dev-generic',
  },
};

export const PROJECT_KINDS: readonly ProjectKind[] = [
  pythonPackage,
  nodeApp,
  typescriptMonorepo,
  powershellModule,
  goModule,
  rustWorkspace,
  dbtPipeline,
  terraformOperations,
  mkdocsSite,
  mixedMonorepo,
];
