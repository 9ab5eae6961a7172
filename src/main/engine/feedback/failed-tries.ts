// What was tried for a task and refused by a required gate, and which of it is the best to go on from. Pure.
import type { GateRunNode, PatchNode, RunNode, TaskNode } from '../../state/run-state.ts';
import { errorSignature } from './error-signature.ts';

export interface FailedTry {
  readonly patch: PatchNode;
  /** The gate that refused it. */
  readonly gateRun: GateRunNode;
  readonly signature: string;
}

/** Oldest first: of the task and of all that was added for it in this life. */
export function failedTries(run: RunNode, original: TaskNode): readonly FailedTry[] {
  return familyOf(original)
    .flatMap(({ patches }) => patches)
    .flatMap((patch) => {
      const gateRun = refusalOf(run, patch);
      return gateRun === null ? [] : [{ patch, gateRun, signature: errorSignature(gateRun) }];
    });
}

/** The task and whatever was added for it, however deep. */
export function familyOf(task: TaskNode): readonly TaskNode[] {
  return [task, ...task.additions.flatMap(familyOf)];
}

/** The task of the plan that it was added for in the end, or itself. */
export function rootOf(task: TaskNode): TaskNode {
  let root = task;
  while (root.addedFor !== null) root = root.addedFor;
  return root;
}

function refusalOf(run: RunNode, patch: PatchNode): GateRunNode | null {
  const isRefusal = ({ state, gateId }: GateRunNode) => state === 'failed' && run.gates.get(gateId)?.required !== false;
  return patch.gateRuns.findLast(isRefusal) ?? null;
}

/** The first of those that none is better than. */
export function bestTry([first, ...later]: readonly FailedTry[]): FailedTry | null {
  if (first === undefined) return null;
  return later.reduce((best, one) => (isBetter(one, best) ? one : best), first);
}

/** It passes the gate that refused the other one, or fails less at the same; what does not name its failures is not less. */
export function isBetter(one: FailedTry, other: FailedTry): boolean {
  const { gateId } = other.gateRun;
  if (one.gateRun.gateId !== gateId) return lastRun(one, gateId)?.state === 'passed';
  const [now, before] = [one.gateRun.failed, other.gateRun.failed];
  return now > 0 && (before === 0 || now < before);
}

function lastRun({ patch, gateRun }: FailedTry, gateId: string): GateRunNode | undefined {
  return patch.gateRuns.findLast((one) => one.gateId === gateId && one.candidateId === gateRun.candidateId);
}
