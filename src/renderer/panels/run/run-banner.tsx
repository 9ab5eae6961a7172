// What a person should know about a run at first sight: why it waits or failed, what it noted, that it succeeded.
import { CircleAlert, CircleCheck, Hand, Info } from 'lucide-react';
import { ulid } from 'ulid';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { useService } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Banner, TroubleNote } from '../../widgets/notice.tsx';
import { momentWords } from '../../widgets/time-words.ts';
import { RefusedLevels } from './refused-levels.tsx';

export interface RunBannerProps {
  readonly head: RunHead;
  readonly tasks: readonly TaskView[];
  onSelect(task: string): void;
}

export function RunBanner({ head, tasks, onSelect }: RunBannerProps) {
  const failed = tasks.find((task) => task.state === 'failed');
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
      {head.notes.slice(-2).map((note) => (
        <Banner key={note} tone="neutral" icon={Info} title={note} />
      ))}
    </div>
  );
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
  if (head.state === 'running' && head.control === 'waiting') return <WaitingBanner head={head} action={action} />;
  return head.state === 'succeeded' ? <SuccessBanner head={head} /> : null;
}

function WaitingBanner({ head, action }: { readonly head: RunHead; readonly action: React.ReactNode }) {
  const { connection } = useService();
  const resume = useAction(async () => {
    await connection.call('run.resume', { runId: head.runId, commandId: ulid() });
  });
  return (
    <>
      <Banner
        tone="warn"
        icon={Hand}
        title="This run waits for you"
        action={
          <>
            {action}
            <Button size="small" busy={resume.busy} onClick={() => resume.run()}>
              Resume
            </Button>
          </>
        }
      >
        {sentence(head.reason)}
      </Banner>
      {resume.error === null ? null : <TroubleNote trouble={resume.error} />}
    </>
  );
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
