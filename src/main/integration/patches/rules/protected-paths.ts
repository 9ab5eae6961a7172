// Files that decide how tools, builds and checks behave: allowed, but said aloud.
import { matchAny } from '../../../../shared/lib/glob.ts';
import { finding, type Rule, touchedPaths } from '../rule.ts';

/** Agent, editor, CI, hook and package configuration, and lock files (reliability.md §0.10). */
const PROTECTED = [
  '**/{.claude,.cursor,.codex,.gemini,.vscode,.idea,.husky,.githooks,.devcontainer,.circleci}/**',
  '**/{.mcp.json,CLAUDE.md,AGENTS.md,GEMINI.md,.cursorrules,.aider.conf.yml,.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs}',
  '**/{.gitattributes,.lfsconfig,.pre-commit-config.yaml,.gitlab-ci.yml,Jenkinsfile,azure-pipelines.yml}',
  '.github/{workflows,actions}/**',
  '.github/CODEOWNERS',
  '**/{package.json,package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lockb}',
  '**/{Cargo.lock,poetry.lock,uv.lock,Pipfile.lock,Gemfile.lock,composer.lock,go.sum}',
  '**/{setup.py,conftest.py,sitecustomize.py,pyproject.toml,tox.ini,build.rs,Makefile,Dockerfile}',
];

export const protectedPathsRule: Rule = {
  name: 'protected-paths',
  part: 'constraints',
  check(facts) {
    const isProtected = matchAny(PROTECTED, 'ignore');
    return touchedPaths(facts)
      .filter((path) => isProtected(path))
      .map((path) =>
        finding(
          { rule: 'protected-paths', severity: 'warning', path },
          `${path} steers tools, builds or checks`,
          'Read this change before you publish it.',
        ),
      );
  },
};
