// What a person should know about a run at first sight: why it waits or failed, what it noted, that it succeeded.
import { CircleAlert, CircleCheck, GitMerge, Hand, Hourglass, Info, Pause } from 'lucide-react';
import { overlapWords } from '../../../shared/domain/overlap.ts';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Banner } from '../../widgets/notice.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { momentWords } from '../../widgets/time-words.ts';
import { RefusedLevels } from './refused-levels.tsx';
import { ResumeButton } from './run-controls.tsx';

export interface RunBannerProps {
  readonly head: RunHead;
  readonly tasks: readonly TaskView[];
  onSelect(task: string): void;
}

export function RunBanner({ head, tasks, onSelect }: RunBannerProps) {
  const failed = tasks.find((task) => task.state === 'failed') ?? tasks.find(isForPerson);
  const look =
    failed === undefined ? null : (
      <Button size="small" onClick={() => onSelect(failed.taskId)}>
        Show {failed.name}
      </Button>
    );
  return (
    <div className="run-banners">
      <StateBanner head={head} action={look} />
      <RefusedLevels head={head} />
      <Meetings overlaps={head.overlaps} />
      {head.notes.slice(-2).map((note) => (
        <Banner key={note} tone="neutral" icon={Info} title={note} />
      ))}
    </div>
  );
}

const MEETINGS_SHOWN = 3;

/** Tasks at work that change the same lines: what will not merge by itself. */
function Meetings({ overlaps }: Pick<RunHead, 'overlaps'>) {
  const hot = overlaps.filter(({ level }) => level === 'hot');
  return hot.slice(0, MEETINGS_SHOWN).map((one, at) => {
    const more =
      at === MEETINGS_SHOWN - 1 && hot.length > MEETINGS_SHOWN ? `, and ${hot.length - MEETINGS_SHOWN} more` : '';
    const words = `${overlapWords(one)}${more}`;
    return <Banner key={words} tone="warn" icon={GitMerge} title={plainText(words)} />;
  });
}

/** Nobody but a person can say that it is done. */
function isForPerson({ state, kind }: TaskView): boolean {
  return state === 'blocked' && kind === 'human_review';
}

function StateBanner({ head, action }: { readonly head: RunHead; readonly action: React.ReactNode }) {
  if (head.state === 'failed' || head.state === 'quarantined') {
    return (
      <Banner
        tone="bad"
        icon={CircleAlert}
        title={`This run ${head.state === 'failed' ? 'failed' : 'is quarantined'}`}
        action={action}
      >
        {sentence(head.reason)} {keptWords(head)}
      </Banner>
    );
  }
  if (head.state === 'canceled') {
    return (
      <Banner tone="neutral" icon={Info} title="This run was cancelled">
        {sentence(head.reason)} {keptWords(head)}
      </Banner>
    );
  }
  if (head.state === 'running') return <ControlBanner head={head} action={action} />;
  return head.state === 'succeeded' ? <SuccessBanner head={head} /> : null;
}

/** What a run that does not simply go on waits for, and what to do about it. */
function ControlBanner({ head, action }: { readonly head: RunHead; readonly action: React.ReactNode }) {
  const freed = head.freedBy === null ? '' : ` Waits for ${head.freedBy}.`;
  switch (head.control) {
    case 'active':
      return null;
    case 'pausing':
      return (
        <Banner tone="wait" icon={Hourglass} title="This run is being paused" action={<ResumeButton head={head} />}>
          Nothing new starts.{freed}
        </Banner>
      );
    case 'paused':
      return (
        <Banner tone="warn" icon={Pause} title="This run is paused" action={<ResumeButton head={head} />}>
          {sentence(head.reason)} Nothing of it runs, also after a restart, until you resume it.
        </Banner>
      );
    case 'stopping':
      return (
        <Banner tone="wait" icon={Hourglass} title="This run is being stopped">
          {sentence(head.reason)}
          {freed}
        </Banner>
      );
    case 'waiting':
      return (
        <Banner tone="warn" icon={Hand} title="This run waits for you" action={action}>
          {sentence(head.reason)}{' '}
          {head.tasksFailed > 0 ? 'Try it again or skip it in its inspector, or stop the run.' : ''}
        </Banner>
      );
  }
}

function SuccessBanner({ head }: { readonly head: RunHead }) {
  const last = head.published.at(-1);
  return last === undefined ? (
    <Banner tone="good" icon={CircleCheck} title="Every task is completed">
      {committedWords(head)} committed to this run. Publish it to bring the result to your branch.
    </Banner>
  ) : (
    <Banner tone="good" icon={CircleCheck} title={`Published to ${last.branch}`}>
      {momentWords(last.at)}
    </Banner>
  );
}

function committedWords(head: RunHead): string {
  const patches = counted(head.patchesCommitted, 'patch', 'patches');
  if (head.directCommits === 0) return patches;
  const direct = counted(head.directCommits, 'unprotected direct edit');
  return head.patchesCommitted === 0 ? direct : `${patches} and ${direct}`;
}

function sentence(reason: string): string {
  return reason === '' || /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

function keptWords(head: RunHead): string {
  const count = head.patchesCommitted + head.patchesQuarantined;
  return count === 0 ? '' : `Nothing is lost: its ${count === 1 ? 'patch stays' : 'patches stay'} in the ledger.`;
}
