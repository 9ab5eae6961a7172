// Gives a run one command a click, each with an id of its own; a refusal is told with its advice.
import { ulid } from 'ulid';
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import type { Connection } from '../../views/connection.ts';
import { useService } from '../../views/service.tsx';
import { type Action, useAction } from '../../views/use-action.ts';
import { useToast } from '../../widgets/toasts.tsx';

interface Ids {
  readonly runId: string;
  readonly commandId: string;
}

/** `give` calls the method of the command with the ids it is handed. */
export function useCommand<A extends readonly unknown[]>(
  runId: string,
  give: (connection: Connection, ids: Ids, ...args: A) => Promise<unknown>,
): Action<A> {
  const { connection } = useService();
  const toast = useToast();
  return useAction(async (...args: A) => {
    try {
      await give(connection, { runId, commandId: ulid() }, ...args);
    } catch (thrown) {
      const { message, advice } = asPatchbayError(thrown);
      toast({ tone: 'bad', message, advice });
    }
  });
}
