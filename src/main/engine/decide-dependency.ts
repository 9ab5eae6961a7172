// A dependency that was found while a run goes on joins its graph.
import type { CommandWork } from '../../shared/domain/command.ts';
import { isMet } from '../state/edges.ts';
import { taskOf } from '../state/evolve-task.ts';
import { isOver } from '../state/is-over.ts';
import type { RunNode } from '../state/run-state.ts';
import { blockTask, taskSubject } from './decide-order.ts';
import { handOver } from './hand-over.ts';
import type { Turn } from './turn.ts';

type Depend = Extract<CommandWork, { name: 'depend' }>;

/** What is there already is not added twice. Where the task before can no longer give what is asked, the chain halts at once. */
export function addDependency(turn: Turn, run: RunNode, { taskId, on, edge }: Depend, reason: string): void {
  const task = taskOf(run, taskId);
  if (task.after.some((known) => known.task === on && known.edge === edge)) return;
  turn.emit(run.runId, 'dependency-added', taskSubject(task), { taskId, on, edge, reason });
  const before = taskOf(run, on);
  if (before.state === 'completed') handOver(turn, run, before);
  // A person may still decide about a task that is blocked without a cause.
  const isLost = isOver(before) && !(before.state === 'blocked' && before.rootCause === null);
  if (edge !== 'finish' && isLost && !isMet(before, { edge })) blockTask(turn, run, task, before.rootCause ?? on);
}
