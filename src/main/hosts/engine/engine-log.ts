// The engine's log: lines of JSON on stderr, which whoever starts an engine points at a file.
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../shared/ports/log.ts';

const MAX_LOG_BYTES = 8 * 1024 * 1024;

export function engineLog(write: (line: string) => void): Log {
  return (level, message, values) => {
    if (level === 'debug' && !process.env.PATCHBAY_DEBUG) return;
    write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...values })}\n`);
  };
}

export function engineLogFile(ownerDir: string): string {
  return join(ownerDir, 'logs', 'engine.log');
}

/** Opens the log for appending and gives it to `use`; one older file is kept once it has grown past 8 MiB. */
export function withLogFile<T>(ownerDir: string, use: (fd: number) => T): T {
  const file = engineLogFile(ownerDir);
  mkdirSync(join(ownerDir, 'logs'), { recursive: true, mode: 0o700 });
  if (sizeOf(file) > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
