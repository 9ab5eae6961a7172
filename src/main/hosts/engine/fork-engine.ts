// Starts an engine process with plain Node: as a supervised child, or detached from this process.
import { fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { withLogFile } from './engine-log.ts';
import type { EngineOptions, FromEngine } from './engine-message.ts';
import type { EngineChild } from './supervise-engine.ts';

/** The engine's program: built, or the source where Node runs it from a checkout. */
export function engineEntry(appRoot: string): string {
  const built = join(appRoot, 'out', 'main', 'engine.js');
  if (existsSync(built)) return built;
  throw new PatchbayError('E_FILE_UNREADABLE', `The engine is not built: ${built} is missing`, 'Run `npm run setup`.', {
    built,
  });
}

export function forkEngine(entry: string, options: EngineOptions): EngineChild {
  const child = withLogFile(options.ownerDir, (fd) =>
    fork(entry, [JSON.stringify(options)], { stdio: ['ignore', fd, fd, 'ipc'], execArgv: [], windowsHide: true }),
  );
  return {
    pid: child.pid,
    send: (message) => {
      // A child that has just died cannot be told anything; its exit follows.
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromEngine)), // our own program
    onExit(listener) {
      let told = false;
      const tell = (how: string) => {
        if (!told) listener(how);
        told = true;
      };
      child.once('exit', (code, signal) => tell(signal ?? `exit ${code}`));
      child.once('error', (error) => tell(error.message));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Starts an engine that outlives this process. It tells how it fares by becoming the owner, or in its log. */
export function detachEngine(entry: string, options: EngineOptions): { readonly ended: Promise<void> } {
  const child = withLogFile(options.ownerDir, (fd) =>
    spawn(process.execPath, [entry, JSON.stringify(options)], {
      stdio: ['ignore', fd, fd],
      detached: true,
      windowsHide: true,
    }),
  );
  child.unref();
  return {
    ended: new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    }),
  };
}
