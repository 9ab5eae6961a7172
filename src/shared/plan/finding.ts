// A fault found while a plan is resolved, and whether it only stops a run or the whole file.
import type { ErrorCode } from '../lib/errors.ts';
import type { Fault } from '../uet/schema-faults.ts';

/** With `blocksRun`, a warning in `validate` and `plan` that makes `run` refuse. */
export interface Finding extends Fault {
  readonly blocksRun: boolean;
}

interface Words {
  readonly path: string;
  readonly message: string;
  readonly advice: string;
}

export function errorFinding(code: ErrorCode, words: Words): Finding {
  return { code, severity: 'error', ...words, blocksRun: true };
}

export function warningFinding(code: ErrorCode, words: Words): Finding {
  return { code, severity: 'warning', ...words, blocksRun: false };
}

/** What this version cannot run yet, in a file that is otherwise right. */
export function blockingFinding(code: ErrorCode, words: Words): Finding {
  return { code, severity: 'warning', ...words, blocksRun: true };
}
