// The first screen: the project, the plans that can be run, and every run so far, those of older systems last.
import './runs.css';
import { GitPullRequestArrow, Play } from 'lucide-react';
import { useMemo } from 'react';
import type { RunSummary } from '../../../shared/ipc/views.ts';
import { navigate } from '../../views/route.ts';
import { useView } from '../../views/service.tsx';
import { counted } from '../../widgets/counted.ts';
import { DataTable } from '../../widgets/data-table.tsx';
import { Empty, Loading, TroubleNote } from '../../widgets/notice.tsx';
import { runLook } from '../../widgets/state-look.tsx';
import { OldRuns } from './old-runs.tsx';
import { PlanList } from './plan-list.tsx';
import { ProjectHeader } from './project-header.tsx';
import { RUN_COLUMNS } from './run-columns.tsx';

export function RunsPanel() {
  const project = useView('project', {});
  const runs = useView('runs', {});
  if (project.status === 'error' && project.error) return <TroubleNote trouble={project.error} />;
  return (
    <div className="screen runs">
      {project.head === null ? <Loading what="the project" lines={3} /> : <ProjectHeader project={project.head} />}
      {project.head === null ? null : <PlanList plans={project.head.plans} first={runs.items.length === 0} />}
      <section className="runs-section" aria-labelledby="runs-title">
        <div className="runs-section-head">
          <h2 id="runs-title">Runs</h2>
          {runs.items.length > 0 ? <span className="muted numbers">{runs.items.length}</span> : null}
        </div>
        <div className="screen-fill">
          <RunList runs={runs.items} loading={runs.status === 'loading'} />
        </div>
      </section>
      <OldRuns />
    </div>
  );
}

function RunList({ runs, loading }: { readonly runs: readonly RunSummary[]; readonly loading: boolean }) {
  const newestFirst = useMemo(() => [...runs].sort((a, b) => b.createdAt.localeCompare(a.createdAt)), [runs]);
  if (loading) return <Loading what="runs" />;
  if (runs.length === 0) return <NoRuns />;
  return (
    <DataTable
      label="Runs"
      columns={RUN_COLUMNS}
      rows={newestFirst}
      rowHeight={52}
      rowLabel={runLabel}
      onOpen={openRun}
    />
  );
}

function NoRuns() {
  return (
    <Empty icon={GitPullRequestArrow} title="No runs yet">
      <p>
        Press <Play size={12} aria-hidden /> <strong>Run</strong> beside a plan. Every task gets its own disposable
        workspace; what it changes becomes a patch, and only a patch that passes its gates is committed to the run.
      </p>
      <p>Your branch stays as it is until you publish.</p>
    </Empty>
  );
}

function runLabel(run: RunSummary): string {
  return `${run.planName}, ${runLook(run).word}, ${run.tasksDone} of ${counted(run.tasksTotal, 'task')} completed`;
}

function openRun(run: RunSummary): void {
  navigate({ panel: 'run', runId: run.runId, task: null, look: 'graph' });
}
