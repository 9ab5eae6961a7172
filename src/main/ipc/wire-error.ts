// Errors as they cross a port: code, sentence, advice and values, never a stack.
import type { WireError } from '../../shared/ipc/wire.ts';
import { asPatchbayError, ERRORS, type ErrorCode, PatchbayError } from '../../shared/lib/errors.ts';

export function toWireError(thrown: unknown): WireError {
  const error = asPatchbayError(thrown);
  const { stack: _stack, ...values } = error.values;
  return { code: error.code, message: error.message, advice: error.advice, values };
}

/** An unknown code, for example of a newer service, becomes `E_INTERNAL`. */
export function fromWireError(wire: WireError): PatchbayError {
  const code: ErrorCode = Object.hasOwn(ERRORS, wire.code) ? wire.code : 'E_INTERNAL';
  return new PatchbayError(code, wire.message, wire.advice, wire.values);
}

/**
 * What a client hears about its calls when the service behind it went away. `announced` is for a service that said so
 * before it left: it has not taken the call up, so asking again elsewhere asks once.
 */
export function ownerGone({ announced, message = 'The engine went away before it answered' }: Leaving): PatchbayError {
  const advice = 'Nothing is lost: the ledger is on disk. Try again in a moment.';
  return new PatchbayError('E_OWNER_GONE', message, advice, { announced });
}

interface Leaving {
  readonly announced: boolean;
  readonly message?: string;
}
