// The header of a run: what runs, how far it is, and what a person can do with it.
import { ArrowLeft, GitBranch, Network, Send, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { RunHead } from '../../../shared/ipc/views.ts';
import { formatRoute } from '../../views/route.ts';
import { Button } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Elapsed } from '../../widgets/elapsed.tsx';
import { Hash } from '../../widgets/facts.tsx';
import { ProgressBar } from '../../widgets/progress-bar.tsx';
import { Segments } from '../../widgets/segments.tsx';
import { StateChip } from '../../widgets/state-chip.tsx';
import { runLook, UNPROTECTED_LOOK } from '../../widgets/state-look.tsx';
import { branchWords } from './branch-words.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { RunControls } from './run-controls.tsx';

export type Look = 'graph' | 'table';

const LOOKS = [
  { value: 'graph', label: 'Graph', icon: Network },
  { value: 'table', label: 'Table', icon: Table2 },
] as const;

export interface RunHeaderProps {
  readonly head: RunHead;
  readonly look: Look;
  onLook(look: Look): void;
}

export function RunHeader({ head, look, onLook }: RunHeaderProps) {
  return (
    <header className="screen-head run-head">
      <a className="icon-button" href={formatRoute({ panel: 'runs' })} aria-label="Back to all runs">
        <ArrowLeft size={16} aria-hidden />
      </a>
      <div className="run-title">
        <h1 className="screen-title truncate">{head.planName}</h1>
        <span className="run-place muted">
          <GitBranch size={12} aria-hidden />
          <span>
            from {branchWords(head.baseBranch)} at <Hash value={head.base} />
          </span>
        </span>
      </div>
      <StateChip look={runLook(head)} />
      {head.directTasks > 0 ? (
        <span
          title={`${counted(head.directTasks, 'task')} of this run ${head.directTasks === 1 ? 'is a direct edit' : 'are direct edits'}: no patch, no limits.`}
        >
          <StateChip look={{ ...UNPROTECTED_LOOK, word: `${counted(head.directTasks, 'task')} unprotected` }} />
        </span>
      ) : null}
      <div className="run-figures">
        <ProgressBar
          total={head.tasksTotal}
          done={head.tasksDone}
          failed={head.tasksFailed}
          running={head.tasksRunning}
        />
        <span className="numbers">{`${head.tasksDone} of ${head.tasksTotal}`}</span>
        <span className="muted run-elapsed">
          <Elapsed from={head.startedAt} to={head.endedAt} />
        </span>
      </div>
      <div className="run-actions spread">
        <Segments label="Look" value={look} options={LOOKS} onChange={onLook} />
        <RunActions head={head} />
      </div>
    </header>
  );
}

function RunActions({ head }: { readonly head: RunHead }) {
  const [isPublishing, setPublishing] = useState(false);
  return (
    <>
      <RunControls head={head} />
      {head.state === 'succeeded' ? (
        <Button look="primary" icon={Send} onClick={() => setPublishing(true)}>
          Publish
        </Button>
      ) : null}
      {isPublishing ? <PublishDialog head={head} onClose={() => setPublishing(false)} /> : null}
    </>
  );
}
