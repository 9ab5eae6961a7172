// Which continuous integration a repository has, and what it demands there.
import type { RepositoryFacts } from './evidence.ts';

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['GitHub Actions', /^\.github\/workflows\/[^/]+\.ya?ml$/],
  ['GitLab CI', /^\.gitlab-ci\.ya?ml$/],
  ['Azure Pipelines', /^(?:\.azure-pipelines\/.+|azure-pipelines[^/]*)\.ya?ml$/],
  ['Jenkins', /^Jenkinsfile[^/]*$/],
  ['CircleCI', /^\.circleci\/config\.ya?ml$/],
  ['Travis CI', /^\.travis\.ya?ml$/],
  ['Bitbucket Pipelines', /^bitbucket-pipelines\.ya?ml$/],
  ['Buildkite', /^\.buildkite\/.+\.ya?ml$/],
  ['Woodpecker', /^\.woodpecker(?:\/.+)?\.ya?ml$/],
  ['Drone', /^\.drone\.ya?ml$/],
  ['AppVeyor', /^\.?appveyor\.ya?ml$/],
];

export interface CiFindings {
  readonly systems: readonly string[];
  readonly runsTests: boolean;
  readonly runsLint: boolean;
}

export function findCi({ paths, texts }: Pick<RepositoryFacts, 'paths' | 'texts'>): CiFindings {
  const near = paths.filter((path) => path.startsWith('.') || !path.includes('/'));
  const systems = SYSTEMS.filter(([, pattern]) => near.some((path) => pattern.test(path)));
  const said = near
    .filter((path) => systems.some(([, pattern]) => pattern.test(path)))
    .map((path) => texts.get(path) ?? '')
    .join('\n');
  return {
    systems: systems.map(([name]) => name),
    runsTests:
      /\b(?:npm (?:run )?test|pytest|unittest|go test|cargo test|Invoke-Pester|dotnet test|make (?:test|check)|tox|gradlew? test|mvn\b.*\btest|(?:pnpm|yarn|bun)(?: run)? test)\b/.test(
        said,
      ),
    runsLint:
      /\b(?:lint|ruff|eslint|flake8|pylint|clippy|golangci|Invoke-ScriptAnalyzer|biome|tflint|terraform fmt)\b/.test(
        said,
      ),
  };
}
