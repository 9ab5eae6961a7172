// Runs the whole engine in virtual time against a scripted world, with crashes between any two commits.
import { createHash } from 'node:crypto';
import { createEngine, type Engine } from '../../src/main/engine/loop.ts';
import { createPerform } from '../../src/main/engine/perform-effect.ts';
import { findLeftover } from '../../src/main/engine/recover-engine.ts';
import { replay } from '../../src/main/state/evolve.ts';
import type { RunNode } from '../../src/main/state/run-state.ts';
import type { Command } from '../../src/shared/domain/command.ts';
import type { FailingTest } from '../../src/shared/domain/gate.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import type { WhenStuck } from '../../src/shared/domain/run.ts';
import type { PatchbayError } from '../../src/shared/lib/errors.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import type { AttemptOrder, AttemptOutcome, Execution } from '../../src/shared/ports/execution.ts';
import type { Integration } from '../../src/shared/ports/integration.ts';
import { createCountingIds } from '../fakes/counting-ids.ts';
import { makeCommand } from '../fakes/make-command.ts';
import { createMemoryStore, type MemoryStore } from '../fakes/memory-store.ts';
import { createVirtualClock } from '../fakes/virtual-clock.ts';
import { seededRandom } from './seeded-random.ts';
import { type StallingTools, stallingTools } from './stalling-tools.ts';

export interface SimulationOptions {
  readonly plan: Plan;
  readonly seed: number;
  readonly maxParallel?: number;
  /** Chance that the process dies right after a commit, before anything it decided is done. */
  readonly crashChance?: number;
  /** Chance of an attempt that fails, changes nothing, conflicts, or fails its gate. */
  readonly troubleChance?: number;
  /** Chance of a tool that stalls until its worker is given up; its report is lost or comes too late. */
  readonly stallChance?: number;
  /** Called after every commit with the run's state. */
  readonly onCommit?: (run: RunNode) => void;
  /** `end` unless given. */
  readonly whenStuck?: WhenStuck;
  /** Asked after every turn, and when nothing moves any more, what a person says next. */
  readonly person?: (run: RunNode, isStuck: boolean) => Command | null;
  /** Told when a command was answered: null where it holds, else why it was refused. */
  readonly onAnswer?: (command: Command, refusal: PatchbayError | null) => void;
  /** Cancels the run at this commit. */
  readonly cancelAt?: number;
}

export interface SimulationResult {
  readonly run: RunNode;
  readonly store: MemoryStore;
  readonly crashes: number;
  /** Ids of patches and direct changes in the order in which the fake git's ref took them. */
  readonly integrated: readonly string[];
  readonly ref: string | null;
  readonly held: ReadonlySet<string>;
  readonly released: readonly Release[];
  readonly stalls: StallingTools['counts'];
}

export const SIM_RUN = '01JR0000000000000000000000';
const OUTSIDE = { rule: 'scope', severity: 'error', path: 'x', line: 0, message: 'outside', advice: 'no' } as const;
const BASE = 'base'.padEnd(40, '0');

/** Runs until the run has ended. Throws when nothing moves any more. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const random = seededRandom(options.seed);
  const clock = createVirtualClock();
  const ids = createCountingIds();
  const store = createMemoryStore();
  const world = createWorld(random, options.troubleChance ?? 0, clock);
  const chance = options.stallChance ?? 0;
  const outcomeOfLate = (order: AttemptOrder) => outcomeOf(order, 'patch');
  const tools = stallingTools({ execution: world.execution, random, chance, clock, outcomeOf: outcomeOfLate });
  const { execution } = tools;
  let crashes = 0;
  let alive = 0;
  let engine: Engine | null = null;
  const turns: { readonly of: number; readonly run: () => void }[] = [];
  const start = () => {
    alive += 1;
    const mine = alive;
    engine = createEngine({
      store,
      clock,
      ids,
      perform: createPerform({ store, execution, integration: world.integration, clock }),
      stop: (effect) => execution.stopAttempt(effect.id, effect.reason),
      probe: execution.probe,
      onChange: ({ touched }) => {
        for (const run of touched.keys()) options.onCommit?.(run);
        if (random() < (options.crashChance ?? 0)) crashNext = mine;
      },
      onFault: (error) => {
        throw error;
      },
      defer: (run) => turns.push({ of: mine, run }),
    });
    const left = findLeftover({ store, snapshots: null });
    engine.recover(left.runs, left.effects);
  };
  let crashNext = 0;
  let canceled = false;
  start();
  const current = () => engine as Engine | null;
  /** True when something was said. A crash before the answer leaves it open whether it was heard. */
  const hearPerson = (isStuck: boolean): boolean => {
    const run = current()?.runs.get(SIM_RUN);
    const command = run === undefined ? null : (options.person?.(run, isStuck) ?? null);
    if (command === null) return false;
    const answer = current()?.ask({ type: 'command', runId: SIM_RUN, command });
    answer?.then(
      () => options.onAnswer?.(command, null),
      (refusal) => options.onAnswer?.(command, refusal),
    );
    return true;
  };
  current()?.post({ type: 'start-run', runId: SIM_RUN, facts: facts(options) });
  for (let idle = 0; idle < 50; ) {
    const turn = turns.shift();
    if (turn !== undefined && turn.of === alive) {
      turn.run();
      if (!canceled && options.cancelAt === store.commits) {
        canceled = true; // once: a turn that changes nothing leaves the number of commits as it was
        current()?.post({ type: 'command', runId: SIM_RUN, command: makeCommand({ name: 'cancel' }) });
      }
      hearPerson(false);
      if (crashNext === alive) {
        crashes += 1;
        current()?.close();
        clock.clear();
        world.crash();
        tools.crash();
        start();
      }
    }
    // Promises of the fake world settle between turns.
    await new Promise<void>((resolve) => setImmediate(resolve));
    // A run that ended before a crash is no longer the engine's business, only the ledger's.
    const run = current()?.runs.get(SIM_RUN) ?? replay(store.eventsOf(SIM_RUN));
    if (run?.endedAt != null && turns.length === 0 && current()?.isBusy(SIM_RUN) === false) {
      return {
        run,
        store,
        crashes,
        integrated: world.integrated,
        ref: world.ref(),
        held: world.held,
        released: world.released,
        stalls: tools.counts,
      };
    }
    if (turns.length > 0 || clock.step() || hearPerson(true)) idle = 0;
    else idle += 1;
  }
  throw new Error(`Seed ${options.seed}: nothing moves any more; ${JSON.stringify(store.pendingEffects())}`);
}

function facts({ plan, maxParallel = 4, whenStuck = 'end' }: SimulationOptions) {
  return {
    plan,
    planFile: null,
    repository: '/repo',
    base: BASE,
    baseRef: null,
    maxParallel,
    requestedBy: 'test',
    whenStuck,
  };
}

/** A workspace that was given back, and which direct changes had a ref at that moment. */
export interface Release {
  readonly attemptId: string;
  readonly held: ReadonlySet<string>;
}

interface World {
  /** Direct changes that have a ref. */
  readonly held: ReadonlySet<string>;
  readonly released: readonly Release[];
  readonly execution: Execution;
  readonly integration: Integration;
  readonly integrated: readonly string[];
  ref(): string | null;
  /** The engine's process died: what it was doing goes on nowhere, what is in git stays. */
  crash(): void;
}

function createWorld(random: () => number, trouble: number, clock: ReturnType<typeof createVirtualClock>): World {
  const commits = new Map<string, { readonly changeId: string; readonly onto: string }>();
  const integrated: string[] = [];
  const held = new Set<string>();
  const released: Release[] = [];
  const stops = new Map<string, () => void>();
  let ref: string | null = null;
  const later = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const bad = () => random() < trouble;
  const execution: Execution = {
    runAttempt: async (order, onStarted) => {
      onStarted({ pid: 1, processStart: null, workspace: `/ws/${order.attemptId}` });
      const stopped = new Promise<'stopped'>((resolve) => stops.set(order.attemptId, () => resolve('stopped')));
      const end = await Promise.race([later(Math.ceil(random() * 1000)), stopped]);
      return end === 'stopped' ? outcomeOf(order, 'stopped') : outcomeOf(order, bad() ? pick(random) : 'patch');
    },
    stopAttempt: (attemptId) => stops.get(attemptId)?.(),
    changesSoFar: async () => [],
    probe: async () => [], // see stalling-tools.ts
    salvageAttempt: async (order) => (random() < 0.5 ? captured(order) : null),
    stagePatch: () => Promise.reject(new Error('no patch comes from elsewhere here')),
    release: async (attemptId) => {
      released.push({ attemptId, held: new Set(held) });
    },
    close: async () => {},
  };
  const integration: Integration = {
    ...({} as Integration), // the engine uses only what follows
    keepQuarantined: async () => {},
    validate: async () => ({ formatOk: true, scopeOk: !bad(), constraintsOk: true, findings: [] }),
    holdChange: async ({ changeId }) => {
      await later(1);
      held.add(changeId);
      return { refusals: bad() ? [OUTSIDE] : [], waived: [] };
    },
    diffBetween: async () => new Uint8Array([1]),
    buildCandidate: async (order) => {
      await later(1);
      if (bad()) return { kind: 'conflict', message: 'a conflict', files: ['a'] };
      const commit = createHash('sha1')
        .update(JSON.stringify([order.onto, order.changeId]))
        .digest('hex');
      commits.set(commit, order);
      return { kind: 'built', commit, tree: commit };
    },
    swapHead: async (order) => {
      await later(1);
      if (ref === order.new) return { kind: 'swapped' };
      if (ref !== order.old) return { kind: 'moved', actual: ref };
      const landed: string[] = [];
      for (let at = commits.get(order.new); at !== undefined; at = at.onto === ref ? undefined : commits.get(at.onto)) {
        landed.unshift(at.changeId);
      }
      integrated.push(...landed);
      ref = order.new;
      for (const gone of order.drop) held.delete(gone.replace('refs/patchbay/changes/', ''));
      await later(1);
      return { kind: 'swapped' };
    },
    runGate: async () => {
      await later(10);
      const verdict = bad() ? 'failed' : 'passed';
      const failures = verdict === 'failed' ? failuresOf(1 + Math.floor(random() * 4)) : [];
      return { verdict, exitCode: 0, durationMs: 1, tail: '', logs: null, cached: false, message: '', failures };
    },
    countFiles: async (_, globs) => {
      await later(2);
      return globs.map(() => 0);
    },
    stopGate: () => {},
  };
  return { execution, integration, integrated, held, released, ref: () => ref, crash: () => stops.clear() };
}

/** Tests `one`, `two` and so on: the same number of failures is the same failure. */
function failuresOf(count: number): readonly FailingTest[] {
  const names = ['one', 'two', 'three', 'four'].slice(0, count);
  return names.map((name) => ({ name, file: 'a.test.js', line: 1, message: '' }));
}

function pick(random: () => number): 'failed' | 'no_change' {
  return random() < 0.5 ? 'failed' : 'no_change';
}

function outcomeOf(order: AttemptOrder, result: AttemptOutcome['result']): AttemptOutcome {
  const failure = result === 'failed' ? { code: 'E_TOOL_FAILURE' as const, message: 'exit 1' } : null;
  const patch = result === 'patch' ? captured(order) : null;
  return { result, failure, patch, usage: null, logs: null, notes: [] };
}

function captured(order: AttemptOrder): CapturedPatch {
  const diff = new TextEncoder().encode(order.attemptId);
  const sha256 = createHash('sha256').update(diff).digest('hex');
  return { base: order.base, tree: 't'.repeat(40), diff, sha256, files: [], insertions: 1, deletions: 0, hunks: 1 };
}
