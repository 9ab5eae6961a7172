// One execution of a gate on one tree, as it stands; what it judges is beside it.
import type { FailingTest, GateRunState } from '../../shared/domain/gate.ts';

export interface GateRunFacts {
  readonly table: 'gate_runs';
  readonly gateRunId: string;
  readonly gateId: string;
  /** Null where it judges a head. */
  readonly candidateId: string | null;
  /** The wave that ended with this head, from 0. */
  readonly wave: number | null;
  readonly blockedBy: readonly string[];
  readonly tree: string;
  readonly commit: string;
  /** What that commit stands on. */
  readonly onto: string;
  readonly queuedAt: string;
  state: GateRunState;
  exitCode: number | null;
  durationMs: number | null;
  tail: string;
  logs: string | null;
  cached: boolean;
  message: string;
  /** It failed, and passed when it was run again on the same tree. */
  flaky: boolean;
  /** It needs what the machine has not. */
  missing: boolean;
  failures: readonly FailingTest[];
  /** How many failed in all. */
  failed: number;
  endedAt: string | null;
}
