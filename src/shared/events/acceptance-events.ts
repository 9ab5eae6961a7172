// What can happen to an acceptance, the judgement of a phase, a workstream or a task on one tree, and to its checks.
import type { AcceptanceLevel } from '../domain/acceptance.ts';
import type { GateOutcome } from '../domain/gate.ts';

export interface AcceptanceEvents {
  'acceptance-started': {
    readonly level: AcceptanceLevel;
    readonly levelId: string;
    /** Of a task: the patch or direct change and the candidate that are judged; null where nothing was changed. */
    readonly changeId: string | null;
    readonly candidateId: string | null;
    readonly commit: string;
    /** The commit itself where its tree is not known. */
    readonly tree: string;
  };
  'check-started': { readonly checkId: string; readonly checkRunId: string };
  'check-finished': GateOutcome & { readonly checkId: string };
  'acceptance-finished': {
    readonly level: AcceptanceLevel;
    readonly levelId: string;
    readonly state: 'passed' | 'failed' | 'canceled';
    readonly reason: string;
  };
}
