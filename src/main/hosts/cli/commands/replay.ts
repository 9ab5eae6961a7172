// `patchbay replay`: a run as it was at any moment, made from its events.
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';
import { table } from '../output.ts';
import { runText } from '../run-text.ts';
import { sequenceNumber } from '../sequence-number.ts';

interface Given {
  readonly to?: number;
  readonly timeline?: boolean;
}

export const addReplay: AddCommand = (program, act) => {
  program
    .command('replay')
    .description('a run as it was after one of its events; nothing is changed')
    .argument('<run>', 'id of the run')
    .option('--to <seq>', 'number of the event, as `events` lists them (default: the last one)', sequenceNumber)
    .option('--timeline', 'how it went instead: counts at about a hundred of its events')
    .action(
      act(async (call, id: string, { to, timeline }: Given) => {
        const runId = await findOwnRun(call, id);
        if (timeline === true) return showTimeline(call, runId);
        return withSession(call, 'reader', async ({ service }) => {
          const report = await service.call('run.replay', { runId, ...(to === undefined ? {} : { to }) });
          const when = `After event ${report.seq} of ${report.first_seq} to ${report.last_seq}, ${report.at}`;
          call.out.result(report, () => `${runText(report, call.out)}\n\n${when}`);
          return 0;
        });
      }),
    );
};

function showTimeline(call: Invocation, runId: string): Promise<number> {
  return withSession(call, 'reader', async ({ service }) => {
    const answer = await service.call('run.timeline', { runId });
    call.out.result(answer, () =>
      table(
        ['EVENT', 'TIME', 'RUNNING', 'DONE', 'FAILED', 'PATCHES', 'COMMITTED'],
        answer.points.map((point) => [
          String(point.seq),
          point.at,
          ...[point.running, point.completed, point.failed, point.patches, point.committed].map(String),
        ]),
      ),
    );
    return 0;
  });
}
