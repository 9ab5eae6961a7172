// Classes of failures of a tool, and what each means for its task and for the tool's breaker.
import type { ErrorCode } from '../lib/errors.ts';

export const FAILURE_CLASSES = [
  'auth',
  'rate_limit',
  'overloaded',
  'timeout',
  'bad_request',
  'crash',
  'unknown',
] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];

export interface ClassPolicy {
  /** Whether the same tool may be asked again. Another one may be in any case. */
  readonly sameTool: boolean;
  /** Whether it uses up one of the task's attempts. */
  readonly counts: boolean;
  /** `opens`: at once; `counts`: after so many in a row; `waits`: no breaker, the tool rests for as long as it says. */
  readonly breaker: 'opens' | 'counts' | 'waits';
  /** For sentences: “its sign-in was refused”. */
  readonly words: string;
}

/** One row a class (engine.md §3 and §11). A busy provider is not the task's fault, so it costs no attempt of it. */
export const CLASS_POLICY: { readonly [C in FailureClass]: ClassPolicy } = {
  auth: { sameTool: false, counts: true, breaker: 'opens', words: 'its sign-in was refused' },
  rate_limit: { sameTool: true, counts: false, breaker: 'waits', words: 'its rate limit was reached' },
  overloaded: { sameTool: true, counts: false, breaker: 'counts', words: 'its provider was overloaded' },
  timeout: { sameTool: true, counts: true, breaker: 'counts', words: 'it took too long' },
  bad_request: { sameTool: false, counts: true, breaker: 'opens', words: 'its request was refused' },
  crash: { sameTool: true, counts: true, breaker: 'counts', words: 'it crashed' },
  unknown: { sameTool: true, counts: true, breaker: 'counts', words: 'it failed' },
};

/** What is known of a failure: an adapter may give the class, otherwise the code tells it. */
export interface Classified {
  readonly code: ErrorCode;
  readonly class?: FailureClass;
}

/** Null where the failure is not of the tool's doing: a full disk says nothing about the tool. */
export function classOf(failure: Classified): FailureClass | null {
  return failure.class ?? CLASS_OF_CODE[failure.code] ?? null;
}

const CLASS_OF_CODE: { readonly [C in ErrorCode]?: FailureClass } = {
  E_TOOL_FAILURE: 'unknown',
  E_OUTPUT_LIMIT: 'unknown',
  E_TIMEOUT: 'timeout',
  E_IDLE: 'timeout',
  E_SPAWN: 'crash',
};
