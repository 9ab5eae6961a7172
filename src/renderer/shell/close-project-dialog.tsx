// Asks before a project is closed while its runs go on, and says what becomes of them.
import type { ProjectCard } from '../../shared/ipc/views.ts';
import { currentProject, showProject } from '../views/current-project.ts';
import { useService } from '../views/service.tsx';
import { useAction } from '../views/use-action.ts';
import { Button } from '../widgets/button.tsx';
import { counted } from '../widgets/counted.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { TroubleNote } from '../widgets/notice.tsx';
import { useToast } from '../widgets/toasts.tsx';

export function CloseProjectDialog({ card, onClose }: { readonly card: ProjectCard; onClose(): void }) {
  const { connection } = useService();
  const toast = useToast();
  const runs = card.state === 'open' ? (card.openRuns ?? 0) : 0;
  const close = useAction(async () => {
    await connection.call('project.close', { key: card.key, stop: true });
    onClose();
    if (currentProject() === card.key) showProject(null);
    else toast({ tone: 'good', message: `${card.name} is closed.` });
  });
  return (
    <Dialog
      open
      title={`Close ${card.name}?`}
      onClose={onClose}
      description={
        runs === 0 ? (
          <p>Nothing of it is lost. You can open it again at any time.</p>
        ) : (
          <p>
            {counted(runs, 'run')} {runs === 1 ? 'is' : 'are'} under way in it. Their tools are stopped, and what they
            wrote is kept. The runs go on when the project is opened again.
          </p>
        )
      }
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            Keep it open
          </Button>
          <Button look={runs === 0 ? 'primary' : 'danger'} busy={close.busy} onClick={() => close.run()}>
            Close project
          </Button>
        </>
      }
    >
      {close.error === null ? null : <TroubleNote trouble={close.error} />}
    </Dialog>
  );
}
