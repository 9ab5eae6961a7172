// Asks before a run is cancelled, and says with numbers what stops and what stays.
import { ulid } from 'ulid';
import type { RunHead } from '../../../shared/ipc/views.ts';
import { useService, useView } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { TroubleNote } from '../../widgets/notice.tsx';
import { useToast } from '../../widgets/toasts.tsx';

export interface CancelDialogProps {
  readonly head: RunHead;
  onClose(): void;
}

export function CancelDialog({ head, onClose }: CancelDialogProps) {
  const { connection } = useService();
  const toast = useToast();
  const patches = useView('patches', { runId: head.runId });
  const cancel = useAction(async () => {
    await connection.call('run.cancel', { runId: head.runId, commandId: ulid(), reason: 'Cancelled in the window' });
    toast({ tone: 'good', message: 'The run was cancelled. Its patches stay in the ledger.' });
    onClose();
  });
  return (
    <Dialog
      open
      title="Cancel this run?"
      onClose={onClose}
      description={<CancelWords head={head} patches={patches.items.length} />}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            Let it run
          </Button>
          <Button look="danger" busy={cancel.busy} onClick={() => cancel.run()}>
            Cancel run
          </Button>
        </>
      }
    >
      {cancel.error === null ? null : <TroubleNote trouble={cancel.error} />}
    </Dialog>
  );
}

function CancelWords({ head, patches }: { readonly head: RunHead; readonly patches: number }) {
  const left = head.tasksTotal - head.tasksDone - head.tasksFailed - head.tasksRunning;
  return (
    <>
      <p>
        {counted(head.tasksRunning, 'running task')} will be stopped and {counted(Math.max(0, left), 'task')} will not
        start. {counted(head.tasksDone, 'task')} already completed.
      </p>
      <p>
        <strong>Nothing is lost: {counted(patches, 'patch', 'patches')} stay in the ledger.</strong> What a stopped tool
        has changed so far is saved as a patch too. Your branch is not touched.
      </p>
    </>
  );
}
