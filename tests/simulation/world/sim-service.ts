// The service of a simulated world: one engine at a time, each the life of a process, and somebody who starts the next.
import { createEngine, type Engine } from '../../../src/main/engine/loop.ts';
import type { Message } from '../../../src/main/engine/message.ts';
import { createPerform } from '../../../src/main/engine/perform-effect.ts';
import { findLeftover } from '../../../src/main/engine/recover-engine.ts';
import { createCapacity } from '../../../src/main/scheduling/create-capacity.ts';
import { present } from '../../../src/shared/lib/assert.ts';
import type { Capacity, CapacityLoad } from '../../../src/shared/ports/capacity.ts';
import type { Store } from '../../../src/shared/ports/store.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import { createLife, type Life } from './life.ts';
import type { Observer } from './observe.ts';
import { performUnreliably } from './reports.ts';
import { createSimExecution } from './sim-execution.ts';
import { createSimIntegration } from './sim-integration.ts';
import { createSimStore } from './sim-store.ts';
import type { SimWorld } from './sim-world.ts';

export interface SimService {
  /** Null while no process lives. */
  readonly engine: Engine | null;
  readonly commits: number;
  /** Of the seats that its runs share. */
  readonly load: CapacityLoad | null;
  /** Timers of the process that lives. */
  readonly timers: number;
  start(): void;
  /** Posted again to the next life until the run is in the ledger, as a person would. */
  request(message: Extract<Message, { type: 'start-run' }>): void;
  /** Given again to each next life until it was accepted or refused. */
  command(message: CommandMessage): void;
  /** Runs the next turn; false when none is due. */
  runTurn(): boolean;
}

type CommandMessage = Extract<Message, { type: 'command' }>;

interface Living {
  readonly engine: Engine;
  readonly life: Life;
  readonly capacity: Capacity | null;
}

const DOWN_MS = [100, 5 * 60_000] as const;
/** Commits of a new life that count as its recovery. */
const RECOVERY_COMMITS = 2;

export function createSimService(world: SimWorld, store: Store, observer: Observer): SimService {
  const ids = createCountingIds();
  const turns: { readonly of: Life; readonly run: () => void }[] = [];
  const requested = new Map<string, Message>();
  const commands = new Set<CommandMessage>();
  let living: Living | null = null;
  let commits = 0;

  const bury = () => {
    living?.engine.close();
    living = null;
    const { machine, faults, clock, dice } = world;
    for (const { pid } of machine.processes.values()) if (!faults.hits('crash-leaves-orphans')) machine.end(pid);
    clock.after(dice.between(...DOWN_MS), start);
  };

  const start = () => {
    const life = createLife({ clock: world.clock.share(), faults: world.faults, number: world.born(), onDeath: bury });
    const simStore = watchedStore(life);
    const execution = createSimExecution(world, life);
    const integration = createSimIntegration(world, life);
    const capacity = world.limits === null ? null : createCapacity(world.limits, life.clock);
    const engine: Engine = createEngine({
      ...{ store: simStore, clock: life.clock, ids },
      ...(capacity === null
        ? {}
        : { join: (wake: (runId: string) => void) => capacity.join({ project: 'one', wake }) }),
      perform: performUnreliably({
        ...{ world, life },
        perform: createPerform({ store: simStore, execution, integration, clock: life.clock }),
        post: (message) => engine.post(message),
        onEffect: (effect) => observer.effectBegins(effect, life.number),
      }),
      probe: execution.probe,
      machine: { sample: async () => world.machine.sample() },
      stop: ({ kind, id, reason }) => {
        if (kind === 'stop-gate') integration.stopGate(id);
        else execution.stopAttempt(id, reason);
      },
      onChange: () => {},
      onFault: (error) => {
        // What a full disk or a death of ours does is expected; any other fault is the engine's own.
        if (!life.isOver && error.code !== 'E_DISK') observer.say('no fault', `${error.code}: ${error.message}`);
        life.die(`by a fault: ${error.message}`);
      },
      defer: (run) => turns.push({ of: life, run }),
    });
    living = { engine, life, capacity };
    const left = findLeftover({ store, snapshots: world.snapshots });
    engine.recover(left.runs, left.effects);
    for (const message of requested.values()) engine.post(message);
    for (const message of commands) give(engine, life, message);
  };

  const give = (engine: Engine, life: Life, message: CommandMessage) => {
    const settled = () => {
      if (!life.isOver) commands.delete(message);
    };
    engine.ask(message).then(settled, settled);
  };

  const watchedStore = (life: Life) => {
    let own = 0;
    return createSimStore({
      ...{ store, life, faults: world.faults, machine: world.machine },
      isRecovering: () => life.number > 1 && own < RECOVERY_COMMITS,
      onCommit: (commit, logged) => {
        own += 1;
        commits += 1;
        for (const { kind, runId } of logged) if (kind === 'run-created') requested.delete(runId);
        observer.committed(commit, logged, living?.engine.runs ?? new Map());
        const ends = new Map(logged.map((event) => [event.runId, event]));
        for (const [runId, last] of ends) world.snapshots.keep(present(observer.runs.get(runId), runId), last);
      },
    });
  };

  return {
    get engine() {
      return living?.engine ?? null;
    },
    get commits() {
      return commits;
    },
    get load() {
      return living?.capacity?.load() ?? null;
    },
    get timers() {
      return living?.life.clock.pending ?? 0;
    },
    start,
    request: (message) => {
      requested.set(message.runId, message);
      living?.engine.post(message);
    },
    command: (message) => {
      commands.add(message);
      if (living !== null) give(living.engine, living.life, message);
    },
    runTurn: () => {
      const turn = turns.shift();
      if (turn !== undefined && !turn.of.isOver) turn.run();
      return turn !== undefined;
    },
  };
}
