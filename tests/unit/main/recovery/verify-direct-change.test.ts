// `verify` holds direct changes and git to each other: every commit, its marker, and the refs of what was kept.
import { expect, test } from 'vitest';
import { verifyRun } from '../../../../src/main/recovery/verify-run.ts';
import { changeRef } from '../../../../src/shared/domain/direct-change.ts';
import type { CommitFacts } from '../../../../src/shared/ports/integration.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

/** In this world the direct change is refused; of the patch nothing is said. */
const SEED_THAT_KEEPS = 1;

type Trailers = Readonly<Record<string, string>>;

/** A run of one patch and one direct edit, and the history that git would have of it. */
async function mixedRun(seed = 3, troubleChance = 0) {
  const patchMode = { on: false, by: 'project', place: '' } as const;
  const tasks = [makeTask({ taskId: 'patch' }), makeTask({ taskId: 'direct', patchMode, maxAttempts: 1 })];
  const { run, store } = await simulate({ plan: makePlan({ tasks }), seed, troubleChance });
  const commits: CommitFacts[] = [];
  const add = (commit: string | null, trailers: Trailers) => {
    if (commit !== null) commits.push({ commit, parent: null, tree: '', trailers });
  };
  for (const { commit, patchId } of run.patches.values()) add(commit, { 'Patchbay-Patch': patchId });
  for (const { commit, changeId } of run.directChanges.values()) {
    add(commit, { 'Patchbay-Change': changeId, 'Patchbay-Unprotected': 'direct-edit' });
  }
  const verify = async (history: readonly CommitFacts[], refs: ReadonlySet<string> = new Set()) => {
    const readRef = async (ref: string) => (ref.endsWith('/head') ? run.head : refs.has(ref) ? 'x' : null);
    return (await verifyRun({ store, integration: { readRef, history: async () => history } }, SIM_RUN)).problems;
  };
  return { run, commits, verify };
}

test('a run of both agrees with its history', async () => {
  const { run, commits, verify } = await mixedRun();
  expect(run.directChanges.size).toBe(1);
  expect(commits).toHaveLength(2);
  expect(await verify(commits)).toEqual([]);
});

test('a direct change without its commit, and a commit without its direct change, are named', async () => {
  const { run, commits, verify } = await mixedRun();
  const [change] = run.directChanges.values();
  const rest = commits.filter(({ commit }) => commit !== change?.commit);
  expect(await verify(rest)).toEqual([
    `direct change ${change?.changeId}: commit ${change?.commit} is not in git's history of the run`,
  ]);
  const stranger = { commit: 'f'.repeat(40), parent: null, tree: '', trailers: { 'Patchbay-Change': 'nobody' } };
  expect(await verify([...commits, stranger])).toEqual([
    `commit ${stranger.commit} in git's history of the run is not in the ledger`,
  ]);
});

test('a commit that hides or feigns that it is a direct edit is named', async () => {
  const { run, commits, verify } = await mixedRun();
  const [change] = run.directChanges.values();
  const turned = commits.map(({ trailers: { 'Patchbay-Unprotected': mark, ...trailers }, ...facts }) => ({
    ...facts,
    trailers: mark === undefined ? { ...trailers, 'Patchbay-Unprotected': 'direct-edit' } : trailers,
  }));
  const problems = await verify(turned);
  expect(problems).toContain(`commit ${change?.commit} holds a direct change and is not marked as one`);
  expect(problems).toHaveLength(2);
});

test('one that was kept and has lost its ref is named', async () => {
  const { run, commits, verify } = await mixedRun(SEED_THAT_KEEPS, 0.4);
  const kept = [...run.directChanges.values()].filter(({ state }) => state === 'kept');
  const refs = kept.map(({ changeId }) => changeRef(changeId));
  expect(refs).toHaveLength(1);
  expect(await verify(commits, new Set(refs))).toEqual([]);
  expect(await verify(commits)).toEqual(
    kept.map(({ changeId }) => `direct change ${changeId}: git has no ref ${changeRef(changeId)}`),
  );
});
