// The comparison of a run in sequence with the dag that shadows it: made once, when nothing of the run is left to do.
import { LIMITS } from '../../shared/domain/limits.ts';
import type { ShadowReport } from '../../shared/domain/shadow-report.ts';
import type { RunNode } from '../state/run-state.ts';
import type { Subject, Turn } from './turn.ts';

function subject(run: RunNode): Subject {
  return { entity: 'run', id: run.runId };
}

/** True while the comparison is not there yet; asks for it once. */
export function awaitsShadow(turn: Turn, run: RunNode): boolean {
  const { shadow, tasks } = run.created.plan;
  if (shadow === undefined || run.shadow !== null) return false;
  if (tasks.length > LIMITS.shadowTasks) {
    shadowFailed(turn, run, `it has ${tasks.length} tasks, and up to ${LIMITS.shadowTasks} can be compared`);
    return false;
  }
  for (const effect of turn.pending.values()) {
    if (effect.kind === 'compare-shadow' && effect.runId === run.runId) return true;
  }
  turn.want(run.runId, 'compare-shadow', {});
  return true;
}

export function shadowCompared(turn: Turn, run: RunNode, report: ShadowReport): void {
  turn.emit(run.runId, 'shadow-compared', subject(run), { report, reason: '' });
}

/** The run itself is none the worse for it. */
export function shadowFailed(turn: Turn, run: RunNode, reason: string): void {
  turn.emit(run.runId, 'shadow-compared', subject(run), { report: null, reason });
}
