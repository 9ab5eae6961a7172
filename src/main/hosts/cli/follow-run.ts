// Waits for a run to end while showing how it goes; the first Ctrl+C cancels it, the second leaves at once.
import { changeRef } from '../../../shared/domain/direct-change.ts';
import type { RunReport } from '../../../shared/ipc/contract.ts';
import type { Service } from '../../../shared/ports/service.ts';
import type { Invocation } from './cli-options.ts';
import { runExit, runText } from './run-text.ts';
import { showProgress } from './show-progress.ts';

const INTERRUPTED = 130;

/** Resolves to the exit code. `start` makes or resumes the run and gives its id. */
export async function followRun(call: Invocation, service: Service, start: () => Promise<string>): Promise<number> {
  const { ports, out } = call;
  let interrupts = 0;
  const interrupted = Promise.withResolvers<string>();
  const end = ports.onInterrupt((signal) => {
    interrupts += 1;
    if (interrupts > 1) return ports.exit(INTERRUPTED);
    out.note('Stopping: the run is being cancelled. Ctrl+C again leaves at once.');
    interrupted.resolve(signal === 'SIGINT' ? 'Ctrl+C' : `ended by ${signal}`);
  });
  try {
    const runId = await start();
    void interrupted.promise.then((reason) => service.call('run.cancel', { runId, reason })).catch(() => {});
    const progress = showProgress(call, service, runId);
    const report = await service.call('run.wait', { runId }).finally(progress.hide);
    progress.tellRest(report);
    out.result(report, () => runText(report, out));
    return interrupts > 0 ? INTERRUPTED : exitOf(report, call);
  } finally {
    end();
  }
}

function exitOf(report: RunReport, { out }: Invocation): number {
  const exit = runExit(report);
  if (exit === 3) out.note(`The run waits for a person. Then: patchbay resume ${report.run_id}`);
  const kept = report.patches.filter((patch) => patch.state === 'quarantined').length;
  if (kept > 0)
    out.note(
      `Kept for you to read, not committed: ${kept} of ${report.patches.length} patches. patchbay patch list --run ${report.run_id}`,
    );
  for (const change of report.direct_changes.filter((one) => one.state === 'kept'))
    out.note(`Kept for you to read, not committed: git show ${changeRef(change.change_id)} (${change.task_id})`);
  if (exit === 1) out.note(`What happened, step by step: patchbay events ${report.run_id}`);
  if (report.state === 'succeeded') out.note(`To take the work over: patchbay publish ${report.run_id}`);
  return exit;
}
