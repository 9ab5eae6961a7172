// The Execution port: runs attempts side by side, stops them, and saves what a crash left.
import type { CapturedPatch } from '../../shared/domain/patch.ts';
import { asPatchbayError } from '../../shared/lib/errors.ts';
import type { AttemptOrder, AttemptOutcome, AttemptStarted, Execution } from '../../shared/ports/execution.ts';
import { adapterFor } from './adapters/registry.ts';
import type { ExecutionPorts } from './execution-ports.ts';
import { runAttempt } from './run-attempt.ts';

interface Running {
  readonly controller: AbortController;
  readonly outcome: Promise<AttemptOutcome>;
}

export function createExecution(ports: ExecutionPorts): Execution {
  const running = new Map<string, Running>();
  return {
    runAttempt: (order, onStarted) => {
      const controller = new AbortController();
      const outcome = runAttempt({ ports, order, onStarted, signal: controller.signal })
        .catch((error) => faulted(ports, order, error))
        .finally(() => running.delete(order.attemptId));
      running.set(order.attemptId, { controller, outcome });
      return outcome;
    },
    stopAttempt: (attemptId, reason) => {
      ports.log('info', 'An attempt is stopped', { attemptId, reason });
      running.get(attemptId)?.controller.abort();
    },
    salvageAttempt: (order, started) => salvage(ports, order, started),
    release: (attemptId) => ports.workspaces.release(attemptId),
    close: async () => {
      const attempts = [...running.values()];
      for (const { controller } of attempts) controller.abort();
      await Promise.all(attempts.map(({ outcome }) => outcome));
    },
  };
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
