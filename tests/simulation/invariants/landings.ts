// Invariant: what lands was judged where it says so, nobody is overtaken for ever, and the train loses nothing.
import { changeIdOf } from '../../../src/main/state/find-change.ts';
import type { Change, RunNode } from '../../../src/main/state/run-state.ts';
import { LIMITS } from '../../../src/shared/domain/limits.ts';
import type { SimWorld } from '../world/sim-world.ts';
import type { Invariant } from './invariant.ts';

export const LANDINGS: Invariant = {
  name: 'landings',
  says: 'required gates passed on the tree of a commit or of a later one that landed with it; a stack stands on the head; who is queued is in the train, and overtaken so often at most',
  watch: ({ world, breach }) => ({
    whole: ({ replayed: run }) => {
      for (const what of [...brokenStack(run), ...lost(run), ...impatient(run)]) breach(`run ${run.runId}: ${what}`);
    },
    end: ({ runs }) => {
      for (const run of runs) for (const what of unjudged(world, run)) breach(`run ${run.runId}: ${what}`);
    },
  }),
};

function changesOf(run: RunNode): readonly Change[] {
  return [...run.patches.values(), ...run.directChanges.values()];
}

/** Each candidate stands on the commit of the one before, the lowest on the head. */
function brokenStack({ candidates, head }: RunNode): readonly string[] {
  return candidates.flatMap(({ candidateId, onto }, at) => {
    const below = at === 0 ? head : candidates[at - 1]?.commit;
    return onto === below ? [] : [`candidate ${candidateId} stands on ${onto}, below it is ${below}`];
  });
}

/** Whoever is queued is in the train once, and nobody else is. */
function lost(run: RunNode): readonly string[] {
  const queued = changesOf(run).filter(({ state }) => state === 'queued');
  const train = new Set(run.train);
  const stray = run.candidates.filter(({ change }) => !train.has(change));
  return [
    ...queued.filter((change) => !train.has(change)).map((change) => `${changeIdOf(change)} is queued and in no train`),
    ...(train.size === run.train.length && train.size === queued.length ? [] : ['somebody in the train is not queued']),
    ...stray.map(({ candidateId }) => `candidate ${candidateId} is of a change outside of the train`),
  ];
}

/** In plan order the plan alone says who goes first. */
function impatient(run: RunNode): readonly string[] {
  if (run.created.plan.mergeOrder === 'plan') return [];
  return run.train.flatMap((change) => {
    const overtaken = change.place?.overtaken ?? 0;
    return overtaken > LIMITS.trainOvertakes ? [`${changeIdOf(change)} was overtaken ${overtaken} times`] : [];
  });
}

function unjudged({ git }: SimWorld, run: RunNode): readonly string[] {
  const line = git.history(run.head, run.created.base).map(({ commit }) => commit);
  return changesOf(run).flatMap((change) => {
    const { commit, gatedIn, task } = change;
    if (commit === null || change.state !== 'committed') return [];
    const judged = gatedIn?.commit ?? commit;
    // Newest first: what speaks for it is not below it.
    if (line.indexOf(judged) > line.indexOf(commit))
      return [`${commit} was judged on ${judged}, which does not hold it`];
    const passed = new Set(
      [...run.gateRuns.values()]
        .filter((one) => one.commit === judged && one.state === 'passed')
        .map((one) => one.gateId),
    );
    const missing = task.plan.gates.filter((gateId) => {
      const gate = run.gates.get(gateId);
      return gate?.required === true && gate.blocking !== false && !passed.has(gateId);
    });
    return missing.map((gateId) => `${commit} landed although ${gateId} did not pass on ${judged}`);
  });
}
