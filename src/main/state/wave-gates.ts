// How the open wave of a run stands with the gates at its end.
import type { GateRunNode, RunNode, TaskNode } from './run-state.ts';

/** Nothing will come of it any more, unless a person tries it again. */
export function isSettled(task: TaskNode): boolean {
  if (task.state === 'blocked') return task.rootCause !== null;
  return task.state === 'completed' || task.state === 'failed' || task.state === 'cancelled';
}

/** Tasks of the open wave, and of those before it, that can still change something. O(tasks). */
export function openTasksOfWave(run: RunNode): readonly TaskNode[] {
  const { of, open } = run.wave;
  return run.inOrder.filter((task) => (of.get(task.plan.taskId) ?? 0) <= open && !isSettled(task));
}

export function lastWave(run: RunNode): number {
  let last = 0;
  for (const wave of run.wave.of.values()) last = Math.max(last, wave);
  return last;
}

/** What the tasks of the open wave ask for at its end, in an order that respects what each comes after. */
export function gatesOfWave(run: RunNode): readonly string[] {
  const { of, open } = run.wave;
  const asked = new Set<string>();
  for (const { plan } of run.tasks.values()) {
    if (of.get(plan.taskId) === open) for (const gateId of plan.waveGates ?? []) asked.add(gateId);
  }
  return [...run.gates.keys()].filter((gateId) => asked.has(gateId));
}

/** The newest run of each gate on the head that the open wave left. */
export function waveGateRuns(run: RunNode): ReadonlyMap<string, GateRunNode> {
  const { landed, open } = run.wave;
  const runs = new Map<string, GateRunNode>();
  if (landed === null) return runs;
  for (const gateRun of run.gateRuns.values()) {
    if (gateRun.wave === open && gateRun.commit === landed) runs.set(gateRun.gateId, gateRun);
  }
  return runs;
}

/** A required gate that did not pass on the head that the open wave left; null as long as there is none. */
export function waveRefusal(run: RunNode): GateRunNode | null {
  if (run.wave.landed === null || run.wave.landed !== run.head) return null;
  for (const gateRun of waveGateRuns(run).values()) {
    const isRequired = run.gates.get(gateRun.gateId)?.required !== false;
    if (isRequired && gateRun.endedAt !== null && gateRun.state !== 'passed') return gateRun;
  }
  return null;
}

/** A required gate that nobody waited for and that did not pass in the end; null where none did. */
export function lateRefusal(run: RunNode): GateRunNode | null {
  const newest = new Map<string, GateRunNode>();
  for (const gateRun of run.gateRuns.values()) {
    const gate = run.gates.get(gateRun.gateId);
    if (gate === undefined || gate.blocking !== false || !gate.required) continue;
    if (gateRun.change?.commit === gateRun.commit) newest.set(gateRun.gateId, gateRun);
  }
  for (const gateRun of newest.values()) if (gateRun.endedAt !== null && gateRun.state !== 'passed') return gateRun;
  return null;
}
