// What a person can do about one task: try it again, skip it, let it go first. Each says before what follows from it.
import { ChevronsUp, RotateCcw, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { ulid } from 'ulid';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { useService } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import { TextField } from '../../widgets/fields.tsx';
import { TroubleNote } from '../../widgets/notice.tsx';
import { useToast } from '../../widgets/toasts.tsx';
import { type TaskCommand, taskCommands } from './task-commands.ts';

export interface TaskActionsProps {
  readonly task: TaskView;
  readonly tasks: readonly TaskView[];
  readonly head: RunHead;
}

const ICONS = { retry: RotateCcw, skip: SkipForward, prioritise: ChevronsUp } as const;

export function TaskActions({ task, tasks, head }: TaskActionsProps) {
  const [open, setOpen] = useState<TaskCommand | null>(null);
  const commands = taskCommands(task, tasks, head);
  if (commands.length === 0) return null;
  return (
    <div className="task-actions">
      {commands.map((command) => (
        <Button key={command.name} size="small" icon={ICONS[command.name]} onClick={() => setOpen(command)}>
          {command.label}
        </Button>
      ))}
      {open === null ? null : <CommandDialog task={task} head={head} command={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

interface CommandDialogProps {
  readonly task: TaskView;
  readonly head: RunHead;
  readonly command: TaskCommand;
  onClose(): void;
}

function CommandDialog({ task, head, command, onClose }: CommandDialogProps) {
  const { connection } = useService();
  const toast = useToast();
  const [why, setWhy] = useState('');
  const give = useAction(async () => {
    const reason = why.trim() === '' ? {} : { reason: why.trim() };
    const params = { runId: head.runId, commandId: ulid(), taskId: task.taskId, ...reason };
    await connection.call(`run.${command.name}`, params);
    toast({ tone: 'good', message: command.done });
    onClose();
  });
  return (
    <Dialog
      open
      title={command.title}
      onClose={onClose}
      description={command.consequences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            Leave it
          </Button>
          <Button look="primary" busy={give.busy} onClick={() => give.run()}>
            {command.label}
          </Button>
        </>
      }
    >
      {command.name === 'skip' ? (
        <TextField label="Why" value={why} help="Kept in the log of the run." onChange={setWhy} />
      ) : null}
      {give.error === null ? null : <TroubleNote trouble={give.error} />}
    </Dialog>
  );
}
