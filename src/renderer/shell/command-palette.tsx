// Ctrl+K: every screen, plan, run and recent patch by typing a part of its name.
import './command-palette.css';
import { Command } from 'cmdk';
import { Monitor, Moon, Play, Sun, Workflow } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { asPatchbayError } from '../../shared/lib/errors.ts';
import { PANELS } from '../panels/registry.tsx';
import { navigate, navigateUnlessMoved, type Route } from '../views/route.ts';
import { useService, useView } from '../views/service.tsx';
import { StateGlyph } from '../widgets/state-chip.tsx';
import { PATCH_LOOKS, runLook } from '../widgets/state-look.tsx';
import { chooseTheme } from '../widgets/theme.ts';
import { momentWords } from '../widgets/time-words.ts';
import { troubleToast, useToast } from '../widgets/toasts.tsx';

const RUNS_SHOWN = 20;
const PATCHES_SHOWN = 50;

export interface CommandPaletteProps {
  readonly open: boolean;
  onOpen(open: boolean): void;
}

export function CommandPalette({ open, onOpen }: CommandPaletteProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="palette" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">Commands</Dialog.Title>
          <Command label="Commands" loop>
            <Command.Input className="palette-input" placeholder="Go to a screen, run, patch, or do something…" />
            <Command.List className="palette-list">
              <Command.Empty className="palette-empty">Nothing has that name.</Command.Empty>
              <Commands done={() => onOpen(false)} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Commands({ done }: { done(): void }) {
  const go = (route: Route) => () => {
    done();
    navigate(route);
  };
  return (
    <>
      <Command.Group heading="Screens">
        <Entry icon={<PANELS.runs.icon size={15} aria-hidden />} name="Runs" onPick={go({ panel: 'runs' })} />
        <Entry
          icon={<PANELS.patches.icon size={15} aria-hidden />}
          name="Patches"
          onPick={go({ panel: 'patches', runId: null })}
        />
        <Entry icon={<PANELS.workers.icon size={15} aria-hidden />} name="Workers" onPick={go({ panel: 'workers' })} />
        <Entry
          icon={<PANELS.events.icon size={15} aria-hidden />}
          name="Events"
          onPick={go({ panel: 'events', runId: null })}
        />
      </Command.Group>
      <PlanCommands done={done} />
      <RunCommands go={go} />
      <PatchCommands go={go} />
      <ThemeCommands done={done} />
    </>
  );
}

function PlanCommands({ done }: { done(): void }) {
  const { connection } = useService();
  const { head } = useView('project', {});
  const toast = useToast();
  const start = (planFile: string) => {
    done();
    const open = navigateUnlessMoved();
    connection.call('run.start', { planFile }).then(
      ({ runId }) => open({ panel: 'run', runId, task: null, look: 'graph' }),
      (thrown: unknown) => toast(troubleToast(asPatchbayError(thrown))),
    );
  };
  return (
    <Command.Group heading="Plans">
      {(head?.plans ?? []).map((plan) => (
        <Entry
          key={plan.file}
          icon={<Play size={15} aria-hidden />}
          name={`Run ${plan.name}`}
          note={plan.file}
          onPick={() => start(plan.file)}
        />
      ))}
    </Command.Group>
  );
}

function RunCommands({ go }: { go(route: Route): () => void }) {
  const { items } = useView('runs', {});
  const newest = [...items].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, RUNS_SHOWN);
  return (
    <Command.Group heading="Runs">
      {newest.map((run) => (
        <Entry
          key={run.runId}
          id={run.runId}
          icon={<Workflow size={15} aria-hidden />}
          name={run.planName}
          note={`${runLook(run).word}, ${momentWords(run.createdAt)}`}
          onPick={go({ panel: 'run', runId: run.runId, task: null, look: 'graph' })}
        />
      ))}
    </Command.Group>
  );
}

function PatchCommands({ go }: { go(route: Route): () => void }) {
  const { items } = useView('patches', {});
  const newest = [...items].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, PATCHES_SHOWN);
  return (
    <Command.Group heading="Patches">
      {newest.map((patch) => (
        <Entry
          key={patch.patchId}
          id={patch.patchId}
          icon={<StateGlyph look={PATCH_LOOKS[patch.state]} hidden />}
          name={patch.taskName}
          note={`${PATCH_LOOKS[patch.state].word}, attempt ${patch.attempt}`}
          onPick={go({ panel: 'patch', patchId: patch.patchId, file: null })}
        />
      ))}
    </Command.Group>
  );
}

function ThemeCommands({ done }: { done(): void }) {
  const choose = (choice: 'light' | 'dark' | 'system') => () => {
    done();
    chooseTheme(choice);
  };
  return (
    <Command.Group heading="Appearance">
      <Entry icon={<Sun size={15} aria-hidden />} name="Light theme" onPick={choose('light')} />
      <Entry icon={<Moon size={15} aria-hidden />} name="Dark theme" onPick={choose('dark')} />
      <Entry icon={<Monitor size={15} aria-hidden />} name="Theme as the system" onPick={choose('system')} />
    </Command.Group>
  );
}

interface EntryProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly note?: string;
  /** Tells entries of one name apart. */
  readonly id?: string;
  onPick(): void;
}

function Entry({ icon, name, note = '', id = '', onPick }: EntryProps) {
  return (
    <Command.Item className="palette-item" value={`${name} ${note} ${id}`} onSelect={onPick}>
      {icon}
      <span className="truncate">{name}</span>
      <span className="muted truncate palette-note">{note}</span>
    </Command.Item>
  );
}
