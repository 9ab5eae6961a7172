// What one look at a busy worker says about it, compared with the look before. Pure.
import type { WorkerHealth } from '../../shared/domain/worker-health.ts';
import type { WorkerCheck } from '../../shared/events/worker-events.ts';
import type { AttemptProbe } from '../../shared/ports/execution.ts';

export type Verdict =
  | { readonly kind: 'alive' }
  /** A heartbeat was missed; the next one may come. */
  | { readonly kind: 'silent'; readonly check: WorkerCheck; readonly message: string }
  /** Waiting would not mend it. */
  | { readonly kind: 'failed'; readonly check: WorkerCheck; readonly message: string };

const ALIVE: Verdict = { kind: 'alive' };

/** `before` is the look of the heartbeat before; null at the first. */
export function judgeProbe(probe: AttemptProbe, before: AttemptProbe | null, health: WorkerHealth): Verdict {
  if (probe.at === 'gone') return silent('process', 'nobody works on its attempt any more, and no end was reported');
  const { process } = probe;
  if (process === null) return ALIVE;
  switch (process.state) {
    case 'gone':
      return silent('process', 'the process of its tool is gone, and its end was not reported');
    case 'zombie':
      return silent('process', 'the process of its tool has ended, and its end was not reported');
    case 'stopped':
      return failed('stopped', 'its tool was stopped (SIGSTOP) and does not go on');
    case 'running':
      break;
  }
  const { memoryBytes } = process;
  if (memoryBytes !== null && memoryBytes > health.memoryBytes) {
    return failed(
      'memory',
      `its tool takes ${megabytes(memoryBytes)}, and ${megabytes(health.memoryBytes)} are allowed`,
    );
  }
  return showsLife(probe, before) ? ALIVE : silent('heartbeat', silence(health));
}

/** Output, processor time, or processes that came and went. Where the system tells no processor time, a process that is there lives. */
function showsLife({ process: now }: AttemptProbe, before: AttemptProbe | null): boolean {
  const then = before?.process ?? null;
  if (now === null || then === null || now.cpuMs === null || then.cpuMs === null) return true;
  return now.outputBytes !== then.outputBytes || now.cpuMs !== then.cpuMs || now.processes !== then.processes;
}

function silence({ heartbeatMs }: WorkerHealth): string {
  return `its tool wrote nothing and used no processor time for ${heartbeatMs / 1000} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / (1024 * 1024))} MiB`;
}

function silent(check: WorkerCheck, message: string): Verdict {
  return { kind: 'silent', check, message };
}

function failed(check: WorkerCheck, message: string): Verdict {
  return { kind: 'failed', check, message };
}
