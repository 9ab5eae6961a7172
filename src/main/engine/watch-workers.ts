// Looks at the busy workers of every running run at each heartbeat and posts what it saw; decides nothing.
import type { Clock } from '../../shared/ports/clock.ts';
import type { AttemptProbe, Execution } from '../../shared/ports/execution.ts';
import type { AttemptNode, RunNode, WorkerNode } from '../state/run-state.ts';
import { judgeProbe } from './judge-probe.ts';
import type { Message } from './message.ts';
import type { WorkerSeen } from './worker-seen.ts';

export interface WatchParts {
  readonly runs: ReadonlyMap<string, RunNode>;
  readonly probe: Execution['probe'];
  readonly clock: Clock;
  readonly post: (message: Message) => void;
  /** Something showed signs of life, which is not for the log and yet for those who look. */
  readonly onSeen?: ((run: RunNode, workers: ReadonlySet<WorkerNode>) => void) | undefined;
}

export interface WorkerWatch {
  /** A run changed: from its first busy worker on it is looked at, until none is busy. */
  note(run: RunNode): void;
  /** When a worker last showed signs of life, in milliseconds since 1970; null where nobody has looked. */
  lastSeen(workerId: string): number | null;
  close(): void;
}

export function watchWorkers(parts: WatchParts): WorkerWatch {
  /** Takes back the timer of each run that is watched. */
  const watched = new Map<string, () => void>();
  /** The look before of each run, by attempt. */
  const looks = new Map<string, ReadonlyMap<string, AttemptProbe>>();
  const lives = new Map<string, number>();
  let closed = false;

  const arm = (run: RunNode) => {
    const { heartbeatMs } = run.created.health;
    const cancel = parts.clock.after(heartbeatMs, () => {
      void look(run.runId);
    });
    watched.set(run.runId, cancel);
  };

  const look = async (runId: string) => {
    const run = parts.runs.get(runId);
    if (run === undefined || run.running === 0) return forget(runId);
    const busy = busyWorkers(run);
    const probes = await soon(run, parts.probe(busy.map(({ attempt }) => attempt.attemptId)));
    if (closed) return;
    const seen = seenOf(run, busy, probes);
    if (seen.length > 0) parts.post({ type: 'workers-seen', runId, seen });
    show(run, seen);
    arm(run);
  };

  /** A look that fails or does not come back says nothing about the workers: the next heartbeat looks again. */
  const soon = (run: RunNode, looking: Promise<readonly AttemptProbe[]>) =>
    new Promise<readonly AttemptProbe[]>((resolve) => {
      const cancel = parts.clock.after(run.created.health.heartbeatMs, () => resolve([]));
      looking
        .catch(() => [])
        .then((probes) => {
          cancel();
          resolve(probes);
        });
    });

  const seenOf = (run: RunNode, busy: readonly Busy[], probes: readonly AttemptProbe[]): readonly WorkerSeen[] => {
    const byAttempt = new Map(probes.map((probe) => [probe.attemptId, probe]));
    const before = looks.get(run.runId);
    looks.set(run.runId, byAttempt);
    return busy.flatMap(({ worker, attempt, lease }) => {
      const { attemptId } = attempt;
      const probe = byAttempt.get(attemptId);
      if (probe === undefined) return [];
      const verdict = judgeProbe(probe, before?.get(attemptId) ?? null, run.created.health);
      return [{ workerId: worker.workerId, attemptId, lease, verdict, probe }];
    });
  };

  const show = (run: RunNode, seen: readonly WorkerSeen[]) => {
    const alive = seen.flatMap(({ verdict, workerId }) => (verdict.kind === 'alive' ? [workerId] : []));
    for (const workerId of alive) lives.set(workerId, parts.clock.now());
    const workers = alive.flatMap((workerId) => run.workers.get(workerId) ?? []);
    if (workers.length > 0) parts.onSeen?.(run, new Set(workers));
  };

  const forget = (runId: string) => {
    watched.delete(runId);
    looks.delete(runId);
    if (watched.size === 0) lives.clear();
  };

  return {
    note: (run) => {
      if (!closed && !watched.has(run.runId) && run.state === 'running' && run.running > 0) arm(run);
    },
    lastSeen: (workerId) => lives.get(workerId) ?? null,
    close: () => {
      closed = true;
      for (const cancel of watched.values()) cancel();
      watched.clear();
    },
  };
}

interface Busy {
  readonly worker: WorkerNode;
  readonly attempt: AttemptNode;
  readonly lease: number;
}

/** Those whose lease holds, also where the start of the attempt was not heard of: nobody else would miss its end. */
function busyWorkers(run: RunNode): readonly Busy[] {
  return [...run.pool].flatMap((worker) => {
    const { attempt, lease } = worker;
    return attempt !== null && attempt.endedAt === null && lease !== null ? [{ worker, attempt, lease }] : [];
  });
}
