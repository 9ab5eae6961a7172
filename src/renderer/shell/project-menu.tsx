// The projects of this Patchbay: shows which one is looked at, opens others, and closes them again.
import { FolderGit2, FolderPlus, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { ProjectCard } from '../../shared/ipc/views.ts';
import { currentProject, showProject } from '../views/current-project.ts';
import { useService } from '../views/service.tsx';
import { useAction } from '../views/use-action.ts';
import { counted } from '../widgets/counted.ts';
import { TroubleNote } from '../widgets/notice.tsx';
import { CloseProjectDialog } from './close-project-dialog.tsx';
import { OpenProjectDialog } from './open-project-dialog.tsx';

export function ProjectMenu() {
  const { connection } = useService();
  const [cards, setCards] = useState<readonly ProjectCard[]>([]);
  const [asking, setAsking] = useState<'nothing' | 'open' | ProjectCard>('nothing');
  const load = useAction(async () => {
    setCards((await connection.call('project.list', {})).projects);
  });
  return (
    <>
      <DropdownMenu.Root onOpenChange={(open) => open && load.run()}>
        <DropdownMenu.Trigger className="rail-button" aria-label="Projects" title="Projects">
          <FolderGit2 size={17} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu project-menu" side="right" align="start" sideOffset={8}>
            {load.error === null ? null : <TroubleNote trouble={load.error} />}
            <DropdownMenu.Group>
              {cards.map((card) => (
                <ProjectItem key={card.key} card={card} onClose={() => setAsking(card)} />
              ))}
            </DropdownMenu.Group>
            <DropdownMenu.Separator className="menu-line" />
            <DropdownMenu.Item className="menu-item" onSelect={() => setAsking('open')}>
              <FolderPlus size={15} aria-hidden />
              Open another project…
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asking === 'open' ? <OpenProjectDialog onClose={() => setAsking('nothing')} /> : null}
      {typeof asking === 'object' ? <CloseProjectDialog card={asking} onClose={() => setAsking('nothing')} /> : null}
    </>
  );
}

function ProjectItem({ card, onClose }: { readonly card: ProjectCard; onClose(): void }) {
  const { connection } = useService();
  const shown = currentProject();
  const isShown = shown === null ? card.isFirst : shown === card.key;
  const go = useAction(async () => {
    const key = card.state === 'closed' ? (await connection.call('project.open', { folder: card.root })).key : card.key;
    showProject(card.isFirst ? null : key);
  });
  return (
    <div className="project-menu-row">
      <DropdownMenu.Item
        className="menu-item project-menu-item"
        aria-current={isShown ? 'page' : undefined}
        title={card.root}
        onSelect={(event) => {
          if (isShown) return;
          event.preventDefault();
          go.run();
        }}
      >
        <FolderGit2 size={15} aria-hidden />
        <span className="project-menu-words">
          <span className="truncate">{card.name}</span>
          <span className="muted truncate">{go.error?.message ?? projectWords(card, isShown)}</span>
        </span>
      </DropdownMenu.Item>
      {card.isFirst || card.state === 'closed' ? null : (
        <DropdownMenu.Item
          className="menu-item project-menu-close"
          aria-label={`Close ${card.name}`}
          onSelect={onClose}
        >
          <X size={14} aria-hidden />
        </DropdownMenu.Item>
      )}
    </div>
  );
}

/** What a person should know of a project that is not on the screen. */
export function projectWords(card: ProjectCard, isShown: boolean): string {
  if (card.state === 'failed') return card.problem ?? 'It could not be opened.';
  if (card.state === 'closed') return 'Not open';
  const runs = card.openRuns === null || card.openRuns === 0 ? '' : `, ${counted(card.openRuns, 'run')} under way`;
  if (isShown) return `On this screen${runs}`;
  if (card.state === 'shared') return `Open in another Patchbay${runs}`;
  return card.state === 'reading' ? 'Only looked at' : `Open${runs}`;
}
