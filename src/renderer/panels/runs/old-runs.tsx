// Runs of the databases of old pipelines, below the project's own: they can be looked at, and nothing else.
import { Info } from 'lucide-react';
import type { LegacyRunView } from '../../../shared/ipc/views.ts';
import { useAnswer } from '../../views/use-answer.ts';
import { counted } from '../../widgets/counted.ts';
import { DataTable } from '../../widgets/data-table.tsx';
import { TroubleNote } from '../../widgets/notice.tsx';
import { OLD_RUN_COLUMNS, stateOf } from './old-run-columns.tsx';

const ROW_HEIGHT = 52;
/** The head of a table and its line. */
const HEAD_HEIGHT = 37;

/** Nothing at all in a project that shows none. */
export function OldRuns() {
  const { answer, again } = useAnswer('legacy.runs', {});
  if (answer.status === 'loading') return null;
  if (answer.status === 'error') return <TroubleNote trouble={answer.error} onRetry={again} />;
  const { runs, total, problems } = answer.value;
  if (runs.length === 0 && problems.length === 0) return null;
  return (
    <section className="old-runs" aria-labelledby="old-runs-title">
      <div className="runs-section-head">
        <h2 id="old-runs-title">Runs of an old pipeline</h2>
        <span className="muted numbers">{total}</span>
        <span className="muted">Read-only. The command in a row shows the rest of it.</span>
      </div>
      {problems.map((problem) => (
        <p key={problem} className="project-note">
          <Info size={13} aria-hidden />
          {problem}
        </p>
      ))}
      {runs.length === 0 ? null : <OldRunTable runs={runs} />}
      {total > runs.length ? (
        <p className="old-runs-more muted">
          And {counted(total - runs.length, 'older run')}. <code>patchbay status RUN</code> shows each of them.
        </p>
      ) : null}
    </section>
  );
}

function OldRunTable({ runs }: { readonly runs: readonly LegacyRunView[] }) {
  return (
    <div className="old-runs-table" style={{ height: HEAD_HEIGHT + runs.length * ROW_HEIGHT }}>
      <DataTable
        label="Runs of an old pipeline"
        columns={OLD_RUN_COLUMNS}
        rows={runs}
        rowHeight={ROW_HEIGHT}
        rowLabel={(run) => `${run.shownId}, ${stateOf(run)}, of an old pipeline, read-only`}
      />
    </div>
  );
}
