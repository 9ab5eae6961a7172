// Assertions that stay on in production: a failed one is a bug, never a user's mistake.

/** Thrown when the program contradicts itself. The engine stops its loop and recovers from the ledger. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Throws {@link Bug} unless `condition` holds. `what` names the broken expectation together with its values. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Bug(`Assertion failed: ${what}`);
}

/** Ends an exhaustive `switch`; the compiler refuses the call while a case is missing. */
export function unreachable(value: never, what: string): never {
  throw new Bug(`Unexpected ${what}: ${JSON.stringify(value)}`);
}

/** Returns `value` when present, else throws {@link Bug} naming `what` was missing. */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Bug(`Missing ${what}`);
  return value;
}
