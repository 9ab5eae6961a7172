// The end of an attempt's output, read from its capped files.
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

const SHOWN_BYTES = 256 * 1024;

export interface AttemptOutput {
  readonly stdout: string;
  readonly stderr: string;
  /** True when one of the streams is longer than what is shown. */
  readonly truncated: boolean;
}

/** Empty for an attempt that wrote nothing. `attemptId` must be a checked ULID: it becomes part of a path. */
export function readOutput(artifactsDir: string, attemptId: string): AttemptOutput {
  const folder = join(artifactsDir, 'attempts', attemptId);
  const stdout = readEnd(join(folder, 'stdout.log'));
  const stderr = readEnd(join(folder, 'stderr.log'));
  return { stdout: stdout.text, stderr: stderr.text, truncated: stdout.truncated || stderr.truncated };
}

function readEnd(file: string): { readonly text: string; readonly truncated: boolean } {
  if (!existsSync(file)) return { text: '', truncated: false };
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const buffer = Buffer.alloc(Math.min(size, SHOWN_BYTES));
    const read = readSync(fd, buffer, 0, buffer.length, size - buffer.length);
    return { text: buffer.subarray(0, read).toString('utf8'), truncated: size > SHOWN_BYTES };
  } finally {
    closeSync(fd);
  }
}
