// A run as its screens show it: summary and head.
import type { PredictedOverlap } from '../../shared/domain/overlap.ts';
import type { RunControl, RunState } from '../../shared/domain/run.ts';
import type { RunHead, RunSummary } from '../../shared/ipc/views.ts';
import type { RunCounts, RunRow } from '../../shared/ports/store.ts';
import type { RunNode } from '../state/run-state.ts';
import { acceptanceView } from './acceptance-view.ts';
import { openReviewViews } from './review-view.ts';
import { runWaiting } from './run-waiting.ts';
import { shadowNotes } from './shadow-answer.ts';
import { byName } from './waiting-for.ts';

const REVIEWS_SHOWN = 100;

export function runSummary(run: RunNode): RunSummary {
  const patches = [...run.patches.values()];
  return {
    key: run.runId,
    runId: run.runId,
    planId: run.created.plan.planId,
    planName: run.created.plan.name,
    planFile: run.created.planFile,
    state: run.state,
    control: run.control,
    reason: run.reason !== '' ? run.reason : run.controlReason,
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    tasksTotal: run.tasks.size,
    tasksDone: run.completed,
    tasksFailed: run.failed,
    tasksRunning: run.running + run.validating,
    patchesCommitted: patches.filter((patch) => patch.state === 'committed').length,
    patchesQuarantined: patches.filter((patch) => patch.state === 'quarantined').length,
    directCommits: [...run.directChanges.values()].filter((change) => change.state === 'committed').length,
  };
}

/** The same from the rows of a run that is not in memory. */
export function rowSummary(row: RunRow, { tasks, patches, directChanges }: RunCounts): RunSummary {
  const count = (counts: Readonly<Record<string, number>>, ...states: readonly string[]) =>
    states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    key: row.run_id,
    runId: row.run_id,
    planId: row.plan_id,
    planName: row.plan_name,
    planFile: row.plan_file,
    state: row.state as RunState, // the table checks it
    control: row.control as RunControl, // the table checks it
    reason: row.state_reason ?? row.control_reason ?? '',
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    tasksTotal: count(tasks, ...Object.keys(tasks)),
    tasksDone: count(tasks, 'completed'),
    tasksFailed: count(tasks, 'failed'),
    tasksRunning: count(tasks, 'running', 'validating'),
    patchesCommitted: count(patches, 'committed'),
    patchesQuarantined: count(patches, 'quarantined'),
    directCommits: count(directChanges, 'committed'),
  };
}

export function runHead(run: RunNode, overlaps: readonly PredictedOverlap[] = []): RunHead {
  const { created } = run;
  return {
    ...runSummary(run),
    directTasks: created.plan.tasks.filter((task) => !task.patchMode.on).length,
    repository: created.repository,
    base: created.base,
    baseBranch: created.baseRef?.replace(/^refs\/heads\//, '') ?? null,
    head: run.head,
    maxParallel: run.maxParallel,
    freedBy:
      run.control === 'pausing' || run.control === 'stopping' ? (runWaiting(run, byName(run))?.freedBy ?? null) : null,
    strategy: created.plan.strategy,
    overlaps,
    phases: created.plan.phases.map(({ phaseId, name }) => {
      return { phaseId, name, acceptance: acceptanceView(run, 'phase', phaseId) };
    }),
    workstreams: [...run.workstreams.values()].map(({ plan, state }) => ({
      workstreamId: plan.workstreamId,
      phaseId: plan.phaseId,
      name: plan.name,
      state,
      acceptance: acceptanceView(run, 'workstream', plan.workstreamId),
      after: plan.after,
    })),
    published: run.published,
    reviews: openReviewViews(run, REVIEWS_SHOWN),
    notes: [...run.notes, ...shadowNotes(run)],
  };
}
