// Invariant: gates keep their slots and their order, and nothing gets past one that has to pass.
import type { GateRunNode, RunNode } from '../../../src/main/state/run-state.ts';
import { LIMITS } from '../../../src/shared/domain/limits.ts';
import type { EventData } from '../../../src/shared/events/event.ts';
import type { Invariant } from './invariant.ts';

export const GATES: Invariant = {
  name: 'gates',
  says: 'no gate starts before what it comes after has passed on the same tree, nor beyond the slots; what lands has passed what it has to wait for; no task starts before its wave',
  watch: ({ breach }) => ({
    event: ({ event, run }) => {
      const said = (what: string) => breach(`event ${event.seq}, ${event.kind}: ${what}`);
      if (event.kind === 'gate-started') for (const what of startedWrongly(run, event.id)) said(what);
      if (event.kind === 'candidate-accepted') for (const what of unpassed(run, event.data)) said(what);
      if (event.kind === 'attempt-created') {
        const { of, open } = run.wave;
        const wave = of.get(event.data.taskId) ?? 0;
        if (wave > open) said(`${event.data.taskId} of wave ${wave} starts in wave ${open}`);
      }
    },
    end: ({ runs }) => {
      for (const run of runs) for (const what of wrongSuccess(run)) breach(`run ${run.runId}: ${what}`);
    },
  }),
};

function startedWrongly(run: RunNode, gateRunId: string): readonly string[] {
  const gateRun = run.gateRuns.get(gateRunId);
  if (gateRun === undefined) return [`gate run ${gateRunId} is not known`];
  const all = [...run.gateRuns.values()];
  const running = all.filter(({ state }) => state === 'running').length;
  const slots = run.created.plan.gateSlots ?? LIMITS.gateSlots;
  const early = (run.gates.get(gateRun.gateId)?.after ?? []).filter((id) => {
    const before = all.filter((one) => one.gateId === id && isBeside(one, gateRun)).at(-1);
    return before !== undefined && before.state !== 'passed';
  });
  return [
    ...(running > slots ? [`${running} gates run in ${slots} slots`] : []),
    ...early.map((id) => `${gateRun.gateId} starts before ${id} has passed`),
  ];
}

function isBeside(one: GateRunNode, other: GateRunNode): boolean {
  return one.candidateId === other.candidateId && one.commit === other.commit && one.wave === other.wave;
}

function unpassed(run: RunNode, { commit }: EventData['candidate-accepted']): readonly string[] {
  const at = run.candidates.findIndex((one) => one.commit === commit);
  const candidate = run.candidates[at];
  if (candidate === undefined) return [`there is no candidate ${commit}`];
  // A later tree that holds it may speak for it; that both land together is what `landings` looks at.
  const speaking = run.candidates.slice(at);
  return candidate.change.task.plan.gates.flatMap((gateId) => {
    const gate = run.gates.get(gateId);
    if (gate === undefined || !gate.required || gate.blocking === false) return [];
    const passed = speaking.some(({ candidateId, change }) =>
      change.gateRuns.some((one) => one.gateId === gateId && one.candidateId === candidateId && one.state === 'passed'),
    );
    return passed ? [] : [`${gateId} has passed neither on ${commit} nor on what is built on it`];
  });
}

/** A run that succeeded has let every wave through its gates. */
function wrongSuccess(run: RunNode): readonly string[] {
  if (run.state !== 'succeeded') return [];
  const refused = [...run.wave.of.values()].some((wave) => wave >= run.wave.open);
  return refused ? [`it succeeded in wave ${run.wave.open}`] : [];
}
