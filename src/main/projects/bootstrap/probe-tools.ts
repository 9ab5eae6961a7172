// Looks whether the programs and modules that gates need are on this machine; nothing of the repository is started.
import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** Answers which of the needs are missing: programs, `python:module`, `powershell:Module`. */
export type ProbeTools = (root: string, needs: readonly string[]) => Promise<ReadonlySet<string>>;

const PROBE_MS = 20_000;

/** The folders of PATH, then PATHEXT on Windows; a name with a slash counts from the root of the repository. */
export const probeTools: ProbeTools = async (root, needs) => {
  const missing = new Set<string>();
  const programs = needs.filter((need) => !need.includes(':'));
  for (const program of programs) if (!hasProgram(root, program)) missing.add(program);
  const modules = needs.filter((need) => need.includes(':'));
  await Promise.all(
    modules.map(async (need) => {
      if (!(await hasModule(need))) missing.add(need);
    }),
  );
  return missing;
};

function hasProgram(root: string, program: string): boolean {
  if (/[\\/]/.test(program)) return isProgram(isAbsolute(program) ? program : join(root, program));
  return findProgram(program) !== null;
}

/** The whole path of a program on PATH, or null. */
export function findProgram(program: string): string | null {
  const path = process.env.PATH ?? process.env.Path ?? '';
  const endings =
    process.platform === 'win32' ? ['', ...(process.env.PATHEXT ?? '.COM;.EXE;.BAT;.CMD').split(';')] : [''];
  for (const folder of path.split(delimiter).filter((one) => isAbsolute(one))) {
    const found = endings.map((ending) => join(folder, program + ending)).find(isProgram);
    if (found !== undefined) return found;
  }
  return null;
}

function isProgram(file: string): boolean {
  try {
    if (!existsSync(file) || !statSync(file).isFile()) return false;
    accessSync(file, process.platform === 'win32' ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Python is asked in isolated mode and from another folder, so that no module of the repository is taken for one of the machine. */
function hasModule(need: string): Promise<boolean> {
  const [kind, name = ''] = need.split(':');
  if (!/^[\w.-]+$/.test(name)) return Promise.resolve(false);
  if (kind === 'python') {
    const code = `import importlib.util, sys; sys.exit(importlib.util.find_spec(${JSON.stringify(name)}) is None)`;
    return succeeds(process.platform === 'win32' ? 'py' : 'python3', ['-I', '-c', code]);
  }
  const line = `if (-not (Get-Module -ListAvailable -Name ${name})) { exit 1 }`;
  return succeeds('pwsh', ['-NoProfile', '-NonInteractive', '-Command', line]);
}

function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  const file = findProgram(program);
  if (file === null) return Promise.resolve(false);
  return new Promise((settle) => {
    const options = { cwd: tmpdir(), timeout: PROBE_MS, windowsHide: true };
    execFile(file, args, options, (error) => settle(error === null));
  });
}
