// The columns of the list of workers.
import type { WorkerView } from '../../../shared/ipc/views.ts';
import { formatRoute } from '../../views/route.ts';
import type { Column } from '../../widgets/data-table.tsx';
import { Ago, Elapsed } from '../../widgets/elapsed.tsx';
import { StateChip } from '../../widgets/state-chip.tsx';
import { workerLook } from '../../widgets/state-look.tsx';
import { WorkerActions } from './worker-actions.tsx';
import { workerNote } from './worker-note.ts';

export const WORKER_COLUMNS: readonly Column<WorkerView>[] = [
  {
    id: 'worker',
    title: 'Worker',
    width: 'minmax(9rem, 1fr)',
    cell: (worker) => (
      <span className="worker-name">
        <strong className="truncate">Worker {worker.number}</strong>
        <span className="muted truncate">{worker.planName}</span>
      </span>
    ),
    sort: (worker) => worker.number,
  },
  {
    id: 'state',
    title: 'State',
    width: '9.5rem',
    cell: (worker) => <StateChip look={workerLook(worker)} />,
    sort: (worker) => workerLook(worker).word,
  },
  {
    id: 'task',
    title: 'Task',
    width: 'minmax(8rem, 1.2fr)',
    cell: (worker) =>
      worker.taskId === null ? null : (
        <a
          className="truncate"
          href={formatRoute({ panel: 'run', runId: worker.runId, task: worker.taskId, look: 'graph' })}
        >
          {worker.taskName}
        </a>
      ),
    sort: (worker) => worker.taskName,
  },
  {
    id: 'busy',
    title: 'For',
    width: '5rem',
    align: 'end',
    cell: (worker) => <Elapsed from={worker.busySince} to={null} />,
    sort: (worker) => (worker.busySince === null ? null : -Date.parse(worker.busySince)),
  },
  {
    id: 'seen',
    title: 'Last sign of life',
    width: '8.5rem',
    align: 'end',
    cell: (worker) =>
      worker.lastSeenAt === null ? null : (
        <span className="muted">
          <Ago at={worker.lastSeenAt} />
        </span>
      ),
    sort: (worker) => (worker.lastSeenAt === null ? null : Date.parse(worker.lastSeenAt)),
  },
  {
    id: 'done',
    title: 'Attempts',
    width: '8rem',
    align: 'end',
    cell: (worker) => (
      <span className="numbers">
        {worker.completed} <span className="muted">{`well, ${worker.failed} not`}</span>
      </span>
    ),
    sort: (worker) => worker.completed + worker.failed,
  },
  {
    id: 'why',
    title: 'Why',
    width: 'minmax(9rem, 1.6fr)',
    cell: (worker) => (
      <span className="worker-why" title={workerNote(worker)}>
        {workerNote(worker)}
      </span>
    ),
    sort: workerNote,
  },
  {
    id: 'actions',
    title: '',
    width: '6.5rem',
    align: 'end',
    cell: (worker) => <WorkerActions worker={worker} />,
  },
];
