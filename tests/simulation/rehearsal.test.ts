// A rehearsal against the engine itself: the same plan, the same durations, the same starts at the same moments.
import { expect, test } from 'vitest';
import { createEngine } from '../../src/main/engine/loop.ts';
import { createPerform } from '../../src/main/engine/perform-effect.ts';
import type { AssumedAttempt, Assumptions } from '../../src/main/engine/rehearsal/rehearsal-world.ts';
import { rehearse } from '../../src/main/engine/rehearsal/rehearse.ts';
import type { RunNode } from '../../src/main/state/run-state.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import type { Execution } from '../../src/shared/ports/execution.ts';
import type { Integration } from '../../src/shared/ports/integration.ts';
import { createCountingIds } from '../fakes/counting-ids.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { randomPlan } from './random-plan.ts';
import { seededRandom } from './seeded-random.ts';

const SEEDS = Number(process.env['PATCHBAY_SEEDS'] ?? 60);
const RUN = '01JR0000000000000000000000';
const BASE = 'base'.padEnd(40, '0');

/** Durations far enough apart that no two things happen at one moment. */
function randomAssumptions(plan: Plan, seed: number, trouble: number): Assumptions {
  const random = seededRandom(seed * 31 + 5);
  const ms = (most: number) => 1 + Math.floor(random() * most);
  const attempts = new Map<string, AssumedAttempt>();
  for (const { taskId } of plan.tasks) {
    for (let tryNumber = 1; tryNumber <= 4; tryNumber += 1) {
      const failed = random() < trouble;
      const verdict = random() < trouble ? (random() < 0.5 ? 'gives-way' : 'refused') : 'lands';
      attempts.set(`${taskId} ${tryNumber}`, {
        ms: ms(10_000_000),
        result: failed ? 'failed' : random() < 0.2 ? 'no_change' : 'patch',
        failure: failed ? { code: 'E_TOOL_FAILURE', message: 'exit 1' } : null,
        verdict,
        landMs: ms(1_000_000),
      });
    }
  }
  const gates = new Map<string, number>();
  return {
    attempt: ({ taskId }, tryNumber) => {
      const assumed = attempts.get(`${taskId} ${tryNumber}`);
      if (assumed === undefined) throw new Error(`try ${tryNumber} of ${taskId}`);
      return assumed;
    },
    gateMs: (gateId) => {
      if (!gates.has(gateId)) gates.set(gateId, 1 + ((gateId.length * 7_919) % 5_000));
      return gates.get(gateId) ?? 1;
    },
  };
}

interface Start {
  readonly taskId: string;
  readonly atMs: number;
}

/** The engine with its loop, its ledger in memory and its effects, in a world that does what is assumed of it. */
async function play(plan: Plan, maxParallel: number, assumed: Assumptions) {
  const clock = createVirtualClock();
  const begin = clock.now();
  const store = createMemoryStore();
  const starts: Start[] = [];
  const turns: (() => void)[] = [];
  const world = createWorld(assumed, clock, (taskId, tryNumber) => {
    if (tryNumber === 1) starts.push({ taskId, atMs: clock.now() - begin });
  });
  const engine = createEngine({
    store,
    clock,
    ids: createCountingIds(),
    perform: createPerform({ store, ...world, clock }),
    stop: () => {},
    onChange: () => {},
    onFault: (error) => {
      throw error;
    },
    defer: (turn) => turns.push(turn),
  });
  engine.post({ type: 'start-run', runId: RUN, facts: facts(plan, maxParallel) });
  for (let idle = 0; idle < 20; ) {
    turns.shift()?.();
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (turns.length > 0 || clock.step()) idle = 0;
    else idle += 1;
  }
  return { starts, run: engine.runs.get(RUN) };
}

function facts(plan: Plan, maxParallel: number) {
  return { plan, planFile: null, repository: '/repo', base: BASE, baseRef: null, maxParallel, requestedBy: 'test' };
}

function createWorld(
  assumed: Assumptions,
  clock: ReturnType<typeof createVirtualClock>,
  onStart: (taskId: string, tryNumber: number) => void,
): { readonly execution: Execution; readonly integration: Integration } {
  const later = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  /** What is assumed of the attempt behind a patch or a direct change; both are known by the tree they were captured as. */
  const byTree = new Map<string, AssumedAttempt>();
  const of = (tree: string) => {
    const one = byTree.get(tree);
    if (one === undefined) throw new Error(`tree ${tree}`);
    return one;
  };
  const execution: Execution = {
    runAttempt: async ({ attemptId, task, number, base }, onStarted) => {
      const one = assumed.attempt(task, number);
      byTree.set(attemptId, one);
      onStart(task.taskId, number);
      onStarted({ pid: 1, processStart: null, workspace: attemptId });
      await later(one.ms);
      const patch = one.result === 'patch' ? captured(base, attemptId) : null;
      return { result: one.result, failure: one.failure, patch, usage: null, logs: null, notes: [] };
    },
    stopAttempt: () => {},
    probe: async () => [],
    changesSoFar: async () => [],
    salvageAttempt: async () => null,
    stagePatch: () => Promise.reject(new Error('no patch comes from elsewhere here')),
    release: async () => {},
    close: async () => {},
  };
  const passed = (durationMs: number) => {
    return { verdict: 'passed', exitCode: 0, durationMs, tail: '', logs: null, cached: false, message: '' } as const;
  };
  const integration: Integration = {
    ...({} as Integration), // the engine uses only what follows
    validate: async ({ tree }) => {
      return { formatOk: true, scopeOk: of(tree).verdict !== 'refused', constraintsOk: true, findings: [] };
    },
    holdChange: async ({ tree }) => {
      const refusal = { rule: 'x', severity: 'error', path: '', line: 0, message: '', advice: '' } as const;
      return { refusals: of(tree).verdict === 'refused' ? [refusal] : [], waived: [] };
    },
    diffBetween: async () => new Uint8Array(),
    buildCandidate: async ({ tree, changeId, onto }) => {
      await later(of(tree).landMs);
      if (of(tree).verdict === 'gives-way') return { kind: 'conflict', message: '', files: [] };
      return { kind: 'built', commit: `${changeId} on ${onto.slice(0, 26)}`, tree };
    },
    swapHead: async () => ({ kind: 'swapped' }),
    runGate: async ({ gate }) => {
      await later(assumed.gateMs(gate.gateId));
      return passed(assumed.gateMs(gate.gateId));
    },
    countFiles: async (_, globs) => globs.map(() => 1),
    stopGate: () => {},
  };
  return { execution, integration };
}

function captured(base: string, tree: string): CapturedPatch {
  return { base, tree, diff: new Uint8Array(), sha256: '', files: [], insertions: 0, deletions: 0, hunks: 0 };
}

/** Rehearsals assume that every check passes; conditions on facts are the engine's own business. */
function withoutConditions(plan: Plan): Plan {
  const isCondition = (acceptance: Plan['phases'][number]['acceptance']) =>
    acceptance?.checks.some((check) => check.work.kind !== 'command') ?? false;
  return {
    ...plan,
    tasks: plan.tasks.map((task) => (isCondition(task.acceptance) ? { ...task, acceptance: null } : task)),
    workstreams: plan.workstreams.map((one) => (isCondition(one.acceptance) ? { ...one, acceptance: null } : one)),
    phases: plan.phases.map((one) => (isCondition(one.acceptance) ? { ...one, acceptance: null } : one)),
  };
}

function statesOf(run: RunNode | undefined): Readonly<Record<string, boolean>> {
  return Object.fromEntries([...(run?.tasks ?? [])].map(([taskId, task]) => [taskId, task.state === 'completed']));
}

test.each([
  ['all goes well', 0],
  ['tools fail and patches are refused', 0.2],
])(
  'a rehearsal starts the tasks that the engine starts, in its order and at its moments, when %s',
  async (_, trouble) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const plan = withoutConditions(randomPlan(seed, 0.2));
      const maxParallel = 1 + (seed % 4);
      const assumed = randomAssumptions(plan, seed, trouble);
      const { starts, run } = await play(plan, maxParallel, assumed);
      const rehearsed = rehearse(facts(plan, maxParallel), assumed);
      expect(
        rehearsed.tasks.map(({ taskId, startMs }) => ({ taskId, atMs: startMs })),
        `seed ${seed}`,
      ).toEqual(starts);
      const states = statesOf(run);
      for (const { taskId, completed } of rehearsed.tasks)
        expect({ seed, taskId, completed }).toEqual({ seed, taskId, completed: states[taskId] });
      expect(rehearsed.succeeded).toBe(run?.state === 'succeeded');
      expect(rehearsed.parallel).toBeLessThanOrEqual(maxParallel);
    }
  },
  120_000,
);
