// Finds the file that an argv names, by the PATH of its own order, and how to hand it to the operating system.
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { present } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { ProgramCall } from './program-call.ts';
import { programNotFound } from './spawn-failure.ts';
import { windowsCommand } from './windows-command.ts';

export interface ProgramOrder {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Throws `E_SPAWN` when the folder or the program is missing: `spawn` itself says ENOENT for both. */
export function resolveProgram(order: ProgramOrder): ProgramCall {
  if (!isFolder(order.cwd)) {
    throw new PatchbayError('E_SPAWN', `Folder ${order.cwd} does not exist`, 'Retry: the workspace is made anew.', {
      cwd: order.cwd,
    });
  }
  const [program = '', ...args] = order.argv;
  if (process.platform === 'win32') return windowsCommand(findWindows(program, order, isFile), args);
  return { file: findPosix(program, order), args, verbatim: false };
}

function findPosix(program: string, { cwd, env }: ProgramOrder): string {
  if (program.includes('/')) return posix.resolve(cwd, program);
  const path = env.PATH ?? '';
  const found = path
    .split(':')
    .filter((folder) => posix.isAbsolute(folder)) // a relative entry would let a workspace choose the program
    .map((folder) => posix.join(folder, program))
    .find(isExecutable);
  if (program === '' || found === undefined) throw programNotFound(program, path);
  return found;
}

/**
 * PATH, then PATHEXT, and never the current folder, unlike cmd.exe: a workspace must not choose which `git` runs.
 * `exists` is a parameter so that the rule is tested on every system.
 */
export function findWindows(program: string, order: ProgramOrder, exists: (file: string) => boolean): string {
  const path = variable(order.env, 'PATH');
  const extensions = (variable(order.env, 'PATHEXT') || '.COM;.EXE;.BAT;.CMD').split(';').filter(Boolean);
  const named = /[\\/]/.test(program) || win32.isAbsolute(program);
  const folders = named ? [order.cwd] : path.split(';').filter((folder) => win32.isAbsolute(folder));
  const hasExtension = extensions.some((extension) => program.toLowerCase().endsWith(extension.toLowerCase()));
  const names = hasExtension ? [program] : extensions.map((extension) => program + extension.toLowerCase());
  for (const folder of program === '' ? [] : folders) {
    const found = names.map((name) => win32.resolve(folder, name)).find(exists);
    if (found !== undefined) return found;
  }
  throw programNotFound(program, path);
}

/** Names of variables have no case on Windows: `Path` is PATH. */
function variable(env: Readonly<Record<string, string>>, name: string): string {
  const key = Object.keys(env).find((candidate) => candidate.toUpperCase() === name);
  return key === undefined ? '' : present(env[key], `environment variable ${key}`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return isFile(path);
  } catch {
    return false;
  }
}
