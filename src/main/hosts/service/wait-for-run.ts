// Waits until a run has ended, or until only a person can move it on.
import type { RunReport } from '../../../shared/ipc/contract.ts';
import { runReport } from '../../projections/run-report.ts';
import type { RunNode } from '../../state/run-state.ts';
import type { ServiceParts } from './service-parts.ts';

/** Settles after what the run still had to clean up is done, so that a host may end the process then. */
export function waitForRun({ library, engine, feed, clock }: ServiceParts, runId: string): Promise<RunReport> {
  const isOver = () => hasStopped(library.run(runId)) && engine?.isBusy(runId) !== true;
  if (engine === null || isOver()) return Promise.resolve(runReport(library.run(runId)));
  return new Promise((resolve) => {
    const finish = () => {
      if (!isOver()) return;
      stop();
      resolve(runReport(library.run(runId)));
    };
    // The last outcomes may change no state and so make no event: a slow look catches them.
    let cancel = () => {};
    const look = () => {
      cancel = clock.after(200, look);
      finish();
    };
    const end = feed.listen(() => finish());
    const stop = () => {
      end();
      cancel();
    };
    look();
  });
}

function hasStopped(run: RunNode): boolean {
  return run.endedAt !== null || run.control === 'waiting' || run.control === 'paused';
}
