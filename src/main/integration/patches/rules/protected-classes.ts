// The files that decide how tools, builds and checks behave: a change of them is a person's to allow, always.

export interface ProtectedClass {
  /** What such a file steers, as the end of "It steers …". */
  readonly steers: string;
  readonly globs: readonly string[];
}

/** A project may add to this table (`protect_paths`), and nothing takes from it (reliability.md §0.10). */
export const PROTECTED_CLASSES: readonly ProtectedClass[] = [
  {
    steers: 'what Patchbay lets through',
    globs: ['**/patchbay.{yaml,yml,json}', '**/.patchbay/**'],
  },
  {
    steers: 'AI coding tools',
    globs: [
      '**/.{claude,cursor,codex,gemini,aider,continue,windsurf,clinerules,roo,kiro,amazonq,opencode,junie,zed}/**',
      '**/{CLAUDE,AGENTS,GEMINI,QWEN,WARP}{,.local}.md',
      '**/.{cursorrules,windsurfrules,clinerules,roorules,cursorignore,aiderignore,geminiignore}',
      '**/.aider*.{yml,yaml,md}',
      '**/{.mcp,mcp,opencode}.json',
      '.github/{copilot-instructions.md,instructions/**,prompts/**,chatmodes/**,agents/**}',
    ],
  },
  {
    steers: 'editors, which may run programs when a folder is opened',
    globs: [
      '**/.{vscode,idea,fleet,nova,devcontainer}/**',
      '**/*.{code-workspace,sublime-project}',
      '**/.{exrc,nvimrc,vimrc,dir-locals.el}',
    ],
  },
  {
    steers: 'hooks of git, which run programs',
    globs: [
      '**/.{husky,githooks,git-hooks}/**',
      '**/{lefthook,.lefthook}.{yml,yaml,toml,json}',
      '**/.pre-commit-{config,hooks}.yaml',
      '**/.lintstagedrc*',
      '**/lint-staged.config.*',
    ],
  },
  {
    steers: 'git itself',
    globs: ['**/.gitattributes', '**/.lfsconfig', '**/.gitconfig', '**/.git-blame-ignore-revs'],
  },
  {
    steers: 'automatic builds and who must review',
    globs: [
      '.github/{workflows,actions}/**',
      '**/{CODEOWNERS,dependabot.yml,dependabot.yaml}',
      '**/.{circleci,buildkite,drone,woodpecker,forgejo,gitea,teamcity}/**',
      '**/{.gitlab-ci,.travis,appveyor,.appveyor,azure-pipelines,bitbucket-pipelines,.drone,.woodpecker,cloudbuild,.cirrus,buildspec}.{yml,yaml}',
      '**/{Jenkinsfile*,renovate.json*,.renovaterc*,codecov.yml,.codecov.yml,sonar-project.properties}',
    ],
  },
  {
    steers: 'the build',
    globs: [
      '**/{Makefile,makefile,GNUmakefile,*.mk,CMakeLists.txt,*.cmake,configure.ac,meson.build,justfile,Justfile,Rakefile}',
      '**/{Taskfile,taskfile}.{yml,yaml}',
      '**/{Dockerfile*,*.dockerfile,Containerfile*,.dockerignore,Vagrantfile,Procfile}',
      '**/{docker-compose,compose}*.{yml,yaml}',
      '**/{build.gradle*,settings.gradle*,gradle.properties,pom.xml,build.xml,build.sbt,*.csproj,*.fsproj,*.vbproj,*.sln,*.props,*.targets}',
      '**/{gradle,.mvn}/wrapper/**',
      '**/{gradlew,gradlew.bat,mvnw,mvnw.cmd}',
      '**/{BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,.bazelrc,BUCK,flake.nix,shell.nix,default.nix}',
      '**/{build.rs,setup.py,setup.cfg,pyproject.toml,conftest.py,sitecustomize.py,usercustomize.py,*.pth,MANIFEST.in}',
      '**/{Cargo.toml,go.mod,go.work,Gemfile,*.gemspec,composer.json,Package.swift,Podfile,mix.exs,rebar.config,project.clj,deps.edn}',
      '**/{Pipfile,requirements*.txt,constraints*.txt,environment.{yml,yaml},deno.json,deno.jsonc,import_map.json}',
      '**/.cargo/config{,.toml}',
      '**/{rust-toolchain,.nvmrc,.node-version,.python-version,.ruby-version,.tool-versions,mise.toml,.mise.toml}{,.toml}',
      '**/{tsconfig,jsconfig}*.json',
      '**/{vite,webpack,rollup,esbuild,babel,metro,next,nuxt,svelte,astro,electron.vite,tsup,turbo,postcss,tailwind}.config.*',
      '**/{.babelrc*,.swcrc,turbo.json,nx.json,lerna.json,angular.json,pnpm-workspace.yaml,.pnpmfile.cjs,rush.json}',
    ],
  },
  {
    steers: 'where packages and secrets come from',
    globs: [
      '**/{.npmrc,.yarnrc,.yarnrc.yml,.pypirc,pip.conf,.netrc,.gemrc,nuget.config,NuGet.Config,bunfig.toml,.env,.env.*,.envrc}',
      '**/.yarn/{releases,plugins}/**',
    ],
  },
  {
    steers: 'tests and checks',
    globs: [
      '**/{vitest,jest,playwright,cypress,karma,wdio,ava,eslint,stylelint,commitlint,knip,stryker,.mocharc,nightwatch}.{config,conf}.*',
      '**/{vitest.workspace.*,jest.setup.*,.mocharc*,.nycrc*,.c8rc*,.coveragerc,pytest.ini,tox.ini,noxfile.py,phpunit.xml*,.rspec,stryker.conf.*}',
      '**/{.eslintrc*,.eslintignore,biome.json,biome.jsonc,.stylelintrc*,.oxlintrc.json,tslint.json,.flake8,.pylintrc,pylintrc,mypy.ini,.mypy.ini,ruff.toml,.ruff.toml,.bandit}',
      '**/{.golangci.{yml,yaml,toml,json},clippy.toml,.clippy.toml,deny.toml,.rubocop.yml,phpstan.neon*,psalm.xml,.shellcheckrc,.semgrepignore,PSScriptAnalyzerSettings.psd1}',
      '**/{.gitleaks.toml,.gitleaksignore,.secretlintrc*,.secretlintignore,.trivyignore,.snyk,.nsprc,audit-ci.json}',
    ],
  },
];
