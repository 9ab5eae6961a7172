// A run that waited for a person has heard from one; what it waits for now is found out when it goes on.
import type { RunNode } from '../state/run-state.ts';
import type { Turn } from './turn.ts';

export function goOn(turn: Turn, run: RunNode): void {
  if (run.control !== 'waiting') return;
  turn.emit(run.runId, 'run-control-changed', { entity: 'run', id: run.runId }, { control: 'active', reason: '' });
}
