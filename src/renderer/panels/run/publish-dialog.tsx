// Brings a run's result onto a branch: asks where and how, shows what would change, then does it.
import { GitCommitHorizontal, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import type { RunHead } from '../../../shared/ipc/views.ts';
import type { PublishMode, PublishOutcome } from '../../../shared/ports/integration.ts';
import { useService } from '../../views/service.tsx';
import { useAction } from '../../views/use-action.ts';
import { useAnswer } from '../../views/use-answer.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Dialog } from '../../widgets/dialog.tsx';
import { Facts, Hash } from '../../widgets/facts.tsx';
import { TextField } from '../../widgets/fields.tsx';
import { Banner, Loading, TroubleNote } from '../../widgets/notice.tsx';
import { plainText } from '../../widgets/plain-text.ts';
import { Segments } from '../../widgets/segments.tsx';
import { branchWords } from './branch-words.ts';
import { useSettled } from './use-settled.ts';

const MODES: readonly { readonly value: PublishMode; readonly label: string }[] = [
  { value: 'ff', label: 'Fast-forward' },
  { value: 'merge', label: 'Merge' },
  { value: 'squash', label: 'One commit' },
];

const MODE_WORDS: Readonly<Record<PublishMode, string>> = {
  ff: 'Moves the branch forward to the run’s commits, one per patch. Refused when the branch has moved since the run began.',
  merge: 'Adds a merge commit to the branch that brings in the run’s commits.',
  squash: 'Adds one commit to the branch with everything the run changed.',
};

export interface PublishDialogProps {
  readonly head: RunHead;
  onClose(): void;
}

export function PublishDialog({ head, onClose }: PublishDialogProps) {
  const { connection } = useService();
  const [branch, setBranch] = useState(head.baseBranch === null ? 'patchbay-result' : branchWords(head.baseBranch));
  const [mode, setMode] = useState<PublishMode>('ff');
  const [done, setDone] = useState<PublishOutcome | null>(null);
  const publish = useAction(async () => {
    setDone(await connection.call('run.publish', { runId: head.runId, branch: branch.trim(), mode }));
  });
  if (done !== null) return <Published outcome={done} onClose={onClose} />;
  return (
    <Dialog
      open
      title="Publish this run"
      description="Until now nothing has touched your branches. Publishing puts the run’s commits on a branch of yours."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button look="primary" busy={publish.busy} disabled={branch.trim() === ''} onClick={() => publish.run()}>
            Publish
          </Button>
        </>
      }
    >
      <TextField
        label="Branch"
        value={branch}
        help="An existing branch, or a new name."
        onChange={(next) => {
          setBranch(next);
          publish.clear();
        }}
      />
      <div className="publish-mode">
        <Segments label="How" value={mode} options={MODES} onChange={(next) => setMode(next)} />
        <p className="muted">{MODE_WORDS[mode]}</p>
      </div>
      {head.directCommits > 0 ? (
        <Banner
          tone="warn"
          icon={ShieldOff}
          title={`${counted(head.directCommits, 'unprotected direct edit')} ${head.directCommits === 1 ? 'is' : 'are'} among its commits`}
        />
      ) : null}
      {publish.error === null ? <Preview head={head} branch={branch.trim()} mode={mode} /> : null}
      {publish.error === null ? null : <TroubleNote trouble={publish.error} />}
    </Dialog>
  );
}

interface PreviewProps {
  readonly head: RunHead;
  readonly branch: string;
  readonly mode: PublishMode;
}

function Preview({ head, branch, mode }: PreviewProps) {
  const asked = useSettled(branch);
  if (asked === '') return null;
  return <PreviewAnswer head={head} branch={asked} mode={mode} />;
}

function PreviewAnswer({ head, branch, mode }: PreviewProps) {
  const { answer } = useAnswer('run.publish', { runId: head.runId, branch, mode, preview: true });
  if (answer.status === 'loading') return <Loading what="the preview" lines={2} />;
  if (answer.status === 'error') return <TroubleNote trouble={answer.error} />;
  const { files, from, to } = answer.value;
  if (from === to) return <p className="muted">{branch} holds the work of this run already.</p>;
  return (
    <div className="publish-preview">
      <p>
        {from === null ? `${branch} will be a new branch. ` : ''}
        {counted(files.length, 'file')} will change:
      </p>
      <FileNames files={files} />
    </div>
  );
}

function FileNames({ files }: { readonly files: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <ul className="publish-files" tabIndex={0} aria-label="Files that change">
      {files.slice(0, 500).map((file) => (
        <li key={file}>
          <code>{plainText(file)}</code>
        </li>
      ))}
    </ul>
  );
}

function Published({ outcome, onClose }: { readonly outcome: PublishOutcome; onClose(): void }) {
  return (
    <Dialog
      open
      title={`Published to ${outcome.branch}`}
      description={
        outcome.checkoutUpdated
          ? 'The files in your folder show the result already.'
          : 'Your folder is as it was. Switch to the branch to see the result.'
      }
      onClose={onClose}
      actions={
        <Button look="primary" autoFocus onClick={onClose}>
          Done
        </Button>
      }
    >
      <Facts
        facts={[
          ['Branch', outcome.branch],
          ['Before', outcome.from === null ? 'new branch' : <Hash key="from" value={outcome.from} />],
          [
            'Now at',
            <span key="to" className="publish-commit">
              <GitCommitHorizontal size={14} aria-hidden />
              <Hash value={outcome.to} />
            </span>,
          ],
          ['Changed', counted(outcome.files.length, 'file')],
        ]}
      />
    </Dialog>
  );
}
