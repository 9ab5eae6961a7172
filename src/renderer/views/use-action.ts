// Runs something the user asked for once at a time, and keeps its error for the screen.
import { useCallback, useState } from 'react';
import { asPatchbayError, type PatchbayError } from '../../shared/lib/errors.ts';

export interface Action<A extends readonly unknown[]> {
  readonly busy: boolean;
  readonly error: PatchbayError | null;
  run(...args: A): void;
  clear(): void;
}

export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<void>): Action<A> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<PatchbayError | null>(null);
  const run = (...args: A) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    work(...args)
      .catch((thrown: unknown) => setError(asPatchbayError(thrown)))
      .finally(() => setBusy(false));
  };
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}
