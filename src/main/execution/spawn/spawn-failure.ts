// What went wrong when starting a program, in words and as data.
import { asPatchbayError, PatchbayError } from '../../../shared/lib/errors.ts';
import type { Failure } from './protocol.ts';

const ADVICE: Readonly<Record<string, string>> = {
  ENOENT: 'Install it, or name it by its full path.',
  EACCES: 'Make the file executable, or start it through its interpreter, for example `node file.js`.',
  EMFILE: 'Too many files are open: lower the number of parallel tasks, or raise `ulimit -n`.',
  ENFILE: 'The machine has too many files open: lower the number of parallel tasks.',
  EAGAIN: 'The machine refuses more processes: lower the number of parallel tasks, or raise `ulimit -u`.',
  ENOMEM: 'The machine is out of memory: lower the number of parallel tasks.',
  E2BIG: 'The arguments and environment are too long: hand text over through stdin or a file.',
  ENOSPC: 'The disk is full: free some space and retry.',
};

/** `E_SPAWN` with the system's own code and what to do about it. */
export function spawnFailure(program: string, error: unknown): PatchbayError {
  if (error instanceof PatchbayError) return error;
  // Node's system errors carry `code`; anything else has none.
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reason = error instanceof Error ? error.message : String(error);
  return new PatchbayError(
    'E_SPAWN',
    `Program ${program} could not be started: ${reason}`,
    ADVICE[code] ?? 'Check the program, its arguments and the workspace, then retry.',
    { program, code },
  );
}

export function programNotFound(program: string, path: string): PatchbayError {
  return new PatchbayError(
    'E_SPAWN',
    `Program ${program} was not found on PATH`,
    'Install it, add its folder to PATH and restart Patchbay, or name it by its full path.',
    { program, path },
  );
}

export function asFailure(error: unknown): Failure {
  const { code, message, advice, values } = asPatchbayError(error);
  return { code, message, advice, values };
}

export function fromFailure(failure: Failure): PatchbayError {
  return new PatchbayError(failure.code, failure.message, failure.advice, failure.values);
}
