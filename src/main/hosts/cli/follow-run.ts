// Waits for a run to end while showing how it goes; the first Ctrl+C cancels it, the second leaves at once.
import { ulid } from 'ulid';
import { changeRef } from '../../../shared/domain/direct-change.ts';
import type { RunReport } from '../../../shared/ipc/contract.ts';
import type { Service } from '../../../shared/ports/service.ts';
import type { Invocation } from './cli-options.ts';
import { runExit, runText } from './run-text.ts';
import { showProgress } from './show-progress.ts';

export const INTERRUPTED = 130;

/** What Ctrl+C does: `run` and `resume` are the run for whoever typed them, other commands only look on. */
type AtInterrupt = 'cancel' | 'leave';

export interface Follow {
  /** Makes or moves the run and gives its id. */
  readonly start: () => Promise<string>;
  readonly atInterrupt: AtInterrupt;
  /** False: the command has an answer of its own. */
  readonly isTold?: boolean;
}

/** Until the run has ended or only a person can move it on; null where Ctrl+C left it before. */
export async function followRun(call: Invocation, service: Service, follow: Follow): Promise<RunReport | null> {
  const { ports, out } = call;
  let interrupts = 0;
  const interrupted = Promise.withResolvers<string>();
  const end = ports.onInterrupt((signal) => {
    interrupts += 1;
    if (interrupts > 1) return ports.exit(INTERRUPTED);
    out.note(SAID[follow.atInterrupt]);
    interrupted.resolve(signal === 'SIGINT' ? 'Ctrl+C' : `ended by ${signal}`);
  });
  try {
    const runId = await follow.start();
    const left = interrupted.promise.then((reason) => {
      if (follow.atInterrupt === 'leave') return null;
      const cancelled = service.call('run.cancel', { runId, commandId: ulid(), reason });
      return cancelled.then(
        () => NEVER,
        () => NEVER,
      );
    });
    const progress = showProgress(call, service, runId);
    const report = await Promise.race([service.call('run.wait', { runId }), left]).finally(progress.hide);
    if (report === null) return null;
    progress.tellRest(report);
    if (follow.isTold !== false) out.result(report, () => runText(report, out));
    return interrupts > 0 ? null : report;
  } finally {
    end();
  }
}

const NEVER = new Promise<never>(() => {});
const SAID: Readonly<Record<AtInterrupt, string>> = {
  cancel: 'Stopping: the run is being cancelled. Ctrl+C again leaves at once.',
  leave: 'Leaving: what was asked for stays in force. Ctrl+C again leaves at once.',
};

/** The exit code of a command whose work the run is. */
export async function followToEnd(
  call: Invocation,
  service: Service,
  start: () => Promise<string>,
  atInterrupt: AtInterrupt = 'cancel',
): Promise<number> {
  const report = await followRun(call, service, { start, atInterrupt });
  return report === null ? INTERRUPTED : exitOf(report, call);
}

function exitOf(report: RunReport, { out }: Invocation): number {
  const exit = runExit(report);
  if (exit === 3) out.note(waitingNote(report));
  const kept = report.patches.filter((patch) => patch.state === 'quarantined').length;
  if (kept > 0)
    out.note(
      `Kept for you to read, not committed: ${kept} of ${report.patches.length} patches. patchbay patch list --run ${report.run_id}`,
    );
  for (const change of report.direct_changes.filter((one) => one.state === 'kept'))
    out.note(`Kept for you to read, not committed: git show ${changeRef(change.change_id)} (${change.task_id})`);
  if (report.state === 'failed')
    out.note('To try a task again or to skip it in such a run, start it with --keep-open or --detach.');
  if (exit === 1) out.note(`What happened, step by step: patchbay events ${report.run_id}`);
  if (report.state === 'succeeded') out.note(`To take the work over: patchbay publish ${report.run_id}`);
  return exit;
}

function waitingNote({ run_id: runId, control, waiting }: RunReport): string {
  if (control === 'paused') return `The run is paused. To let it go on: patchbay resume ${runId}`;
  const freedBy = waiting.find((entry) => entry.id === runId)?.freed_by ?? 'a person';
  return `The run waits for a person. It goes on by ${freedBy}.`;
}
