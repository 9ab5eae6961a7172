// Who may run beside whom, over many seeded runs: claims, groups and limits hold after every commit, everything that waits says why, and nothing waits for ever.
import { expect, test } from 'vitest';
import { waitingFor } from '../../src/main/projections/waiting-for.ts';
import { queuedReason } from '../../src/main/state/admission/admission.ts';
import type { RunNode, TaskNode } from '../../src/main/state/run-state.ts';
import { LIMITS } from '../../src/shared/domain/limits.ts';
import type { Plan, Scope, TaskPlan } from '../../src/shared/plan/plan.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../fakes/make-plan.ts';
import { mayBeInHandTogether } from './invariants/claims.ts';
import { seededRandom } from './seeded-random.ts';
import { type SimulationResult, simulate } from './simulate.ts';

const SEEDS = Number(process.env['PATCHBAY_SEEDS'] ?? 60);
const TIMEOUT_MS = 30_000 + SEEDS * 200;

const GLOBS = ['src/a.ts', 'src/b.ts', 'src/**', 'docs/*.md', 'docs/a.md', '**/*.json', 'lib/**', 'lib/x/y.ts'];
const NOTHING: Scope = { read: [], write: [], create: [], forbidden: [] };
const IDS = { task: (id: string) => id, workstream: (id: string) => id };

type Random = () => number;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T; // never empty here

/** Tasks with files of their own, files of their workstream, files to read, groups, limits, background and order, in any mixture. */
function randomPlan(seed: number): Plan {
  const random = seededRandom(seed * 13 + 5);
  const workstreamIds = ['A', 'B', 'C'];
  const shared = new Map(workstreamIds.map((id) => [id, random() < 0.5 ? [pick(random, GLOBS)] : []]));
  const tasks: TaskPlan[] = [];
  const size = 6 + Math.floor(random() * 16);
  for (let index = 0; index < size; index += 1) {
    const taskId = `t${index}`;
    const workstreamId = pick(random, workstreamIds);
    const own = random() < 0.4;
    const write = own ? [pick(random, GLOBS)] : (shared.get(workstreamId) ?? []);
    const read = random() < 0.3 ? [pick(random, GLOBS)] : [];
    const before = tasks.filter(() => random() < 0.08);
    tasks.push(
      makeTask({
        taskId,
        workstreamId,
        scope: { ...NOTHING, write, read },
        scopeBy: {
          write: write.length === 0 ? null : own ? `task ${taskId}` : `workstream ${workstreamId}`,
          read: read.length === 0 ? null : `task ${taskId}`,
        },
        after: before.map(({ taskId: task }) => ({ task, edge: random() < 0.7 ? 'success' : 'finish' })),
        conflictGroup: random() < 0.25 ? pick(random, ['g', 'h']) : null,
        priority: Math.floor(random() * 3) - 1,
        background: random() < 0.2,
        allowNoChange: random() < 0.3,
      }),
    );
  }
  return makePlan({
    tasks,
    mergeOrder: random() < 0.4 ? 'plan' : 'ready',
    workstreams: workstreamIds.map((workstreamId) =>
      makeWorkstream({ workstreamId, maxParallel: random() < 0.3 ? 1 + Math.floor(random() * 2) : null }),
    ),
  });
}

const isInHand = (task: TaskNode) => task.state === 'running' || task.state === 'validating';

/** Not `expect`: it is asked a million times. */
function must(holds: boolean, words: () => string): void {
  if (!holds) throw new Error(words());
}

/** What must hold after every commit. */
function checkScheduling(run: RunNode): void {
  const inHand = [...run.tasks.values()].filter(isInHand);
  must(inHand.length === run.inHand.size, () => 'the engine knows what is in hand');
  for (const [at, task] of inHand.entries()) {
    for (const other of inHand.slice(at + 1)) {
      must(mayBeInHandTogether(task, other), () => `${idOf(task)} and ${idOf(other)} are in hand`);
    }
  }
  for (const { plan, tasks } of run.workstreams.values()) {
    const running = tasks.filter((task) => task.state === 'running').length;
    must(running <= (plan.maxParallel ?? run.created.maxParallel), () => `workstream ${plan.workstreamId} is full`);
  }
  if (run.endedAt === null) for (const task of run.tasks.values()) checkReason(run, task);
}

/** Exactly one reason, and what frees it is there and can still do so. */
function checkReason(run: RunNode, task: TaskNode): void {
  const waiting = waitingFor(run, task);
  const ends = task.state === 'running' || task.endedAt !== null;
  must(ends === (waiting === null), () => `${idOf(task)} is ${task.state}: ${waiting?.reason}`);
  if (task.state === 'queued') {
    must(queuedReason(run, task, IDS) !== null, () => `nothing holds ${idOf(task)}, and it does not start`);
  }
  for (const taskId of waiting?.freedBy.match(/\bt\d+\b/g) ?? []) {
    const other = run.tasks.get(taskId);
    const canFree = task.state === 'blocked' || other?.endedAt === null;
    must(other !== task && canFree, () => `${idOf(task)} waits for ${taskId}: ${waiting?.reason}`);
  }
}

const idOf = (task: TaskNode) => task.plan.taskId;

function committedOrder({ run, integrated }: SimulationResult): readonly string[] {
  return integrated.map((changeId) => run.patches.get(changeId)?.task.plan.taskId ?? changeId);
}

test('claims, groups and limits hold after every commit, and everything that waits says why', {
  timeout: TIMEOUT_MS,
}, async () => {
  let overlapping = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const plan = randomPlan(seed);
    const onCommit = (run: RunNode) => {
      checkScheduling(run);
      overlapping += [...run.tasks.values()].filter((task) => task.heldBy?.startsWith('write:') === true).length;
    };
    const calm = await simulate({ plan, seed, onCommit });
    expect(calm.run.state, `seed ${seed}`).toBe('succeeded');
    if (plan.mergeOrder === 'plan') expect(committedOrder(calm), `seed ${seed}`).toEqual(calm.run.inOrder.map(idOf));
    const rough = await simulate({ plan, seed, troubleChance: 0.15, crashChance: 0.1, onCommit });
    expect(rough.run.endedAt, `seed ${seed}`).not.toBeNull();
    await simulate({ plan, seed, maxParallel: 2, crashChance: 0.1, cancelAt: 4 + (seed % 30), onCommit });
  }
  expect(overlapping).toBeGreaterThan(SEEDS);
});

/** How many tasks that were queued later than this one started before it. */
async function overtakesOf(plan: Plan, taskId: string): Promise<number> {
  const queuedAt = new Map<string, number>();
  const started: string[] = [];
  let commits = 0;
  const onCommit = (run: RunNode) => {
    checkScheduling(run);
    commits += 1;
    for (const [id, task] of run.tasks) {
      if (task.state !== 'pending' && !queuedAt.has(id)) queuedAt.set(id, commits);
      if (task.startedAt !== null && !started.includes(id)) started.push(id);
    }
  };
  const { run } = await simulate({ plan, seed: 7, onCommit });
  expect(run.state).toBe('succeeded');
  const since = queuedAt.get(taskId) ?? 0;
  return started.slice(0, started.indexOf(taskId)).filter((id) => (queuedAt.get(id) ?? 0) > since).length;
}

test('a task whose files many others share is overtaken a few times and no more', async () => {
  const of = (taskId: string, workstreamId: string, glob: string) =>
    makeTask({
      taskId,
      workstreamId,
      scope: { ...NOTHING, write: [glob] },
      scopeBy: { write: `workstream ${workstreamId}`, read: null },
    });
  // Three chains, so that somebody always writes the files until all of them have ended.
  const crowd = Array.from({ length: 60 }, (_, at) => ({
    ...of(`t${at}`, 'A', 'src/**'),
    after: at < 3 ? [] : successOf(`t${at - 3}`),
  }));
  const one = { ...of('t99', 'B', 'src/b.ts'), after: successOf('first') };
  const overtakes = await overtakesOf(makePlan({ tasks: [makeTask({ taskId: 'first' }), ...crowd, one] }), 't99');
  expect(overtakes).toBeGreaterThan(0);
  expect(overtakes).toBeLessThanOrEqual(LIMITS.claimOvertakes);
});

test('a task of a conflict group is overtaken a few times and no more, however much is to be preferred', async () => {
  const group = { conflictGroup: 'g' };
  const early = ['e0', 'e1', 'e2'].map((taskId) => makeTask({ taskId, ...group, priority: 2 }));
  const one = makeTask({ taskId: 't99', ...group, priority: -1 });
  const crowd = Array.from({ length: 60 }, (_, at) =>
    makeTask({ taskId: `t${at}`, after: successOf('first'), ...group, priority: 1 }),
  );
  const tasks = [makeTask({ taskId: 'first', priority: 3 }), ...early, one, ...crowd];
  const overtakes = await overtakesOf(makePlan({ tasks }), 't99');
  expect(overtakes).toBeGreaterThan(0);
  expect(overtakes).toBeLessThanOrEqual(LIMITS.claimOvertakes);
});
