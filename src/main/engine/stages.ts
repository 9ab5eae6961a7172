// The pipeline from a patch to a commit as one table: each stage looks at the run and starts what is due.
import type { RunNode } from '../state/run-state.ts';
import { startCheck } from './decide-acceptance.ts';
import { startGates } from './decide-gate.ts';
import { settleStack } from './train/settle-stack.ts';
import { takeUp } from './train/take-up.ts';
import type { Turn } from './turn.ts';

export interface Stage {
  readonly name: string;
  /** Does nothing when the stage is busy or has nothing to do. */
  readonly advance: (turn: Turn, run: RunNode) => void;
}

/** In the order in which a patch passes them; capture and validation are started by the events before them. */
export const STAGES: readonly Stage[] = [
  { name: 'merge train: take up the next patch', advance: takeUp },
  { name: 'gates: run what may run on the candidates', advance: startGates },
  { name: 'commit: what passed lands, what failed goes', advance: settleStack },
  { name: 'acceptance: run the next check', advance: startCheck },
];

export function advanceStages(turn: Turn, run: RunNode): void {
  let before: RunNode['candidates'];
  // What leaves the stack makes room for what comes next.
  do {
    before = run.candidates;
    for (const stage of STAGES) stage.advance(turn, run);
  } while (run.candidates !== before);
}
