// The catalogue of error codes; each has a paragraph in docs/errors.md (a test compares both ways).
import { diskFault } from './disk-fault.ts';

/** What the process answers: 1 the work failed, 2 bad input, 3 waits for a person, 4 a fault of the machine or the app. */
export type ExitCode = 1 | 2 | 3 | 4;

interface ErrorRow {
  readonly exit: ExitCode;
  readonly retry: boolean;
}

const row = (exit: ExitCode, retry = false): ErrorRow => ({ exit, retry });

export const ERRORS = {
  E_USAGE: row(2),
  E_FILE_UNREADABLE: row(2),
  E_SYNTAX: row(2),
  E_SCHEMA: row(2),
  E_UNKNOWN_SCHEMA: row(2),
  E_UNKNOWN_REFERENCE: row(2),
  E_DUPLICATE_ID: row(2),
  E_CYCLE: row(2),
  E_SCOPE_OVERLAP: row(2),
  E_SCOPE_EMPTY: row(2),
  E_LOOSENED: row(2),
  E_UNPROTECTED: row(2),
  E_UNKNOWN_TOOL: row(2),
  E_TOOL_UNAVAILABLE: row(2),
  E_BUDGET_BASIS: row(2),
  E_PLAN_CONSISTENCY: row(2),
  E_NOT_A_REPOSITORY: row(2),
  E_BARE_REPOSITORY: row(2),
  E_EMPTY_REPOSITORY: row(2),
  E_UNSUPPORTED_REPOSITORY: row(2),
  E_NOT_FOUND: row(2),
  E_WRONG_STATE: row(2),
  E_DIRTY_CHECKOUT: row(2),
  E_BRANCH_MOVED: row(2),
  E_NOT_GATED: row(2),
  E_OWNED: row(4),
  E_OWNER_GONE: row(4, true),
  E_UNAUTHORISED: row(4),
  E_GIT_MISSING: row(4),
  E_GIT: row(4, true),
  E_LEDGER: row(4),
  E_LEDGER_NEWER: row(4),
  E_ARCHIVE: row(4),
  E_LEGACY: row(2),
  E_LEGACY_BUSY: row(4, true),
  E_DISK: row(4, true),
  E_SPAWN: row(1, true),
  E_TOOL_FAILURE: row(1, true),
  E_TIMEOUT: row(1, true),
  E_IDLE: row(1, true),
  E_OUTPUT_LIMIT: row(1, true),
  E_SETUP_FAILED: row(1, true),
  E_NO_CHANGE: row(1, true),
  E_SCRIPT: row(1),
  E_REVIEW_EDITED: row(1, true),
  E_PATCH_REFUSED: row(1),
  E_PATCH_TOO_LARGE: row(1),
  E_MERGE_CONFLICT: row(1, true),
  E_GATE_FAILED: row(1, true),
  E_ACCEPTANCE_FAILED: row(1, true),
  E_RETRY_EXHAUSTED: row(1),
  E_ORCHESTRATOR_CRASH: row(1, true),
  E_WORKER_LOST: row(1, true),
  E_CANCELED: row(1),
  E_LIMIT: row(4),
  E_INTERNAL: row(4),
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

/** A fault or a refusal: says what happened with its values, and what to do next. */
export class PatchbayError extends Error {
  override readonly name = 'PatchbayError';
  readonly code: ErrorCode;
  readonly advice: string;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, advice: string, values: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.advice = advice;
    this.values = values;
  }
}

/** A finding about an input: where it is, what is wrong, what to do. Lines count from 1; 0 means the whole file. */
export interface Problem {
  readonly code: ErrorCode;
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the document, `''` for the document itself. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
  readonly advice: string;
}

/** Turns anything thrown into a {@link PatchbayError}; what the file system refused becomes `E_DISK`, the rest `E_INTERNAL`. */
export function asPatchbayError(thrown: unknown): PatchbayError {
  if (thrown instanceof PatchbayError) return thrown;
  const fault = diskFault(thrown);
  if (fault !== null) return new PatchbayError('E_DISK', fault.message, fault.advice);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new PatchbayError('E_INTERNAL', message, 'This is a bug in Patchbay; the ledger is safe. Start again.', {
    stack: thrown instanceof Error ? thrown.stack : undefined,
  });
}
