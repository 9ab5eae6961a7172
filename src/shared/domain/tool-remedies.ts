// How a missing program or module is got: one line each, for people.

const REMEDIES: Readonly<Record<string, string>> = {
  npm: 'Install Node.js, which brings npm.',
  node: 'Install Node.js.',
  pnpm: 'Install it with `npm install --global pnpm`, or enable Corepack.',
  yarn: 'Install it with `npm install --global yarn`, or enable Corepack.',
  bun: 'Install Bun from bun.sh.',
  python3: 'Install Python 3.',
  py: 'Install Python 3 from python.org with its launcher.',
  uv: 'Install uv from docs.astral.sh/uv.',
  poetry: 'Install it with `pipx install poetry`.',
  pipenv: 'Install it with `pipx install pipenv`.',
  pwsh: 'Install PowerShell 7.',
  go: 'Install Go 1.20 or newer.',
  'golangci-lint': 'Install golangci-lint.',
  cargo: 'Install Rust with rustup.',
  mvn: 'Install Apache Maven, or add its wrapper to the repository.',
  gradle: 'Install Gradle, or add its wrapper to the repository.',
  dotnet: 'Install the .NET SDK.',
  bundle: 'Install Ruby and Bundler.',
  composer: 'Install PHP and Composer.',
  php: 'Install PHP.',
  make: 'Install make.',
  just: 'Install just.',
  task: 'Install Task from taskfile.dev.',
  dbt: 'Install it with `pipx install dbt-core` and the adapter of your database.',
  sqlfluff: 'Install it with `pipx install sqlfluff`.',
  terraform: 'Install Terraform.',
  tflint: 'Install TFLint.',
  'ansible-lint': 'Install it with `pipx install ansible-lint`.',
  'ansible-playbook': 'Install Ansible.',
  helm: 'Install Helm.',
  yamllint: 'Install it with `pipx install yamllint`.',
  hadolint: 'Install hadolint.',
  mkdocs: 'Install it with `pipx install mkdocs`, and the plugins of mkdocs.yml.',
  mdbook: 'Install mdBook.',
  hugo: 'Install Hugo.',
  'markdownlint-cli2': 'Install it with `npm install --global markdownlint-cli2`.',
  vale: 'Install Vale.',
  'powershell:PSScriptAnalyzer': 'Install it with `Install-Module PSScriptAnalyzer -Scope AllUsers`.',
  'powershell:Pester': 'Install it with `Install-Module Pester -MinimumVersion 5.0 -Scope AllUsers`.',
};

/** `need` is a program, or `python:module`, or `powershell:Module`. */
export function remedyFor(need: string): string {
  const known = REMEDIES[need];
  if (known !== undefined) return known;
  const [kind, name = need] = need.split(':');
  if (kind === 'python') return `Install it where gates find it, for example with \`python3 -m pip install ${name}\`.`;
  return 'Install it, and make sure that it is on the PATH.';
}
