// Programs of Debian's packages: the installed one where there is one, else unpacked into the cache; nothing is installed.
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheFolder, lastLine } from './peer-cache.ts';

export interface Program {
  readonly file: string;
  /** What it needs to find its own libraries. */
  readonly env: Readonly<Record<string, string>>;
}

export interface DebianProgram {
  readonly program: string;
  /** Where it may stand besides the folders of PATH. */
  readonly folders: readonly string[];
  /** With the libraries that it needs and a plain system lacks. */
  readonly packages: readonly string[];
}

export function findProgram({ program, folders, packages }: DebianProgram): Program | { readonly why: string } {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const installed = [...path, ...folders].map((folder) => join(folder, program)).find(isExecutable);
  if (installed !== undefined) return { file: installed, env: {} };
  if (process.platform !== 'linux') return { why: `there is no ${program} here` };
  const folder = cacheFolder(`deb-${program}`);
  const root = join(folder, 'root');
  try {
    if (!existsSync(root)) unpack(folder, root, packages);
    const file = [join(root, 'usr', 'bin'), ...folders.map((one) => join(root, one))]
      .map((one) => join(one, program))
      .find(isExecutable);
    if (file === undefined) return { why: `${packages[0]} has no ${program}` };
    const libraries = readdirSync(join(root, 'usr', 'lib')).map((one) => join(root, 'usr', 'lib', one));
    return { file, env: { LD_LIBRARY_PATH: libraries.join(delimiter) } };
  } catch (error) {
    return { why: `Debian's package ${packages[0]} could not be had: ${lastLine(error)}` };
  }
}

/** `apt-get download` needs no rights but a list of packages, which only root can have renewed. */
function unpack(folder: string, root: string, packages: readonly string[]): void {
  const call: ExecFileSyncOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 };
  try {
    execFileSync('apt-get', ['download', ...packages], call);
  } catch {
    execFileSync('apt-get', ['update'], call);
    execFileSync('apt-get', ['download', ...packages], call);
  }
  for (const file of readdirSync(folder)) if (file.endsWith('.deb')) execFileSync('dpkg', ['-x', file, root], call);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
