// Go, Rust, Java and Kotlin, .NET, C and C++: build files whose tools bring the tests along.
import {
  type Anchor,
  command,
  type Ecosystem,
  type EcosystemFindings,
  type FoundCommand,
  folderOf,
  inFolder,
  type RepositoryView,
} from '../evidence.ts';
import { hasSection } from '../manifest-text.ts';

/** Modules of one kind that get gates of their own. */
const MAX_MODULES = 6;

export const compiledEcosystem: Ecosystem = {
  id: 'compiled',
  reads: /^(?:go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|CMakeLists\.txt)$/,
  marks:
    /^(?:go\.work|Cargo\.lock|clippy\.toml|\.clippy\.toml|rustfmt\.toml|\.rustfmt\.toml|\.golangci\.(?:ya?ml|toml|json)|mvnw|gradlew|settings\.gradle(?:\.kts)?|meson\.build)$|\.(?:sln|slnx|csproj|fsproj)$|_test\.go$/,
  find(view) {
    const parts = [go(view), rust(view), maven(view), gradle(view), dotnet(view), native(view)];
    return {
      packageManagers: parts.flatMap((one) => one.packageManagers ?? []),
      frameworks: parts.flatMap((one) => one.frameworks ?? []),
      commands: parts.flatMap((one) => one.commands ?? []),
      anchors: parts.flatMap((one) => one.anchors ?? []),
    };
  },
};

function go(view: RepositoryView): EcosystemFindings {
  const modules = view.named(/^go\.mod$/).slice(0, MAX_MODULES);
  const lintConfig = view.named(/^\.golangci\./)[0];
  const commands = modules.flatMap((path): readonly FoundCommand[] => {
    const folder = folderOf(path);
    const start = folder === '' ? ['go'] : ['go', '-C', folder];
    return [
      command('lint', [...start, 'vet', './...'], path, { folder }),
      command('unit', [...start, 'test', './...'], path, { folder }),
    ];
  });
  const linter = lintConfig === undefined ? [] : [command('lint', ['golangci-lint', 'run'], lintConfig)];
  return {
    packageManagers: modules.length > 0 ? ['go modules'] : [],
    commands: linter.length > 0 ? [...linter, ...commands.filter((one) => one.purpose !== 'lint')] : commands,
    anchors: modules.map((path) => packageAnchor(path, 'a Go module')),
  };
}

/** Crates of a workspace are tested by its root. */
function rust(view: RepositoryView): EcosystemFindings {
  const all = view.named(/^Cargo\.toml$/);
  const roots = all.filter((path) => !all.some((other) => other !== path && isWorkspaceAbove(view, other, path)));
  const clippy = view.named(/^\.?clippy\.toml$/)[0];
  const commands = roots.slice(0, MAX_MODULES).flatMap((path): readonly FoundCommand[] => {
    const folder = folderOf(path);
    const locked = view.has(inFolder(folder, 'Cargo.lock')) ? ['--locked'] : [];
    const where = [...(folder === '' ? [] : ['--manifest-path', path]), ...locked];
    const every = hasSection(view.text(path), 'workspace') ? ['--workspace'] : [];
    const lint =
      clippy === undefined
        ? command('lint', ['cargo', 'check', ...where, ...every, '--all-targets'], path, { folder })
        : command('lint', ['cargo', 'clippy', ...where, ...every, '--all-targets', '--', '-D', 'warnings'], clippy, {
            folder,
          });
    return [lint, command('unit', ['cargo', 'test', ...where, ...every], path, { folder })];
  });
  return {
    packageManagers: all.length > 0 ? ['cargo'] : [],
    commands,
    anchors: roots.map((path) => packageAnchor(path, 'a Rust crate or workspace')),
  };
}

function isWorkspaceAbove(view: RepositoryView, root: string, path: string): boolean {
  const folder = folderOf(root);
  return hasSection(view.text(root), 'workspace') && (folder === '' || path.startsWith(`${folder}/`));
}

function maven(view: RepositoryView): EcosystemFindings {
  if (!view.has('pom.xml')) return {};
  const program = view.has('mvnw') ? (view.windows ? '.\\mvnw.cmd' : './mvnw') : 'mvn';
  const spring = /spring-boot/.test(view.text('pom.xml') ?? '');
  return {
    packageManagers: ['maven'],
    frameworks: spring ? [{ framework: 'Spring Boot', indicator: 'pom.xml: spring-boot' }] : [],
    commands: [command('unit', [program, '-B', 'test'], 'pom.xml')],
    anchors: [packageAnchor('pom.xml', 'a Maven project')],
  };
}

function gradle(view: RepositoryView): EcosystemFindings {
  const build = ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts'].find((path) =>
    view.has(path),
  );
  if (build === undefined) return {};
  const program = view.has('gradlew') ? (view.windows ? '.\\gradlew.bat' : './gradlew') : 'gradle';
  return {
    packageManagers: ['gradle'],
    commands: [command('unit', [program, '--no-daemon', 'test'], build)],
    anchors: [packageAnchor(build, 'a Gradle project')],
  };
}

/** A solution stands for its projects; one without any holds something else, such as PowerShell. */
function dotnet(view: RepositoryView): EcosystemFindings {
  const projects = view.named(/\.[cf]sproj$/);
  const solutions = projects.length > 0 ? view.named(/\.slnx?$/) : [];
  const found = solutions.length > 0 ? solutions : projects;
  return {
    packageManagers: found.length > 0 ? ['nuget'] : [],
    commands: found
      .slice(0, MAX_MODULES)
      .map((path) => command('unit', ['dotnet', 'test', path], path, { folder: folderOf(path) })),
    anchors: found.map((path) => packageAnchor(path, 'a .NET project')),
  };
}

/** A build of CMake or Meson takes several steps in one folder, which no single command does: a person writes that gate. */
function native(view: RepositoryView): EcosystemFindings {
  const build = ['CMakeLists.txt', 'meson.build'].find((path) => view.has(path));
  if (build === undefined) return {};
  const framework = build === 'meson.build' ? 'Meson' : 'CMake';
  return { frameworks: [{ framework, indicator: build }], anchors: [packageAnchor(build, `a ${framework} build`)] };
}

function packageAnchor(path: string, what: string): Anchor {
  return { domain: 'software-dev', strength: 0.4, because: `${path} is ${what}`, folder: folderOf(path) };
}
