// `patchbay events`: the log of a run as JSON Lines, to its end or as it grows.
import { setTimeout as wait } from 'node:timers/promises';
import type { EventView } from '../../../../shared/ipc/views.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findRun } from '../find-run.ts';
import { legacyEvents } from '../legacy/show-legacy-run.ts';
import { usage } from '../report-error.ts';
import { sequenceNumber } from '../sequence-number.ts';

interface Given {
  readonly from?: number;
  readonly follow?: boolean;
  readonly all?: boolean;
}

const PAGE = 1_000;
/** The ledger is asked anew so often: a reader of the file is told of nothing. */
const FOLLOW_MS = 250;

export const addEvents: AddCommand = (program, act) => {
  program
    .command('events')
    .description('the log of a run or of all runs; JSON Lines with --json')
    .argument('[run]', 'id of the run')
    .option('--all', 'all runs, in the order of the ledger')
    .option('--from <seq>', 'first sequence number', sequenceNumber)
    .option('--follow', 'go on until the run ends, or with --all until Ctrl+C; --from takes it up again')
    .action(
      act(async (call, id: string | undefined, given: Given) => {
        if ((id === undefined) === (given.all !== true)) {
          throw usage('Say which log is wanted', 'Name one run, or give --all for the log of all runs.');
        }
        if (id === undefined) return withSession(call, 'reader', ({ service }) => events(call, service, given));
        const found = await findRun(call, id);
        if (!('runId' in found)) return legacyEvents(call, found, given.from ?? 0);
        return withSession(call, 'reader', ({ service }) => events(call, service, { runId: found.runId, ...given }));
      }),
    );
};

async function events(
  call: Invocation,
  service: Service,
  { runId, from = 0, follow }: Given & { readonly runId?: string },
) {
  let next = from;
  let interrupted = false;
  const end = call.ports.onInterrupt(() => {
    interrupted = true;
  });
  try {
    while (!interrupted) {
      // Asked before the page: what a finished run wrote last is then in the page.
      const ended = !follow || (runId !== undefined && (await hasEnded(service, runId)));
      const page = await service.call('events.page', { ...(runId && { runId }), from: next, limit: PAGE });
      for (const event of page.events) say(call, event);
      next = (page.events.at(-1)?.seq ?? next - 1) + 1;
      if (page.next !== null) continue;
      if (ended) return 0;
      await wait(FOLLOW_MS);
    }
    return 130;
  } finally {
    end();
  }
}

async function hasEnded(service: Service, runId: string): Promise<boolean> {
  const { state } = await service.call('run.report', { runId });
  return state !== 'pending' && state !== 'running';
}

function say({ out }: Invocation, event: EventView): void {
  const { seq, eventId, runId, kind, at, entity, id, data } = event;
  out.line(
    { seq, event_id: eventId, run_id: runId, kind, at, entity, id, data },
    () => `${String(seq).padStart(6)}  ${at.slice(11, 23)}  ${out.paint('dim', kind.padEnd(23))}  ${event.text}`,
  );
}
