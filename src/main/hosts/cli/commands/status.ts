// `patchbay status`: the project's runs, or one run with each task's reason for waiting.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import type { RunSummary } from '../../../../shared/ipc/views.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findRun } from '../find-run.ts';
import { legacyRunDocument, legacyStatus } from '../legacy/show-legacy-run.ts';
import { table } from '../output.ts';
import { paintState, runText } from '../run-text.ts';

export const addStatus: AddCommand = (program, act) => {
  program
    .command('status')
    .description('the runs, or one run with the reason each of its tasks waits for')
    .argument('[run]', 'id of a run; an old one is named by its ULID or its old id')
    .action(act((call, id?: string) => (id === undefined ? listRuns(call) : showRun(call, id))));
};

async function showRun(call: Invocation, id: string): Promise<number> {
  const found = await findRun(call, id);
  if (!('runId' in found)) return legacyStatus(call, found);
  return withSession(call, 'reader', async ({ service }) => {
    const report = await service.call('run.report', { runId: found.runId });
    call.out.result(report, () => runText(report, call.out));
    return 0;
  });
}

async function listRuns(call: Invocation): Promise<number> {
  const { out, ports, projectDir, dataDir } = call;
  const runs = await withSession(call, 'reader', async ({ service }) => (await service.call('run.list', {})).runs);
  const library = await ports.openLegacy({ projectDir, dataDir });
  const old = library.runs(LIMITS.legacyRunsListed);
  for (const problem of library.problems()) out.complain(problem);
  const rows = [
    ...runs.map((run) => [
      run.runId,
      paintState(out.paint, run.state),
      `${run.tasksDone}/${run.tasksTotal}`,
      run.planName,
      run.reason,
    ]),
    ...old.map((run) => [library.shown(run), run.state ?? '', '', out.paint('dim', 'old pipeline, read-only'), '']),
  ];
  const text = () =>
    rows.length > 0 ? table(['RUN', 'STATE', 'TASKS', 'PLAN', ''], rows) : 'No runs yet. Start one: patchbay run FILE';
  out.result({ runs: [...runs.map(runDocument), ...old.map((run) => legacyRunDocument(run, library))] }, text);
  return 0;
}

function runDocument(run: RunSummary) {
  return {
    run_id: run.runId,
    plan_id: run.planId,
    plan_name: run.planName,
    plan_file: run.planFile,
    state: run.state,
    control: run.control,
    reason: run.reason,
    created_at: run.createdAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
    tasks: { total: run.tasksTotal, done: run.tasksDone, failed: run.tasksFailed, running: run.tasksRunning },
    patches: { committed: run.patchesCommitted, quarantined: run.patchesQuarantined },
    direct_changes: { committed: run.directCommits },
    archived_at: run.archivedAt ?? null,
  };
}
