// The pipeline from a patch to a commit as one table: each stage looks at the run and starts what is due.
import type { RunNode } from '../state/run-state.ts';
import { startCheck } from './decide-acceptance.ts';
import { acceptCandidate, startCandidate } from './decide-candidate.ts';
import { startGates } from './decide-gate.ts';
import { settleAdditions } from './settle-additions.ts';
import type { Turn } from './turn.ts';

export interface Stage {
  readonly name: string;
  /** Does nothing when the stage is busy or has nothing to do. */
  readonly advance: (turn: Turn, run: RunNode) => void;
}

/** In the order in which a patch passes them; capture and validation are started by the events before them. */
export const STAGES: readonly Stage[] = [
  { name: 'tasks that the run added: what follows when one has failed', advance: settleAdditions },
  { name: 'merge train: take up the next patch', advance: startCandidate },
  { name: 'gates: run what may run on the candidates', advance: startGates },
  { name: 'commit: swap the head to the gated and accepted tree', advance: acceptCandidate },
  { name: 'acceptance: run the next check', advance: startCheck },
];

export function advanceStages(turn: Turn, run: RunNode): void {
  for (const stage of STAGES) stage.advance(turn, run);
}
