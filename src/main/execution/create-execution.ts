// The Execution port: runs attempts side by side, stops them, and saves what a crash left.
import type { CapturedPatch } from '../../shared/domain/patch.ts';
import { asPatchbayError } from '../../shared/lib/errors.ts';
import type {
  AttemptChanges,
  AttemptOrder,
  AttemptOutcome,
  AttemptProbe,
  AttemptStarted,
  Execution,
} from '../../shared/ports/execution.ts';
import { adapterFor } from './adapters/registry.ts';
import type { AttemptProgress } from './attempt-progress.ts';
import type { ExecutionPorts } from './execution-ports.ts';
import { runAttempt } from './run-attempt.ts';

interface Running {
  readonly controller: AbortController;
  readonly outcome: Promise<AttemptOutcome>;
  readonly progress: AttemptProgress;
  /** Monotonic milliseconds. */
  readonly begun: number;
}

export function createExecution(ports: ExecutionPorts): Execution {
  const running = new Map<string, Running>();
  return {
    runAttempt: (order, onStarted) => {
      const controller = new AbortController();
      const progress: AttemptProgress = { at: 'ours' };
      const outcome = runAttempt({ ports, order, onStarted, signal: controller.signal, progress })
        .catch((error) => faulted(ports, order, error))
        .finally(() => running.delete(order.attemptId));
      running.set(order.attemptId, { controller, outcome, progress, begun: ports.clock.monotonic() });
      return outcome;
    },
    stopAttempt: (attemptId, reason) => {
      ports.log('info', 'An attempt is stopped', { attemptId, reason });
      running.get(attemptId)?.controller.abort();
    },
    probe: (attemptIds) => probe(ports, running, attemptIds),
    changesSoFar: (attemptIds) => changesSoFar(ports, running, attemptIds),
    salvageAttempt: (order, started) => salvage(ports, order, started),
    stagePatch: (order) => ports.workspaces.stagePatch(order),
    release: (attemptId) => ports.workspaces.release(attemptId),
    close: async () => {
      const attempts = [...running.values()];
      for (const { controller } of attempts) controller.abort();
      await Promise.all(attempts.map(({ outcome }) => outcome));
    },
  };
}

async function probe(
  ports: ExecutionPorts,
  running: ReadonlyMap<string, Running>,
  attemptIds: readonly string[],
): Promise<readonly AttemptProbe[]> {
  const withTool = attemptIds.filter((attemptId) => running.get(attemptId)?.progress.at === 'tool');
  const processes = new Map((await ports.spawn.probe(withTool)).map((one) => [one.id, one]));
  return attemptIds.map((attemptId) => {
    const attempt = running.get(attemptId);
    if (attempt === undefined) return { attemptId, at: 'gone', process: null, runningMs: 0 };
    // What it does now and not what it did when it was asked about: a tool may have ended in between.
    const { at } = attempt.progress;
    const seen = at === 'tool' ? (processes.get(attemptId) ?? null) : null;
    const runningMs = Math.round(ports.clock.monotonic() - attempt.begun);
    return { attemptId, at, process: seen, runningMs };
  });
}

/** One after the other: looking is never in a hurry, and tools need the machine. */
async function changesSoFar(
  ports: ExecutionPorts,
  running: ReadonlyMap<string, Running>,
  attemptIds: readonly string[],
): Promise<readonly AttemptChanges[]> {
  const found: AttemptChanges[] = [];
  for (const attemptId of attemptIds) {
    if (running.get(attemptId)?.progress.at !== 'tool') continue;
    const changes = await ports.workspaces.changesSoFar(attemptId).catch(() => null);
    if (changes !== null) found.push({ attemptId, changes });
  }
  return found;
}

/** What a crashed engine left: nothing of the tool may run on while its work is looked at. */
async function salvage(
  ports: ExecutionPorts,
  order: AttemptOrder,
  started: AttemptStarted | null,
): Promise<CapturedPatch | null> {
  const { attemptId, task, number } = order;
  try {
    await ports.spawn.reap(attemptId, started?.pid ?? null, started?.processStart ?? null);
    const workspace = await ports.workspaces.find(attemptId);
    if (workspace === null) return null;
    const start = adapterFor(task.launch)?.describe(task, number, process.platform);
    return await ports.workspaces.capture(workspace, start?.kind === 'process' ? start.litter : []);
  } catch (error) {
    // The workspace is kept on release when its capture failed, so nothing is lost by going on.
    ports.log('error', 'The work of an attempt could not be saved', {
      attemptId,
      error: asPatchbayError(error).message,
    });
    return null;
  }
}

/** The last net under `runAttempt`: a fault of ours is an outcome too. */
function faulted(ports: ExecutionPorts, { attemptId }: AttemptOrder, error: unknown): AttemptOutcome {
  const { code, message } = asPatchbayError(error);
  ports.log('error', 'An attempt failed by a fault of Patchbay', { attemptId, message });
  return { result: 'failed', failure: { code, message }, patch: null, usage: null, logs: null, notes: [] };
}
