// Invariant: the head of a run moves over gated changes one by one, and git holds exactly what the ledger says.
import { changeIdOf } from '../../../src/main/state/find-change.ts';
import type { RunNode } from '../../../src/main/state/run-state.ts';
import { runHeadRef } from '../../../src/shared/domain/run.ts';
import { BASE_TREE, treeOf } from '../world/sim-git.ts';
import type { SimWorld } from '../world/sim-world.ts';
import type { EventSeen, Invariant } from './invariant.ts';

export const HEADS: Invariant = {
  name: 'heads',
  says: 'the head chain has no gap, its trees are the changes’ results in order, and ledger and git name the same changes once',
  watch: ({ world, breach }) => {
    const heads = new Map<string, string>();
    // Several changes may land by one move of the ref: it stands at the last of them, and they are one commit of the ledger.
    const passedOver = new Map<string, string>();
    return {
      event: (seen) => {
        const { event, run } = seen;
        const before = heads.get(run.runId) ?? run.created.base;
        if (run.head === before) return;
        heads.set(run.runId, run.head);
        for (const what of wrongMove(world, seen, before)) breach(`event ${event.seq} ${event.kind}: ${what}`);
        if (world.git.moved.has(`${runHeadRef(run.runId)} ${run.head}`)) passedOver.delete(run.runId);
        else passedOver.set(run.runId, run.head);
      },
      commit: () => {
        for (const [runId, head] of passedOver) breach(`run ${runId}: git never moved the ref to ${head} or beyond`);
        passedOver.clear();
      },
      end: ({ runs }) => {
        for (const run of runs) for (const what of differences(world, run)) breach(`run ${run.runId}: ${what}`);
      },
    };
  },
};

function wrongMove({ git }: SimWorld, { event, run }: EventSeen, before: string): readonly string[] {
  const commit = git.commits.get(run.head);
  if (commit === undefined) return [`git has no commit ${run.head}`];
  const tree = treeOf(git.commits.get(before)?.tree ?? BASE_TREE, commit.changeId);
  return [
    ...(commit.parent === before
      ? []
      : [`the head ${run.head} has the parent ${commit.parent}, the head was ${before}`]),
    ...(commit.changeId === event.id ? [] : [`the head holds ${commit.changeId}, the event is about ${event.id}`]),
    ...(commit.tree === tree ? [] : ['the tree is not the one before with the change']),
  ];
}

function differences({ git }: SimWorld, run: RunNode): readonly string[] {
  const changes = [...run.patches.values(), ...run.directChanges.values()];
  const committed = changes.filter(({ state }) => state === 'committed').map(changeIdOf);
  const inGit = git.history(run.head, run.created.base).map(({ changeId }) => changeId);
  const name = runHeadRef(run.runId);
  const ref = git.refs.get(name) ?? null;
  // After a crash between a swap and its record nobody can tell a ref that was put back from one that was not.
  const isRefMine = ref === run.head || git.intruded.has(name) || (ref === null && run.head === run.created.base);
  return [
    ...(new Set(inGit).size === inGit.length ? [] : [`a change is in git twice: ${inGit.join(', ')}`]),
    ...(committed.sort().join() === inGit.sort().join() ? [] : [`committed are ${committed}, in git are ${inGit}`]),
    ...(isRefMine ? [] : [`its ref stands at ${ref}, its head is ${run.head}`]),
  ];
}
