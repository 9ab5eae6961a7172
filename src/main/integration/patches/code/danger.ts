// What makes a call suspicious: one row of a table of a language.
import type { CodeCall } from './code-call.ts';

export interface Danger {
  readonly found: (call: CodeCall) => boolean;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly advice: string;
}

export const RUN_ADVICE = 'Call the program with a list of fixed arguments, or read what can get into the text.';
export const CODE_ADVICE = 'Write the code out, so that it can be read; parse data with a parser for it.';
export const FETCH_ADVICE = 'Download, check a known hash, look at it, and run it in a step of its own.';
export const TLS_ADVICE = 'Keep the check on; give the program the certificate it lacks.';

/** The first argument is put together while the program runs. */
export function isDynamic({ args }: CodeCall): boolean {
  return args[0] !== undefined && !args[0].literal;
}

export function anyText(call: CodeCall, pattern: RegExp): boolean {
  return call.args.some(({ text }) => pattern.test(text));
}
