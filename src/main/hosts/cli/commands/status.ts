// `patchbay status`: the project's runs, or one run with each task's reason for waiting.
import type { RunSummary } from '../../../../shared/ipc/views.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { table } from '../output.ts';
import { runId } from '../parse-id.ts';
import { paintState, runText } from '../run-text.ts';

export const addStatus: AddCommand = (program, act) => {
  program
    .command('status')
    .description('the runs, or one run with the reason each of its tasks waits for')
    .argument('[run]', 'id of a run', runId)
    .action(act((call, runId?: string) => withSession(call, 'reader', ({ service }) => status(call, service, runId))));
};

async function status(
  { out }: Invocation,
  service: Parameters<Parameters<typeof withSession>[2]>[0]['service'],
  runId?: string,
) {
  if (runId === undefined) {
    const { runs } = await service.call('run.list', {});
    const rows = runs.map((run) => [
      run.runId,
      paintState(out.paint, run.state),
      `${run.tasksDone}/${run.tasksTotal}`,
      run.planName,
      run.reason,
    ]);
    const text = () =>
      rows.length > 0
        ? table(['RUN', 'STATE', 'TASKS', 'PLAN', ''], rows)
        : 'No runs yet. Start one: patchbay run FILE';
    out.result({ runs: runs.map(runDocument) }, text);
  } else {
    const report = await service.call('run.report', { runId });
    out.result(report, () => runText(report, out));
  }
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
  };
}
