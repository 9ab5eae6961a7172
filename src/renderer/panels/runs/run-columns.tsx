// The columns of the list of runs.
import type { RunSummary } from '../../../shared/ipc/views.ts';
import type { Column } from '../../widgets/data-table.tsx';
import { Ago, Elapsed } from '../../widgets/elapsed.tsx';
import { ProgressBar } from '../../widgets/progress-bar.tsx';
import { StateChip } from '../../widgets/state-chip.tsx';
import { runLook } from '../../widgets/state-look.tsx';

export const RUN_COLUMNS: readonly Column<RunSummary>[] = [
  {
    id: 'plan',
    title: 'Plan',
    width: 'minmax(11rem, 2fr)',
    cell: (run) => <RunName run={run} />,
    sort: (run) => run.planName,
  },
  {
    id: 'state',
    title: 'State',
    width: '9.5rem',
    cell: (run) => <StateChip look={runLook(run)} />,
    sort: (run) => runLook(run).word,
  },
  {
    id: 'progress',
    title: 'Progress',
    width: 'minmax(8rem, 1fr)',
    cell: (run) => <RunProgress run={run} />,
    sort: (run) => run.tasksDone / Math.max(1, run.tasksTotal),
  },
  {
    id: 'patches',
    title: 'Patches',
    width: '8rem',
    cell: (run) => <PatchCounts run={run} />,
    sort: (run) => run.patchesCommitted,
  },
  {
    id: 'elapsed',
    title: 'Elapsed',
    width: '5.5rem',
    align: 'end',
    cell: (run) => <Elapsed from={run.startedAt} to={run.endedAt} />,
    sort: (run) => (run.startedAt === null ? null : Date.parse(run.endedAt ?? 'now') - Date.parse(run.startedAt)),
  },
  {
    id: 'created',
    title: 'Started',
    width: '7rem',
    align: 'end',
    cell: (run) => (
      <span className="muted">
        <Ago at={run.createdAt} />
      </span>
    ),
    sort: (run) => Date.parse(run.createdAt),
  },
];

function RunName({ run }: { readonly run: RunSummary }) {
  return (
    <span className="run-name">
      <strong className="truncate">{run.planName}</strong>
      <span className="muted truncate">{run.reason === '' ? (run.planFile ?? run.planId) : run.reason}</span>
    </span>
  );
}

function RunProgress({ run }: { readonly run: RunSummary }) {
  return (
    <span className="run-progress">
      <ProgressBar total={run.tasksTotal} done={run.tasksDone} failed={run.tasksFailed} running={run.tasksRunning} />
      <span className="numbers muted" aria-hidden>{`${run.tasksDone}/${run.tasksTotal}`}</span>
    </span>
  );
}

function PatchCounts({ run }: { readonly run: RunSummary }) {
  return (
    <span className="numbers">
      {run.patchesCommitted} <span className="muted">committed</span>
      {run.patchesQuarantined > 0 ? <span className="run-held">{`${run.patchesQuarantined} quarantined`}</span> : null}
    </span>
  );
}
