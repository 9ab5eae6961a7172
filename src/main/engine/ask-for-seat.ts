// Seats that runs share are asked for before a tool starts; a run that is refused waits until it is woken.
import { leaveLines } from '../state/admission/claims.ts';
import { freeKey, holdTask, offerTask } from '../state/admission/holds.ts';
import { sharedToolKey } from '../state/admission/task-conditions.ts';
import { toolNow } from '../state/admission/tool-condition.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import type { Turn } from './turn.ts';

/** True when there is no seat for the task's tool: the task stands aside until the run is woken. */
export function isWithoutSeat(turn: Turn, run: RunNode, task: TaskNode): boolean {
  const tool = toolNow(run, task);
  const refusal = turn.seats?.refusal(run.runId, tool) ?? null;
  if (refusal === null) return false;
  const waiting = { reason: refusal.reason, freedBy: refusal.freedBy };
  if (refusal.of === 'tool') {
    run.sharedTools.set(tool, waiting);
    leaveLines(run, task);
    holdTask(run, task, sharedToolKey(tool));
  } else {
    run.outside.set(SEATS, waiting);
    offerTask(run, task);
  }
  return true;
}

/** The key in `run.outside`. */
const SEATS = 'seats';

/** The run may ask again for whatever it was refused. */
export function seatFreed(run: RunNode): void {
  run.outside.delete(SEATS);
  const tools = [...run.sharedTools.keys()];
  run.sharedTools.clear();
  for (const tool of tools) freeKey(run, sharedToolKey(tool));
}
