// What a heartbeat saw of one busy worker.
import type { AttemptProbe } from '../../shared/ports/execution.ts';
import type { Verdict } from './judge-probe.ts';

export interface WorkerSeen {
  readonly workerId: string;
  readonly attemptId: string;
  readonly lease: number;
  readonly verdict: Verdict;
  readonly probe: AttemptProbe;
}
