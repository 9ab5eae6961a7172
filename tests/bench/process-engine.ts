// The engine with real processes and no workspaces: real ledger, real loop, real execution, real spawn helper, one shared folder.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src/main/engine/loop.ts';
import { createPerform } from '../../src/main/engine/perform-effect.ts';
import { createExecution } from '../../src/main/execution/create-execution.ts';
import { createSpawn } from '../../src/main/execution/spawn/create-spawn.ts';
import { forkHelper } from '../../src/main/execution/spawn/fork-helper.ts';
import type { LocalWorkspaces } from '../../src/main/execution/workspaces/create-workspaces.ts';
import { systemClock } from '../../src/main/hosts/service/system-clock.ts';
import { createUlids } from '../../src/main/hosts/service/ulid-ids.ts';
import type { Synchronous } from '../../src/main/store/open-database.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import type { Integration } from '../../src/shared/ports/integration.ts';
import type { Spawn } from '../../src/shared/ports/spawn.ts';

const SOURCES = join(import.meta.dirname, '../../src');
const MIGRATIONS = join(import.meta.dirname, '../../schema/migrations');

export interface ProcessEngine {
  readonly spawn: Spawn;
  /** Settles with the run's end; rejects when it is not a success. */
  run(plan: Plan, maxParallel: number): Promise<void>;
  /** Transactions so far. */
  commits(): number;
  /** Tools that run now, in all runs. */
  running(): number;
  /** What each turn of the loop took; whoever reads it may empty it. */
  readonly turns: { readonly ms: number; readonly cpuMs: number }[];
  close(): Promise<void>;
}

/** `dir` is the engine's own; whoever gave it removes it. */
export function openProcessEngine(dir: string, synchronous: Synchronous): ProcessEngine {
  const folder = join(dir, 'folder');
  mkdirSync(folder, { recursive: true });
  const store = openStore({ file: join(dir, 'ledger.db'), migrationsDir: MIGRATIONS, synchronous });
  const spawn = openSpawn();
  const ids = createUlids(() => Date.now());
  const execution = createExecution({
    workspaces: oneFolder(folder),
    spawn,
    clock: systemClock,
    log: () => undefined,
    faults: { at: () => undefined },
    artifactsDir: dir,
    hostEnv: process.env,
  });
  const perform = createPerform({ store, execution, integration: refOnly(), clock: systemClock });
  const waiting = new Map<string, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  const turns: ProcessEngine['turns'] = [];
  let commits = 0;
  const engine = createEngine({
    store: {
      ...store,
      commit: (commit) => {
        commits += 1;
        return store.commit(commit);
      },
    },
    clock: systemClock,
    ids,
    perform,
    stop: ({ id, reason }) => execution.stopAttempt(id, reason),
    probe: (attemptIds) => execution.probe(attemptIds),
    onChange: ({ touched }) => {
      for (const run of touched.keys()) {
        if (run.endedAt === null) continue;
        if (run.state === 'succeeded') waiting.get(run.runId)?.resolve();
        else waiting.get(run.runId)?.reject(new Error(`the run is ${run.state}: ${run.reason}`));
      }
    },
    onFault: (error) => {
      for (const { reject } of waiting.values()) reject(error);
    },
    defer: (turn) => setImmediate(() => turns.push(timed(turn))),
  });
  return {
    spawn,
    run: (plan, maxParallel) => {
      const runId = ids.next();
      const base = '0'.repeat(40);
      const facts = {
        plan,
        planFile: null,
        repository: '/none',
        base,
        baseRef: null,
        requestedBy: 'bench',
        maxParallel,
      };
      return new Promise((resolve, reject) => {
        waiting.set(runId, { resolve, reject });
        engine.post({ type: 'start-run', runId, facts });
      });
    },
    commits: () => commits,
    running: () => [...engine.runs.values()].reduce((sum, run) => sum + run.running, 0),
    turns,
    close: async () => {
      engine.close();
      await execution.close();
      await spawn.close();
      store.close();
    },
  };
}

/** The spawn port on the real helper, run from its source. */
export function openSpawn(): Spawn {
  const helper = join(SOURCES, 'main/execution/spawn/spawn-helper.ts');
  return createSpawn({ startHelper: () => forkHelper(helper), clock: systemClock, log: () => undefined });
}

function timed(turn: () => void): ProcessEngine['turns'][number] {
  const cpu = process.threadCpuUsage();
  const from = performance.now();
  turn();
  const used = process.threadCpuUsage(cpu);
  return { ms: performance.now() - from, cpuMs: (used.user + used.system) / 1_000 };
}

/** What a workspace costs is another benchmark's matter: every attempt has this folder, and nothing in it is looked at. */
function oneFolder(folder: string): LocalWorkspaces {
  const workspaceOf = (useId: string) => ({ useId, path: folder, home: folder, tmp: folder });
  return {
    acquire: async ({ useId }) => workspaceOf(useId),
    find: async () => null,
    capture: async () => null,
    changed: async () => [],
    captureNoted: async () => ({ patch: null, notes: [] }),
    changesSoFar: async () => null,
    strays: async () => [],
    stagePatch: () => Promise.reject(new Error('no patch comes from elsewhere here')),
    interrupt: () => undefined,
    release: async () => undefined,
    expect: () => undefined,
    close: async () => undefined,
  };
}

/** Nothing is integrated: only the run's ref is asked for. */
function refOnly(): Integration {
  const refuse = () => {
    throw new Error('a task without a change asked for its integration');
  };
  return new Proxy({} as Integration, {
    // one method is used; any other is a fault of the benchmark
    get: (_, name) => (name === 'swapHead' ? async () => ({ kind: 'swapped' }) : refuse),
  });
}
