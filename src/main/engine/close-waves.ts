// Where a plan has gates at the end of waves: a wave lands, the gates judge its head once, and the next one opens.
import type { RunNode } from '../state/run-state.ts';
import { gatesOfWave, lastWave, openTasksOfWave, waveGateRuns, waveRefusal } from '../state/wave-gates.ts';
import { queueWaveGates } from './decide-gate.ts';
import { runSubject } from './decide-run.ts';
import { isInHand } from './is-in-hand.ts';
import type { Turn } from './turn.ts';

/** True when something came of it: tasks may start, or gates. */
export function closeWaves(turn: Turn, run: RunNode): boolean {
  if (run.wave.of.size === 0) return false;
  let hasMoved = false;
  while (run.wave.open <= lastWave(run) && !isInHand(run) && run.retrying.size === 0) {
    if (openTasksOfWave(run).length > 0) return hasMoved;
    const gates = gatesOfWave(run);
    if (isLetThrough(run, gates)) turn.emit(run.runId, 'wave-opened', runSubject(run), { wave: run.wave.open + 1 });
    else if (run.wave.landed === run.head) return hasMoved;
    else judgeWave(turn, run, gates);
    hasMoved = true;
  }
  return hasMoved;
}

/** A person says that a gate which did not pass may now, on the same head: a service was down, a tool is installed. */
export function judgeWaveAgain(turn: Turn, run: RunNode): void {
  if (isInHand(run) || waveRefusal(run) === null) return;
  turn.emit(run.runId, 'run-control-changed', runSubject(run), { control: 'active', reason: '' });
  judgeWave(turn, run, gatesOfWave(run));
}

function judgeWave(turn: Turn, run: RunNode, gates: readonly string[]): void {
  const { open: wave } = run.wave;
  turn.emit(run.runId, 'wave-landed', runSubject(run), { wave, commit: run.head, gates });
  queueWaveGates(turn, run, gates);
}

/** Nothing asks, nothing was changed since the same gates passed, or all that is required has passed. */
function isLetThrough(run: RunNode, gates: readonly string[]): boolean {
  if (run.head === run.created.base) return true;
  const judged = waveGateRuns(run);
  return gates.every((gateId) => {
    const own = judged.get(gateId);
    if (own !== undefined) return own.state === 'passed' || run.gates.get(gateId)?.required === false;
    return hasPassed(run, gateId);
  });
}

/** At the end of an earlier wave, on the head as it still is. */
function hasPassed(run: RunNode, gateId: string): boolean {
  for (const one of run.gateRuns.values()) {
    if (one.wave !== null && one.gateId === gateId && one.commit === run.head && one.state === 'passed') return true;
  }
  return false;
}
