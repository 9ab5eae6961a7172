// What kind of project a repository holds, judged from its tracked files alone; nothing is started.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Domain = 'software-dev' | 'data-pipeline' | 'operations' | 'documentation' | 'mixed';

export interface Discovery {
  readonly domain: Domain;
  readonly profileId: string;
  /** Share of the files that speak for the domain, 0 to 1. */
  readonly confidence: number;
  readonly gates: readonly DiscoveredGate[];
  /** Set-up commands and the files they depend on. */
  readonly setup: readonly (readonly string[])[];
  readonly keyFiles: readonly string[];
}

export interface DiscoveredGate {
  readonly gate_id: string;
  readonly kind: string;
  readonly command: readonly string[];
}

const KINDS: readonly (readonly [Domain, RegExp])[] = [
  ['data-pipeline', /\.(?:sql|dbt|ipynb|parquet|avsc)$/i],
  ['operations', /(?:\.tf|\.tfvars|(?:^|\/)(?:Dockerfile|docker-compose\.ya?ml|Chart\.yaml)|\.service)$/i],
  ['documentation', /\.(?:md|mdx|rst|adoc|tex)$/i],
  ['software-dev', /\.(?:[cm]?[jt]sx?|py|rs|go|java|kt|cs|c|cc|cpp|h|hpp|rb|php|swift|scala|ps1|sh|lua|vue|svelte)$/i],
];

/** `files` are the tracked paths relative to `root`. */
export function discoverRepository(root: string, files: readonly string[]): Discovery {
  const counts = KINDS.map(([domain, pattern]) => ({
    domain,
    count: files.filter((file) => pattern.test(file)).length,
  }));
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  const leading = counts.reduce((best, one) => (one.count > best.count ? one : best));
  const share = total === 0 ? 0 : leading.count / total;
  const domain = share > 0.5 ? leading.domain : 'mixed';
  return {
    domain,
    profileId: profileOf(domain, files),
    confidence: Math.round(share * 100) / 100,
    ...buildSystem(root, files),
  };
}

function profileOf(domain: Domain, files: readonly string[]): string {
  if (domain === 'software-dev') {
    const python = files.filter((file) => file.endsWith('.py')).length;
    return python * 2 > files.filter((file) => KINDS[3]?.[1].test(file)).length ? 'software-dev-python' : 'generic';
  }
  return domain === 'mixed' ? 'generic' : domain;
}

/** Gates and set-up by the build files at the root. */
function buildSystem(root: string, files: readonly string[]): Pick<Discovery, 'gates' | 'setup' | 'keyFiles'> {
  const has = (name: string): boolean => files.includes(name);
  if (has('package.json')) return nodePackage(root, has('package-lock.json'));
  if (has('Cargo.toml')) return { gates: [unit(['cargo', 'test'])], setup: [], keyFiles: [] };
  if (has('go.mod')) return { gates: [unit(['go', 'test', './...'])], setup: [], keyFiles: [] };
  if (files.some((file) => /(?:^|\/)test_[^/]*\.py$/.test(file))) {
    return {
      gates: [unit([process.platform === 'win32' ? 'py' : 'python3', '-m', 'pytest'])],
      setup: [],
      keyFiles: [],
    };
  }
  return { gates: [], setup: [], keyFiles: [] };
}

function nodePackage(root: string, locked: boolean): Pick<Discovery, 'gates' | 'setup' | 'keyFiles'> {
  const manifest = readManifest(join(root, 'package.json'));
  const gates: DiscoveredGate[] = [];
  if (manifest.scripts.has('lint')) gates.push({ gate_id: 'lint', kind: 'lint', command: ['npm', 'run', 'lint'] });
  if (manifest.scripts.has('test')) gates.push(unit(['npm', 'test']));
  const installs = locked && manifest.hasDependencies;
  return { gates, setup: installs ? [['npm', 'ci']] : [], keyFiles: installs ? ['package-lock.json'] : [] };
}

function unit(command: readonly string[]): DiscoveredGate {
  return { gate_id: 'unit', kind: 'unit', command };
}

/** Names of the scripts that do something; npm's placeholder for missing tests does not. A broken file has none. */
function readManifest(file: string): { readonly scripts: ReadonlySet<string>; readonly hasDependencies: boolean } {
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const scripts = Object.entries(section(manifest, 'scripts')).filter(
      ([, line]) => !/no test specified/.test(String(line)),
    );
    const dependencies = [section(manifest, 'dependencies'), section(manifest, 'devDependencies')];
    return {
      scripts: new Set(scripts.map(([name]) => name)),
      hasDependencies: dependencies.some((one) => Object.keys(one).length > 0),
    };
  } catch {
    return { scripts: new Set(), hasDependencies: false };
  }
}

function section(manifest: unknown, name: string): object {
  const value = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, name) : null;
  return typeof value === 'object' && value !== null ? value : {};
}
