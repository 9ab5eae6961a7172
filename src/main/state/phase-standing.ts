// The state of a phase: what its workstreams make it, and whether it is accepted where it has to be.
import { type PhaseState, phaseState } from '../../shared/domain/phase.ts';
import { acceptancePlan, newestAcceptance } from './evolve-acceptance.ts';
import { phaseOf } from './evolve-run.ts';
import type { RunNode } from './run-state.ts';

/** Not the state of the phase's node, which its last event says: runs from before phases had events have none. A phase whose workstreams are all completed is completed itself only when its acceptance passed. */
export function phaseStanding(run: RunNode, phaseId: string): PhaseState {
  const phase = phaseOf(run, phaseId);
  const state = phaseState(phase.state, phase.workstreams);
  if (state !== 'completed' || acceptancePlan(run, 'phase', phaseId) === null) return state;
  switch (newestAcceptance(run, 'phase', phaseId)?.state) {
    case 'passed':
      return 'completed';
    case 'failed':
      return 'failed';
    case 'canceled':
      return 'cancelled';
    case 'running':
    case undefined:
      return 'executing';
  }
}
