// Invariant: what a gate refused is mended within the limits, from the best that was tried, and never by a fix of a fix.
import { DEFAULT_FEEDBACK } from '../../../src/main/engine/feedback/plan-fix.ts';
import type { GateRunNode, PatchNode, RunNode, TaskNode } from '../../../src/main/state/run-state.ts';
import type { TaskPlan } from '../../../src/shared/plan/plan.ts';
import type { Invariant } from './invariant.ts';

export const FIXES: Invariant = {
  name: 'fixes',
  says: 'a fix goes on from the best patch that a gate refused, is one of at most so many of its signature and task, and is the only one at work',
  watch: ({ breach }) => {
    /** Signatures by life of the task that is mended. */
    const made = new Map<string, string[]>();
    return {
      event: ({ event, run }) => {
        if (event.kind !== 'task-added') return;
        for (const what of faults(run, event.data.task, made))
          breach(`event ${event.seq}: ${event.data.taskId} ${what}`);
      },
      end: ({ runs }) => {
        for (const run of runs) {
          for (const task of run.tasks.values()) {
            if (task.completion !== 'replaced' || task.additions.at(-1)?.state === 'completed') continue;
            breach(`run ${run.runId}: ${task.plan.taskId} is completed, and nothing that was added for it is`);
          }
          const left = [...run.handedOn].map(({ plan }) => plan.taskId);
          if (left.length > 0) breach(`run ${run.runId}: ${left.join(', ')} still waits for what was added for it`);
        }
      },
    };
  },
};

function faults(run: RunNode, { origin }: TaskPlan, made: Map<string, string[]>): readonly string[] {
  if (origin?.fix === undefined || origin.task === null) return [];
  const original = run.tasks.get(origin.task);
  if (original === undefined) return ['mends a task that is not there'];
  const { perTask, perSignature } = run.created.plan.feedback ?? DEFAULT_FEEDBACK;
  const before = made.get(original.ulid) ?? [];
  const signatures = [...before, origin.fix.signature];
  made.set(original.ulid, signatures);
  const alike = signatures.filter((one) => one === origin.fix?.signature).length;
  const open = original.additions.filter(({ state }) => state !== 'failed');
  const from = run.patches.get(origin.patch ?? '');
  const refusal = from === undefined ? undefined : refusalOf(run, from);
  const better = refusal === undefined ? [] : triedFor(original).filter((patch) => isBetter(run, patch, refusal));
  return [
    ...(original.addedFor === null ? [] : ['is a fix of a fix']),
    ...(original.state === 'validating' ? [] : [`mends a task that is ${original.state}`]),
    ...(alike <= perSignature ? [] : [`is number ${alike} of one signature`]),
    ...(signatures.length <= perTask ? [] : [`is number ${signatures.length} of one task`]),
    ...(alike === origin.fix.number ? [] : [`says that it is number ${origin.fix.number}, and is ${alike}`]),
    ...(open.length === 1 ? [] : [`is not the only one at work: ${open.map(({ plan }) => plan.taskId).join(', ')}`]),
    ...(refusal?.commit === origin.start?.from ? [] : ['begins with something that no gate refused']),
    ...better.map(({ patchId }) => `begins from ${origin.patch}, and ${patchId} was better`),
  ];
}

function triedFor({ patches, additions }: TaskNode): readonly PatchNode[] {
  return [...patches, ...additions.flatMap(triedFor)];
}

function refusalOf(run: RunNode, { gateRuns }: PatchNode): GateRunNode | undefined {
  return gateRuns.findLast(({ state, gateId }) => state === 'failed' && run.gates.get(gateId)?.required === true);
}

/** At the same gate, and by the number of failures alone. */
function isBetter(run: RunNode, patch: PatchNode, than: GateRunNode): boolean {
  const refusal = refusalOf(run, patch);
  return refusal?.gateId === than.gateId && refusal.failed > 0 && (than.failed === 0 || refusal.failed < than.failed);
}
