// Runs one simulated world to its end, or to the first thing that is wrong in it.
import type { RunNode } from '../../../src/main/state/run-state.ts';
import { changeRef } from '../../../src/shared/domain/direct-change.ts';
import type { LoggedEvent } from '../../../src/shared/events/event.ts';
import type { Store } from '../../../src/shared/ports/store.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { INVARIANTS } from '../invariants/table.ts';
import { createDice } from '../seeded-random.ts';
import { createFaults } from './faults.ts';
import { interfere } from './interfere.ts';
import { type Observer, observe } from './observe.ts';
import { createPersons } from './persons.ts';
import { createSimGit } from './sim-git.ts';
import { createSimMachine } from './sim-machine.ts';
import { createSimService, type SimService } from './sim-service.ts';
import { createSimSnapshots } from './sim-snapshots.ts';
import { openSimStore } from './sim-store.ts';
import type { SimWorld } from './sim-world.ts';
import { runIdOf, startOf, type WorldOrder, type WorldResult } from './world-order.ts';

export async function runWorld(order: WorldOrder): Promise<WorldResult> {
  const world = createWorld(order, (attemptId) => isKept(observer.runs.values(), world, attemptId));
  const store = openSimStore(order.store);
  const readers: ((event: LoggedEvent) => void)[] = [];
  const observer = observe({ world, store, readers, invariants: order.invariants ?? INVARIANTS });
  const service = createSimService(world, store, observer);
  const runIds = order.runs.map((_, at) => runIdOf(at));
  const persons = createPersons({ world, service, runs: observer.runs }, runIds);
  readers.push(persons.read);
  const befall = () => {
    interfere(world);
    persons.act();
  };
  service.start();
  order.runs.forEach((run, at) => {
    world.clock.after(run.atMs, () => service.request(startOf(run, at)));
  });
  try {
    for (let isMoving = true; isMoving && observer.breaches.length === 0; ) {
      const ran = service.runTurn();
      if (ran) befall();
      isMoving = ran || world.clock.step();
      // What effects do are promises; all of it that can happen now happens here.
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (!isMoving) isMoving = service.runTurn();
    }
    if (observer.breaches.length === 0) judgeEnd({ observer, service, store }, runIds);
  } finally {
    store.close();
  }
  return {
    ...{ seed: order.seed, breaches: observer.breaches, counts: world.faults.counts, lives: world.life() },
    ...{ events: observer.events, commits: service.commits, looks: observer.looks, snapshots: world.snapshots.used },
    ...{ refusals: world.machine.refusals, simulatedMs: world.clock.monotonic() },
    tasks: order.runs.reduce((sum, run) => sum + run.plan.tasks.length, 0),
    states: runIds.map((runId) => observer.runs.get(runId)?.state ?? 'missing'),
  };
}

function createWorld(order: WorldOrder, isKept: SimWorld['isKept']): SimWorld {
  const { seed, trouble, pace, factors, off, limits } = order;
  const dice = createDice(seed);
  const clock = createVirtualClock();
  const options = { ...(factors === undefined ? {} : { factors }), ...(off === undefined ? {} : { off }) };
  let lives = 0;
  return {
    ...{ seed, clock, pace, limits, isKept, lost: [], unheld: new Set() },
    dice: dice.stream('world'),
    faults: createFaults({ dice: dice.stream('faults'), trouble, ...options }),
    machine: createSimMachine(clock.share()),
    git: createSimGit(),
    snapshots: createSimSnapshots(order.snapshots),
    life: () => lives,
    born: () => (lives += 1),
  };
}

interface Ended {
  readonly observer: Observer;
  readonly service: SimService;
  readonly store: Store;
}

/** Nothing moves any more: every run has to be over by now. */
function judgeEnd({ observer, service, store }: Ended, runIds: readonly string[]): void {
  const open = runIds.filter((runId) => observer.runs.get(runId)?.endedAt == null);
  if (open.length === 0) {
    const isBusy = runIds.some((runId) => service.engine?.isBusy(runId) ?? false);
    return observer.ended({ timers: service.timers, isBusy, load: service.load });
  }
  const effects = store.pendingEffects().map(({ kind }) => kind);
  const states = open.map((runId) => `${runId} is ${observer.runs.get(runId)?.state ?? 'missing'}`);
  observer.say('progress', `nothing moves any more: ${states.join(', ')}; effects: ${effects.join(', ')}`);
}

/** Its work is a patch in the ledger, or a direct change that a ref holds or that git has lost for good. */
function isKept(runs: Iterable<RunNode>, { git, unheld }: SimWorld, attemptId: string): boolean {
  for (const run of runs) {
    const attempt = run.attempts.get(attemptId);
    if (attempt === undefined) continue;
    if (attempt.task.patches.some((patch) => patch.attempt === attempt)) return true;
    const change = attempt.task.directChanges.find((one) => one.attempt === attempt);
    if (change === undefined) return false;
    const isHeld = git.refs.has(changeRef(change.changeId)) || unheld.has(change.changeId);
    return isHeld || ['committed', 'dropped'].includes(change.state);
  }
  return false;
}
