// Asks how a run shall end, and says with numbers what each way stops and what stays.
import { useState } from 'react';
import { ulid } from 'ulid';
import type { RunHead } from '../../../shared/ipc/views.ts';
import { useService, useView } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { RadioList, type RadioListProps } from '../../widgets/fields.tsx';
import { TroubleNote } from '../../widgets/notice.tsx';
import { useToast } from '../../widgets/toasts.tsx';

export interface StopDialogProps {
  readonly head: RunHead;
  onClose(): void;
}

type Way = 'drain' | 'kill' | 'cancel';

const SAID: Readonly<Record<Way, string>> = {
  drain: 'The run ends when the work in hand is committed.',
  kill: 'The tools are being stopped. What is finished is still committed.',
  cancel: 'The run was cancelled. Its patches stay in the ledger.',
};

export function StopDialog({ head, onClose }: StopDialogProps) {
  const { connection } = useService();
  const toast = useToast();
  const patches = useView('patches', { runId: head.runId });
  const [way, setWay] = useState<Way>('drain');
  const stop = useAction(async () => {
    const params = { runId: head.runId, commandId: ulid() };
    if (way === 'cancel') await connection.call('run.cancel', { ...params, reason: 'Cancelled in the window' });
    else await connection.call('run.stop', { ...params, mode: way, reason: 'Stopped in the window' });
    toast({ tone: 'good', message: SAID[way] });
    onClose();
  });
  return (
    <Dialog
      open
      title="Stop this run?"
      onClose={onClose}
      description={<StopWords head={head} patches={patches.items.length} />}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            Let it run
          </Button>
          <Button look="danger" busy={stop.busy} onClick={() => stop.run()}>
            {way === 'cancel' ? 'Cancel run' : 'Stop run'}
          </Button>
        </>
      }
    >
      <RadioList<Way> label="How it ends" value={way} options={waysOf(head)} onChange={setWay} />
      {stop.error === null ? null : <TroubleNote trouble={stop.error} />}
    </Dialog>
  );
}

function waysOf(head: RunHead): RadioListProps<Way>['options'] {
  const atWork = counted(head.tasksRunning, 'running task');
  return [
    {
      value: 'drain',
      label: 'After the work in hand',
      help: `${atWork} may end. What is made passes its gates and is committed.`,
    },
    {
      value: 'kill',
      label: 'Stop the tools now',
      help: 'What is finished already still passes its gates and is committed. What the tools wrote is kept as patches to read.',
    },
    {
      value: 'cancel',
      label: 'Cancel: commit nothing more',
      help: `${atWork} will be stopped, and patches that wait for their gates are dropped.`,
    },
  ];
}

function StopWords({ head, patches }: { readonly head: RunHead; readonly patches: number }) {
  const left = head.tasksTotal - head.tasksDone - head.tasksFailed - head.tasksRunning;
  return (
    <>
      <p>
        {counted(Math.max(0, left), 'task')} will not start. {counted(head.tasksDone, 'task')} already completed. A
        stopped run cannot go on; to hold it for a while, pause it.
      </p>
      <p>
        <strong>Nothing is lost: {counted(patches, 'patch', 'patches')} stay in the ledger.</strong> What a stopped tool
        has changed so far is saved as a patch too. Your branch is not touched.
      </p>
    </>
  );
}
