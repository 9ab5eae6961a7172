// The judgement of a phase, a workstream or a task on one tree.
import type { AcceptanceLevel, AcceptanceState } from '../../shared/domain/acceptance.ts';
import type { Acceptance } from '../../shared/plan/plan.ts';
import type { CheckNode } from './check-node.ts';

export interface AcceptanceNode {
  readonly table: 'acceptances';
  readonly acceptanceId: string;
  readonly level: AcceptanceLevel;
  readonly levelId: string;
  readonly changeId: string | null;
  readonly candidateId: string | null;
  readonly commit: string;
  readonly tree: string;
  readonly plan: Acceptance;
  readonly startedAt: string;
  state: AcceptanceState;
  reason: string;
  readonly checks: readonly CheckNode[];
  endedAt: string | null;
}
