// JavaScript and TypeScript: package.json, its scripts, its package manager, and what it depends on.
import { asRecord, asText, type JsonRecord } from '../../../../shared/plan/read-json.ts';
import {
  type Anchor,
  command,
  type Ecosystem,
  type FoundCommand,
  type FoundSetup,
  folderOf,
  inFolder,
  type Purpose,
  type RepositoryView,
} from '../evidence.ts';
import { jsonObject } from '../manifest-text.ts';

const FRAMEWORKS: Readonly<Record<string, string>> = {
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  '@angular/core': 'Angular',
  next: 'Next.js',
  nuxt: 'Nuxt',
  astro: 'Astro',
  express: 'Express',
  fastify: 'Fastify',
  '@nestjs/core': 'NestJS',
  electron: 'Electron',
  vite: 'Vite',
  webpack: 'webpack',
  jest: 'Jest',
  vitest: 'Vitest',
  mocha: 'Mocha',
  '@playwright/test': 'Playwright',
  cypress: 'Cypress',
  eslint: 'ESLint',
  '@biomejs/biome': 'Biome',
  prettier: 'Prettier',
  typescript: 'TypeScript',
  '@docusaurus/core': 'Docusaurus',
  vitepress: 'VitePress',
  turbo: 'Turborepo',
  nx: 'Nx',
};

const DOC_SITES = ['@docusaurus/core', 'vitepress', 'vuepress', '@astrojs/starlight', 'nextra'];

/** Names of scripts by what they are for, the usual ones first. */
const SCRIPTS: readonly (readonly [Purpose, readonly string[]])[] = [
  ['lint', ['lint', 'lint:check', 'check:lint', 'eslint', 'check', 'format:check']],
  ['types', ['typecheck', 'type-check', 'check-types', 'check:types', 'types', 'tsc']],
  ['unit', ['test', 'test:unit', 'unit', 'test:ci']],
  ['integration', ['test:integration', 'integration', 'test:e2e', 'e2e']],
  ['build', ['build', 'compile']],
];

interface Manager {
  readonly id: string;
  readonly lock: string;
  readonly install: readonly string[];
  run(script: string, folder: string): readonly string[];
}

const NPM: Manager = {
  id: 'npm',
  lock: 'package-lock.json',
  install: ['npm', 'ci'],
  run: (script, folder) => [
    'npm',
    ...(folder === '' ? [] : ['--prefix', folder]),
    ...(script === 'test' ? ['test'] : ['run', script]),
  ],
};

const MANAGERS: readonly Manager[] = [
  {
    id: 'pnpm',
    lock: 'pnpm-lock.yaml',
    install: ['pnpm', 'install', '--frozen-lockfile'],
    run: (script, folder) => ['pnpm', ...(folder === '' ? [] : ['--dir', folder]), 'run', script],
  },
  {
    id: 'yarn',
    lock: 'yarn.lock',
    install: ['yarn', 'install', '--immutable'],
    run: (script, folder) => ['yarn', ...(folder === '' ? [] : ['--cwd', folder]), 'run', script],
  },
  {
    id: 'bun',
    lock: 'bun.lock',
    install: ['bun', 'install', '--frozen-lockfile'],
    run: (script, folder) => ['bun', ...(folder === '' ? [] : ['--cwd', folder]), 'run', script],
  },
  NPM,
];

export const nodeEcosystem: Ecosystem = {
  id: 'node',
  reads: /^(?:package\.json|yarn\.lock)$/,
  marks:
    /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|tsconfig\.json|lerna\.json|turbo\.json|nx\.json)$/,
  find(view) {
    const packages = packagesOf(view);
    const [first] = packages;
    // Scripts of the root run those of its workspaces.
    const covered = new Set(first?.folder === '' ? commandsOf(first).map((one) => one.purpose) : []);
    return {
      packageManagers: [...new Set(packages.map((one) => one.manager.id))],
      frameworks: packages.flatMap(({ path, dependencies }) =>
        Object.keys(dependencies).flatMap((name) => {
          const framework = FRAMEWORKS[name];
          return framework === undefined ? [] : [{ framework, indicator: `${path}: ${name}` }];
        }),
      ),
      commands: packages.flatMap((one) =>
        commandsOf(one).filter((found) => one.folder === '' || !covered.has(found.purpose)),
      ),
      setups: setupsOf(view, packages),
      anchors: packages.map(anchorOf),
    };
  },
};

interface NodePackage {
  readonly path: string;
  readonly folder: string;
  readonly scripts: JsonRecord;
  readonly dependencies: JsonRecord;
  readonly manager: Manager;
  /** Its own manifest names packages below it. */
  readonly isWorkspace: boolean;
}

/** The root's package first. */
function packagesOf(view: RepositoryView): readonly NodePackage[] {
  const paths = view.named(/^package\.json$/).filter((path) => view.text(path) !== null);
  return [...paths]
    .sort((a, b) => folderOf(a).length - folderOf(b).length)
    .map((path) => {
      const manifest = jsonObject(view.text(path));
      const folder = folderOf(path);
      return {
        path,
        folder,
        scripts: asRecord(manifest['scripts']) ?? {},
        dependencies: { ...asRecord(manifest['dependencies']), ...asRecord(manifest['devDependencies']) },
        manager: managerOf(view, folder, asText(manifest['packageManager'])),
        isWorkspace: 'workspaces' in manifest,
      };
    });
}

/** By the manifest's own word, else by the lock file nearest above the package. */
function managerOf(view: RepositoryView, folder: string, word: string | null): Manager {
  const named = MANAGERS.find((one) => word?.startsWith(`${one.id}@`));
  if (named !== undefined) return named;
  for (let at = folder; ; at = folderOf(at)) {
    const locked = MANAGERS.find((one) => view.has(inFolder(at, one.lock)) || view.has(inFolder(at, `${one.lock}b`)));
    if (locked !== undefined) return locked;
    if (at === '') return NPM;
  }
}

function commandsOf({ path, folder, scripts, dependencies, manager }: NodePackage): readonly FoundCommand[] {
  const isSite = DOC_SITES.some((name) => name in dependencies);
  const found: FoundCommand[] = [];
  for (const [purpose, names] of SCRIPTS) {
    const name = names.find((one) => isReal(scripts[one]));
    if (name === undefined || found.some((one) => one.argv.at(-1) === name)) continue;
    const meaning = purpose === 'build' && isSite ? 'docs' : purpose;
    const hesitation =
      purpose === 'integration' ? 'integration and browser tests often need services or a browser' : null;
    found.push(command(meaning, manager.run(name, folder), `${path}, script ${name}`, { folder, hesitation }));
  }
  return found;
}

/** npm's placeholder for missing tests is no script, nor is one that waits for changes. */
function isReal(line: unknown): boolean {
  return (
    typeof line === 'string' && line.trim() !== '' && !/no test specified|--watch(?!=false|All=false)\b/.test(line)
  );
}

/** With a lock file exactly what that names; without one what the manifest asks for today, and no new lock file. */
function setupsOf(view: RepositoryView, packages: readonly NodePackage[]): readonly FoundSetup[] {
  const needs = packages.filter((one) => Object.keys(one.dependencies).length > 0);
  const root = packages.find((one) => one.folder === '');
  const isWorkspace = root !== undefined && (root.isWorkspace || view.has('pnpm-workspace.yaml'));
  const installing = needs.filter((one) => one.folder === '' || !isWorkspace);
  const rootToo = isWorkspace && needs.length > 0 && !installing.includes(root) ? [root] : [];
  return [...rootToo, ...installing].map((one) => setupOf(view, one));
}

function setupOf(view: RepositoryView, { path, folder, manager }: NodePackage): FoundSetup {
  const names = [manager.lock, `${manager.lock}b`].map((name) => inFolder(folder, name));
  const lock = names.find((name) => view.has(name));
  const [program = manager.id, ...rest] = installOf(view, manager, lock);
  const where = { npm: '--prefix', pnpm: '--dir', yarn: '--cwd', bun: '--cwd' }[manager.id] ?? '--prefix';
  return {
    argv: folder === '' ? [program, ...rest] : [program, where, folder, ...rest],
    keyFiles: [lock ?? path],
    folder,
  };
}

function installOf(view: RepositoryView, { id, install }: Manager, lock: string | undefined): readonly string[] {
  if (lock === undefined) return id === 'npm' ? ['npm', 'install', '--no-package-lock'] : [id, 'install'];
  // Yarn before version 2 writes its version into the lock file and knows another flag.
  const isClassic = id === 'yarn' && /yarn lockfile v1/.test(view.text(lock) ?? '');
  return isClassic ? ['yarn', 'install', '--frozen-lockfile'] : install;
}

function anchorOf({ path, folder, dependencies }: NodePackage): Anchor {
  const site = DOC_SITES.find((name) => name in dependencies);
  return site === undefined
    ? { domain: 'software-dev', strength: 0.4, because: `${path} is a package`, folder }
    : { domain: 'documentation', strength: 0.6, because: `${path} builds a documentation site with ${site}`, folder };
}
