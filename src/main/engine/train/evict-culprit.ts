// A change failed a required gate alone on a head without it: it leaves the train, and what becomes of it is decided here.
import type { GateRunState } from '../../../shared/domain/gate.ts';
import type { Candidate, GateRunNode, RunNode } from '../../state/run-state.ts';
import { mendOrGiveUp } from '../feedback/mend.ts';
import { giveUpChange, refuseChange } from '../set-aside.ts';
import type { Turn } from '../turn.ts';

const HOW: { readonly [S in GateRunState]?: string } = {
  failed: 'failed',
  error: 'could not run',
  skipped: 'did not run',
};

export function evictCulprit(turn: Turn, run: RunNode, { change }: Candidate, gateRun: GateRunNode): void {
  const how = HOW[gateRun.state] ?? 'did not pass';
  const reason = `gate ${gateRun.gateId} ${how}: ${gateRun.message}`;
  // Another attempt does not install what the machine has not.
  if (gateRun.missing) return refuseChange(turn, run, change, { reason, code: 'E_TOOL_UNAVAILABLE', findings: [] });
  const aside = { reason, code: 'E_GATE_FAILED', findings: [] } as const;
  // A gate that could not run says nothing about the change: there is nothing to mend.
  if (gateRun.state === 'failed') mendOrGiveUp(turn, run, change, aside);
  else giveUpChange(turn, run, change, aside);
}
