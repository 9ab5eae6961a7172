// The workers of the runs under way: what each has in hand, when it last showed life, and why one gets no more tasks.
import './workers.css';
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import type { WorkerView } from '../../../shared/ipc/views.ts';
import { useView } from '../../views/service.tsx';
import { counted } from '../../widgets/counted.ts';
import { DataTable } from '../../widgets/data-table.tsx';
import { Empty, Loading, TroubleNote } from '../../widgets/notice.tsx';
import { workerLook } from '../../widgets/state-look.tsx';
import { WORKER_COLUMNS } from './worker-columns.tsx';

export function WorkersPanel() {
  const workers = useView('workers', {});
  const shown = useMemo(
    () => [...workers.items].sort((a, b) => a.runId.localeCompare(b.runId) || a.number - b.number),
    [workers.items],
  );
  const held = shown.filter((worker) => worker.quarantined !== null).length;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Workers</h1>
        <span className="muted numbers spread">
          {counted(shown.length, 'worker')}
          {held === 0 ? '' : `, ${held} in quarantine`}
        </span>
      </header>
      <div className="screen-fill">
        {workers.status === 'error' && workers.error ? <TroubleNote trouble={workers.error} /> : null}
        {workers.status === 'loading' ? <Loading what="workers" /> : null}
        {workers.status === 'ready' && shown.length === 0 ? <NoWorkers /> : null}
        {shown.length > 0 ? (
          <DataTable label="Workers" columns={WORKER_COLUMNS} rows={shown} rowHeight={52} rowLabel={workerLabel} />
        ) : null}
      </div>
    </div>
  );
}

function NoWorkers() {
  return (
    <Empty icon={Users} title="Nobody is at work">
      <p>
        A worker is a place in which one tool works. A run gets them as its tasks start, up to its number at once, and
        they end with it. One whose tool is stopped, silent or too hungry waits here in quarantine until you release it.
      </p>
    </Empty>
  );
}

function workerLabel(worker: WorkerView): string {
  const task = worker.taskName === null ? '' : `, ${worker.taskName}`;
  return `Worker ${worker.number} of ${worker.planName}, ${workerLook(worker).word}${task}`;
}
