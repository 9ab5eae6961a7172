// What can be done with a worker: release it from quarantine, or let it end after its task.
import { ulid } from 'ulid';
import type { WorkerView } from '../../../shared/ipc/views.ts';
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import { useService } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { troubleToast, useToast } from '../../widgets/toasts.tsx';

export function WorkerActions({ worker }: { readonly worker: WorkerView }) {
  const { connection } = useService();
  const toast = useToast();
  const { runId, workerId, number } = worker;
  const method = worker.quarantined === null ? 'workers.drain' : 'workers.release';
  const act = useAction(async () => {
    try {
      await connection.call(method, { runId, workerId, commandId: ulid(), reason: 'asked for in the window' });
      const done = method === 'workers.drain' ? 'ends after its task' : 'gets tasks again';
      toast({ tone: 'good', message: `Worker ${number} ${done}.` });
    } catch (thrown) {
      toast(troubleToast(asPatchbayError(thrown)));
    }
  });
  if (worker.state === 'DRAINING' || worker.state === 'TERMINATED') return null;
  const word = method === 'workers.drain' ? 'Drain' : 'Release';
  return (
    <Button size="small" busy={act.busy} aria-label={`${word} worker ${number}`} onClick={() => act.run()}>
      {word}
    </Button>
  );
}
