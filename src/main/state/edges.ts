// When an edge between two tasks is satisfied.
import { TASK_MACHINE } from '../../shared/domain/task.ts';
import { isTerminal } from '../../shared/lib/machine.ts';
import type { Edge } from '../../shared/plan/plan.ts';
import { gateRunsFor } from './gate-runs-for.ts';
import type { Change, RunNode, TaskNode } from './run-state.ts';

/**
 * True when a `finish` edge is satisfied: the task has ended, or it is blocked for good and all before it has finished.
 * The second half keeps the order of a chain whose middle can never run.
 */
export function hasFinished(task: TaskNode): boolean {
  if (task.state === 'blocked') return task.rootCause !== null && task.openBefore === 0;
  return isTerminal(TASK_MACHINE, task.state);
}

/** Whether the task before an edge has given what the edge asks for. */
export function isMet(before: TaskNode, { edge, gate }: Pick<Edge, 'edge' | 'gate'>): boolean {
  switch (edge) {
    case 'finish':
      return hasFinished(before);
    case 'success':
    case 'artifact':
      return before.state === 'completed';
    case 'gate':
      return before.state === 'completed' && (before.passedGates === null || before.passedGates.includes(gate ?? ''));
  }
}

/**
 * Gates that passed on what a task left when it completed: on its commit or, where it changed nothing, on the head
 * as it was. Null for a task that a person declared done: a person's word stands for every gate.
 */
export function gatesPassed(run: RunNode, task: TaskNode): readonly string[] | null {
  if (task.completion !== null && !BY_TOOLS.has(task.completion)) return null;
  const change = committedChange(task);
  const passed =
    change === undefined
      ? [...run.gateRuns.values()].filter((gateRun) => gateRun.tree === run.headTree)
      : gateRunsFor(run, change);
  return passed.filter((gateRun) => gateRun.state === 'passed').map((gateRun) => gateRun.gateId);
}

const BY_TOOLS: ReadonlySet<string> = new Set(['committed', 'committed_directly', 'no_change', 'replaced']);

/** What a completed task left on the head: its own change, or that of a task that was added for it. */
export function committedChange(task: TaskNode): Change | undefined {
  const changes = [task, ...task.additions].flatMap((one) => [...one.patches, ...one.directChanges]);
  return changes.find(({ state }) => state === 'committed');
}
