// `patchbay workers`: the pools of the runs under way, and what a person does with one of their workers.
import type { Command } from 'commander';
import type { WorkerView } from '../../../../shared/ipc/views.ts';
import { PatchbayError } from '../../../../shared/lib/errors.ts';
import type { Service } from '../../../../shared/ports/service.ts';
import type { Act, AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { addControlOptions, type ControlOptions, commandParams } from '../control-run.ts';
import { findOwnRun } from '../find-run.ts';
import { type Output, table } from '../output.ts';

export const addWorkers: AddCommand = (program, act) => {
  const group = program.command('workers').description('the workers of runs: list, drain, release');
  group
    .command('list')
    .description('the workers of the runs under way, or all that one run has had')
    .option('--run <run>', 'id of a run')
    .action(act(list));
  addAct(group, act, 'drain', 'let a worker end after its task; another takes its place when it is needed');
  addAct(group, act, 'release', 'take a worker out of quarantine, so that it gets tasks again');
};

async function list(call: Invocation, { run }: { readonly run?: string }): Promise<number> {
  const params = run === undefined ? {} : { runId: await findOwnRun(call, run) };
  return withSession(call, 'reader', async ({ service }) => {
    const { workers } = await service.call('workers.list', params);
    call.out.result({ workers: workers.map(workerDocument) }, () => workersText(workers, call.out));
    return 0;
  });
}

function addAct(group: Command, act: Act, verb: 'drain' | 'release', description: string): void {
  const command = group.command(verb).description(description).argument('<id>', 'id of the worker');
  addControlOptions(command).action(
    act((call, id: string, given: ControlOptions) =>
      withSession(call, 'owner', async ({ service }) => {
        const { runId, workerId } = await findWorker(service, id);
        const params = { ...commandParams(runId, given), workerId };
        const { worker } = await service.call(`workers.${verb}`, params);
        const workers = worker === null ? [] : [worker];
        call.out.result({ workers: workers.map(workerDocument) }, () => workersText(workers, call.out));
        return 0;
      }),
    ),
  );
}

/** By its id, in whatever case it is written. */
async function findWorker(service: Service, id: string): Promise<WorkerView> {
  const { workers } = await service.call('workers.list', {});
  const found = workers.find(({ workerId }) => workerId === id.toUpperCase());
  if (found !== undefined) return found;
  throw new PatchbayError(
    'E_NOT_FOUND',
    `No run under way has a worker ${id}.`,
    'List them with `patchbay workers list`; a worker ends with its run.',
    { workerId: id },
  );
}

function workersText(workers: readonly WorkerView[], out: Output): string {
  if (workers.length === 0) return 'No workers: no run is under way, or none of its tasks has begun.';
  const rows = workers.map((worker) => [
    worker.workerId,
    String(worker.number),
    worker.quarantined === null ? worker.state : out.paint('red', `${worker.state} QUARANTINED`),
    worker.taskId ?? '',
    worker.lastSeenAt ?? '',
    note(worker),
  ]);
  return table(['WORKER', 'NO', 'STATE', 'TASK', 'LAST SIGN OF LIFE', ''], rows);
}

function note({ quarantined, reason, stuck, missedHeartbeats }: WorkerView): string {
  if (quarantined !== null) return quarantined.reason;
  if (reason !== '') return reason;
  if (missedHeartbeats > 0) return `${missedHeartbeats} heartbeats missed`;
  return stuck === null ? '' : `may be stuck: ${Math.round(stuck.expectedMs / 1000)} s were expected`;
}

function workerDocument(worker: WorkerView) {
  return {
    worker_id: worker.workerId,
    run_id: worker.runId,
    number: worker.number,
    state: worker.state,
    reason: worker.reason,
    quarantine: worker.quarantined,
    task_id: worker.taskId,
    attempt_id: worker.attemptId,
    tool: worker.tool,
    lease: worker.lease,
    busy_since: worker.busySince,
    last_seen_at: worker.lastSeenAt,
    missed_heartbeats: worker.missedHeartbeats,
    stuck: worker.stuck === null ? null : { at: worker.stuck.at, expected_ms: worker.stuck.expectedMs },
    attempts_completed: worker.completed,
    attempts_failed: worker.failed,
    busy_ms: worker.busyMs,
    spawned_at: worker.spawnedAt,
    terminated_at: worker.terminatedAt,
  };
}
