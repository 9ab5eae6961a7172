// Patches that add or remove a line with a text: the ledger is asked, a moment after the last letter.
import { useEffect, useState } from 'react';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { PatchView } from '../../../shared/ipc/views.ts';
import { asPatchbayError, type PatchbayError } from '../../../shared/lib/errors.ts';
import { useService } from '../../views/service.tsx';

const PAUSE_MS = 250;
const MOST = 500;

export interface Changing {
  /** Null where nothing is looked for, and while the answer is not there. */
  readonly patches: readonly PatchView[] | null;
  /** There may be more that are older. */
  readonly isPart: boolean;
  readonly trouble: PatchbayError | null;
}

const NOTHING: Changing = { patches: null, isPart: false, trouble: null };

export function useChanging(words: string, runId: string | null): Changing {
  const { connection } = useService();
  const [found, setFound] = useState(NOTHING);
  const text = words.trim().slice(0, LIMITS.patchTextLength);
  useEffect(() => {
    setFound(NOTHING);
    if (text === '') return;
    let current = true;
    const settle = (answer: Changing) => current && setFound(answer);
    const timer = setTimeout(() => {
      connection.call('patch.list', { text, limit: MOST, ...(runId === null ? {} : { runId }) }).then(
        ({ patches, next }) => settle({ patches, isPart: next !== null, trouble: null }),
        (thrown: unknown) => settle({ ...NOTHING, patches: [], trouble: asPatchbayError(thrown) }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [connection, text, runId]);
  return found;
}
