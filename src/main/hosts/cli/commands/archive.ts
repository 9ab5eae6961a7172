// `patchbay archive`: closed runs leave the ledger for proved files, stay readable, and come back when they are wanted.
import { InvalidArgumentError } from 'commander';
import type { ArchivedRunReport } from '../../../../shared/ipc/log-reports.ts';
import type { AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { findOwnRun } from '../find-run.ts';
import { table } from '../output.ts';
import { usage } from '../report-error.ts';

interface Given {
  /** Milliseconds. */
  readonly olderThan?: number;
}

const DAY_MS = 86_400_000;
const UNITS: Readonly<Record<string, number>> = { h: DAY_MS / 24, d: DAY_MS, w: 7 * DAY_MS };

export const addArchive: AddCommand = (program, act) => {
  const archive = program
    .command('archive')
    .description('move closed runs out of the ledger into archives; they can be read as before')
    .argument('[runs...]', 'ids of runs that have ended')
    .option('--older-than <age>', 'all runs that ended longer ago, for example 90d, 12h or 4w', age)
    .action(act((call, ids: readonly string[], given: Given) => archiveRuns(call, ids, given)));
  archive
    .command('list')
    .description('the archived runs')
    .action(act((call) => listArchives(call)));
  archive
    .command('restore')
    .description('bring an archived run back into the ledger')
    .argument('<run>', 'id of the run')
    .action(act((call, id: string) => restore(call, id)));
};

async function archiveRuns(call: Invocation, ids: readonly string[], { olderThan }: Given): Promise<number> {
  if (ids.length > 0 === (olderThan !== undefined)) {
    const advice = 'For example: patchbay archive RUN, or patchbay archive --older-than 90d.';
    throw usage('Say which runs to archive: by their ids, or by their age, not both', advice);
  }
  const runIds: string[] = [];
  for (const id of ids) runIds.push(await findOwnRun(call, id));
  return withSession(call, 'owner', async ({ service }) => {
    const before = new Date(Date.now() - (olderThan ?? 0)).toISOString();
    const answer = await service.call('run.archive', olderThan === undefined ? { runIds } : { before });
    call.out.result(answer, () =>
      answer.archived.length === 0 ? 'No run is that old.' : archivesText(answer.archived),
    );
    return 0;
  });
}

function listArchives(call: Invocation): Promise<number> {
  return withSession(call, 'reader', async ({ service }) => {
    const answer = await service.call('run.archives', {});
    call.out.result(answer, () =>
      answer.archived.length === 0 ? 'No run is archived.' : archivesText(answer.archived),
    );
    return 0;
  });
}

async function restore(call: Invocation, id: string): Promise<number> {
  const runId = await findOwnRun(call, id);
  return withSession(call, 'owner', async ({ service }) => {
    const answer = await service.call('run.unarchive', { runId });
    call.out.result(answer, () => `Run ${runId} is back in the ledger, with ${answer.events} events.`);
    return 0;
  });
}

function archivesText(archived: readonly ArchivedRunReport[]): string {
  const rows = archived.map((one) => [one.run_id, String(one.events), String(one.patches), size(one.bytes), one.file]);
  return table(['RUN', 'EVENTS', 'PATCHES', 'SIZE', 'FILE'], rows);
}

function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1_048_576).toFixed(1)} MiB`;
}

function age(text: string): number {
  const [, count, unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const ms = UNITS[unit];
  if (count !== undefined && ms !== undefined) return Number(count) * ms;
  throw new InvalidArgumentError('Give a number with h, d or w, for example 90d.');
}
