// The two files that a tool's output goes to.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

export interface OutputFiles {
  /** Descriptors. */
  readonly stdout: number;
  readonly stderr: number;
  close(): void;
}

/**
 * Makes the folders too. At once and not by Node's pool of threads: four calls of some microseconds for each tool, where
 * the way through the pool takes longer than the calls.
 */
export function openOutput(order: { readonly stdoutFile: string; readonly stderrFile: string }): OutputFiles {
  const stdout = openFile(order.stdoutFile);
  try {
    const stderr = openFile(order.stderrFile);
    return {
      stdout,
      stderr,
      close: () => {
        closeSync(stdout);
        closeSync(stderr);
      },
    };
  } catch (error) {
    closeSync(stdout);
    throw error;
  }
}

function openFile(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'w');
}
