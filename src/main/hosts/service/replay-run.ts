// The run at any of its events, quickly enough to be dragged through: the last answer is gone on from where it can be.
import type { RunReport } from '../../../shared/ipc/contract.ts';
import type { ReplayMoment } from '../../../shared/ipc/log-reports.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { type LoadedRun, type LoadPorts, loadRunAt, replayOn } from '../../engine/load-run.ts';
import { runReport } from '../../projections/run-report.ts';

export interface ReplayPorts extends LoadPorts {
  readonly store: LoadPorts['store'] & Pick<Store, 'eventRange'>;
}

export interface Replayer {
  /** Throws `E_NOT_FOUND` for an unknown run and `E_USAGE` for a moment that is not its own. */
  at(runId: string, to?: number): RunReport & ReplayMoment;
}

export function createReplayer(ports: ReplayPorts): Replayer {
  let kept: LoadedRun | null = null;
  const load = (runId: string, to: number): LoadedRun | null => {
    const goesOn = kept?.run.runId === runId && kept.seq <= to;
    const from = goesOn && kept !== null ? { ...kept, replayed: 0 } : null;
    // What is kept is changed by going on: after a fault on the way nothing is.
    kept = null;
    return from === null ? loadRunAt(ports, runId, to) : replayOn(ports, { runId, upTo: to, from });
  };
  return {
    at: (runId, to) => {
      const range = ports.store.eventRange(runId);
      if (range === null) throw unknownRun(runId);
      if (to !== undefined && (to < range.first || to > range.last)) throw notInRun(runId, to, range);
      const loaded = load(runId, to ?? range.last);
      if (loaded === null) throw unknownRun(runId);
      kept = loaded;
      const { seq, at, replayed } = loaded;
      return { ...runReport(loaded.run), seq, at, first_seq: range.first, last_seq: range.last, replayed };
    },
  };
}

function unknownRun(runId: string): PatchbayError {
  const advice = 'List them with `patchbay status`.';
  return new PatchbayError('E_NOT_FOUND', `There is no run ${runId} in this project.`, advice, { runId });
}

function notInRun(
  runId: string,
  to: number,
  { first, last }: { readonly first: number; readonly last: number },
): PatchbayError {
  const message = `Run ${runId} has no state at event ${to}: its events are numbered from ${first} to ${last}.`;
  const advice = `Numbers count over all runs of the project; \`patchbay events ${runId}\` lists those of this one.`;
  return new PatchbayError('E_USAGE', message, advice, { runId, to, first, last });
}
