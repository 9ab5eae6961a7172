// Runs the command line as a user would, ends it as an accident would, and finds what it left running.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CrashProject } from './crash-project.ts';

/**
 * host: the engine's process alone · group: its process group, git's helpers with it · orphans: the engine and the
 * spawn helper together, so that nobody is left to end the tools · all: every process at once, as a power cut would.
 */
export type KillForm = 'host' | 'group' | 'orphans' | 'all';
export const KILL_FORMS: readonly KillForm[] = ['host', 'group', 'orphans', 'all'];

export interface CliOrder {
  /** The built `cli.js`. */
  readonly cli: string;
  readonly project: CrashProject;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface CliEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface RunningCli {
  readonly end: Promise<CliEnd>;
  kill(form: KillForm): void;
}

/** In a process group of its own, with an environment that names the trial's folder. */
export function startCli({ cli, project, args, env = {} }: CliOrder): RunningCli {
  const begun = performance.now();
  const { repository, data, tmp } = project;
  const child = spawn(process.execPath, [cli, '--project', repository, '--data', data, '--json', ...args], {
    cwd: project.folder,
    env: { ...systemEnvironment(), TMPDIR: tmp, TMP: tmp, TEMP: tmp, HOME: tmp, USERPROFILE: tmp, ...env },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const end = new Promise<CliEnd>((resolve, reject) => {
    child.once('error', reject);
    // `close` would wait for survivors that hold the pipes; what they still say is no concern.
    child.once('exit', (exitCode, signal) => {
      const finish = () => resolve({ exitCode, signal, stdout, stderr, ms: performance.now() - begun });
      if (signal === null) child.once('close', finish);
      else finish();
    });
  });
  return { end, kill: (form) => killCli(child, project, form) };
}

/** Runs one command to its end. */
export function runCli(order: CliOrder): Promise<CliEnd> {
  return startCli(order).end;
}

/** Processes that work for the trial: their folder, arguments or environment lead into it. Linux only, else none. */
export function processesOf(project: CrashProject): readonly number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => belongs(name, project.folder))
    .map(Number);
}

/** Milliseconds until no process of the trial is left, or null when some are after `limitMs`. */
export async function waitForSilence(project: CrashProject, limitMs: number): Promise<number | null> {
  const begun = performance.now();
  while (processesOf(project).length > 0) {
    if (performance.now() - begun > limitMs) return null;
    await delay(5);
  }
  return performance.now() - begun;
}

/** What a process is called, for a report. */
export function describeProcess(pid: number): string {
  return `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()}`;
}

function killCli(child: ChildProcess, project: CrashProject, form: KillForm): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') return killOnWindows(pid, form);
  if (form === 'host') return signal(pid);
  if (form === 'group') return signal(-pid);
  const others = processesOf(project).filter((other) => other !== pid);
  const victims = form === 'all' ? others : others.filter((other) => isHelper(other));
  // Stopped first, so that the helper does not hear of the engine's end before its own.
  for (const victim of victims) signal(victim, 'SIGSTOP');
  signal(form === 'all' ? -pid : pid);
  for (const victim of victims) signal(victim);
}

function killOnWindows(pid: number, form: KillForm): void {
  const tree = form === 'host' ? [] : ['/T'];
  spawnSync('taskkill', ['/F', ...tree, '/PID', String(pid)], { stdio: 'ignore', windowsHide: true });
}

function signal(pid: number, name: 'SIGKILL' | 'SIGSTOP' = 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself just now.
  }
}

function isHelper(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`).includes('spawn-helper');
}

function belongs(pid: string, folder: string): boolean {
  const proc = join('/proc', pid);
  if (/^[ZX]/.test(read(join(proc, 'stat')).replace(/^.*\) /s, ''))) return false;
  if (read(join(proc, 'cmdline')).includes(folder) || read(join(proc, 'environ')).includes(folder)) return true;
  try {
    return readlinkSync(join(proc, 'cwd')).startsWith(folder);
  } catch {
    return false;
  }
}

/** Empty where the process is gone or another user's. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What programs need to start; nothing of the user's. */
function systemEnvironment(): Record<string, string> {
  const names = ['PATH', 'Path', 'SystemRoot', 'windir', 'ComSpec', 'PATHEXT', 'NUMBER_OF_PROCESSORS'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** The built program, or an error that says how to get it. */
export function builtCli(cli: string): string {
  if (existsSync(cli)) return cli;
  throw new Error(
    `${cli} is not built. Run \`npm run setup\` (or \`npm run build\`) first; the crash suite kills the real program.`,
  );
}
