// One run of no-op tasks through the whole engine on a real ledger, with what it cost.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Effect } from '../../src/main/engine/effect.ts';
import { createEngine } from '../../src/main/engine/loop.ts';
import type { Message } from '../../src/main/engine/message.ts';
import { systemClock } from '../../src/main/hosts/service/system-clock.ts';
import { createUlids } from '../../src/main/hosts/service/ulid-ids.ts';
import type { Synchronous } from '../../src/main/store/open-database.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import type { LedgerCommit } from '../../src/shared/ports/store.ts';
import { type Cost, measureCost } from './measure-cost.ts';

export const PARALLEL = 64;
const MIGRATIONS = join(import.meta.dirname, '../../schema/migrations');

export interface EngineRound extends Cost {
  /** What the engine gave the store, one entry a transaction. */
  readonly commits: readonly LedgerCommit[];
}

export interface RoundOrder {
  readonly plan: Plan;
  readonly synchronous: Synchronous;
  /** A folder of its own; removed at the end. */
  readonly dir: string;
}

/** From the start of the run to its end, every transition durable; without opening and closing the ledger. */
export async function runEngine({ plan, synchronous, dir }: RoundOrder): Promise<EngineRound> {
  const store = openStore({ file: join(dir, 'ledger.db'), migrationsDir: MIGRATIONS, synchronous });
  const ids = createUlids(() => Date.now());
  const runId = ids.next();
  const commits: LedgerCommit[] = [];
  try {
    const cost = await measureCost(
      () =>
        new Promise<void>((resolve, reject) => {
          const engine = createEngine({
            store: {
              ...store,
              commit: (commit) => {
                commits.push(commit);
                return store.commit(commit);
              },
            },
            clock: systemClock,
            ids,
            perform: doNothing,
            stop: () => {},
            onChange: ({ touched }) => {
              for (const run of touched.keys()) if (run.endedAt !== null) resolve();
            },
            onFault: reject,
            defer: (turn) => setImmediate(turn),
          });
          const base = '0'.repeat(40);
          const facts = {
            plan,
            planFile: null,
            repository: '/none',
            base,
            baseRef: null,
            requestedBy: 'bench',
          };
          engine.post({ type: 'start-run', runId, facts: { ...facts, maxParallel: PARALLEL } });
        }),
    );
    const state = store.runRow(runId)?.state;
    if (state !== 'succeeded') throw new Error(`the run is ${state}`);
    return { ...cost, commits };
  } finally {
    store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The task's tool is over as soon as it has begun: what is left is the engine's own work. */
async function doNothing(effect: Effect, _run: unknown, report: (message: Message) => void): Promise<Message> {
  const type = 'outcome';
  switch (effect.kind) {
    case 'create-run-ref':
      return { type, kind: effect.kind, effect, outcome: { kind: 'swapped' } };
    case 'start-attempt': {
      const started = { pid: null, processStart: null, workspace: '' };
      report({ type: 'attempt-started', runId: effect.runId, attemptId: effect.body.attemptId, started });
      const outcome = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
      return { type, kind: effect.kind, effect, outcome };
    }
    case 'release-workspace':
      return { type, kind: effect.kind, effect, outcome: null };
    default:
      throw new Error(`a no-op task asked for ${effect.kind}`);
  }
}
