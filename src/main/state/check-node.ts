// One check of an acceptance, as it stands.
import type { CheckState } from '../../shared/domain/acceptance.ts';

export interface CheckNode {
  readonly checkId: string;
  /** Of the newest start; names its output. */
  checkRunId: string | null;
  state: CheckState;
  exitCode: number | null;
  durationMs: number | null;
  tail: string;
  logs: string | null;
  cached: boolean;
  message: string;
}
