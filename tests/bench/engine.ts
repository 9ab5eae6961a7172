// `bench engine`: durable no-op tasks through the whole engine, beside raw SQLite writing the same rows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effect } from '../../src/main/engine/effect.ts';
import { createEngine } from '../../src/main/engine/loop.ts';
import type { Message } from '../../src/main/engine/message.ts';
import { systemClock } from '../../src/main/hosts/service/system-clock.ts';
import { createUlids } from '../../src/main/hosts/service/ulid-ids.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Plan } from '../../src/shared/plan/plan.ts';
import { makePlan, makeTask, successOf } from '../fakes/make-plan.ts';
import { type BenchCase, type BenchReport, interleave } from './bench-report.ts';
import { measureFloor } from './engine-floor.ts';

const PARALLEL = 64;
const MIGRATIONS = join(import.meta.dirname, '../../schema/migrations');
type Synchronous = 'FULL' | 'NORMAL';

export async function run(): Promise<BenchReport> {
  const tasks = Number(process.env['PATCHBAY_BENCH_TASKS'] ?? 10_000);
  const cases: BenchCase[] = [];
  for (const synchronous of ['FULL', 'NORMAL'] as const) {
    cases.push(await measureCase(`flat ${tasks}, ${synchronous}`, flat(tasks), { synchronous, batch: PARALLEL }));
    cases.push(await measureCase(`chain ${tasks / 10}, ${synchronous}`, chain(tasks / 10), { synchronous, batch: 1 }));
  }
  const first = cases[0];
  if (first === undefined) throw new Error('no case was measured');
  const { ours, floor, ratio } = first;
  return { name: 'engine', unit: 'seconds per durable no-op task', ours, floor, peers: {}, ratio, cases };
}

async function measureCase(
  name: string,
  plan: Plan,
  { synchronous, batch }: { readonly synchronous: Synchronous; readonly batch: number },
): Promise<BenchCase> {
  const dir = mkdtempSync(join(tmpdir(), 'patchbay-bench-'));
  const tasks = plan.tasks.length;
  try {
    const { ours, floor, ratio } = await interleave(5, {
      floor: () => measureFloor({ tasks, synchronous, batch, dir: join(dir, 'floor') }),
      ours: () => measureEngine(plan, synchronous, join(dir, 'ours')),
    });
    return {
      name,
      ours,
      floor,
      ratio,
      note: `${Math.round(1 / ours)} tasks/s, floor ${Math.round(1 / floor)} tasks/s`,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Seconds a task from the run's start to its end, every transition durable. */
async function measureEngine(plan: Plan, synchronous: Synchronous, dir: string): Promise<number> {
  const store = openStore({ file: join(dir, 'ledger.db'), migrationsDir: MIGRATIONS, synchronous });
  const ids = createUlids(() => Date.now());
  const runId = ids.next();
  try {
    const seconds = await new Promise<number>((resolve, reject) => {
      const from = process.hrtime.bigint();
      const engine = createEngine({
        store,
        clock: systemClock,
        ids,
        perform: doNothing,
        stop: () => {},
        onChange: ({ touched }) => {
          for (const run of touched.keys()) {
            if (run.endedAt !== null) resolve(Number(process.hrtime.bigint() - from) / 1e9);
          }
        },
        onFault: reject,
        defer: (turn) => setImmediate(turn),
      });
      const facts = {
        plan,
        planFile: null,
        repository: '/none',
        base: '0'.repeat(40),
        baseRef: null,
        requestedBy: 'bench',
      };
      engine.post({ type: 'start-run', runId, facts: { ...facts, maxParallel: PARALLEL } });
    });
    const state = store.runRow(runId)?.state;
    if (state !== 'succeeded') throw new Error(`the run is ${state}`);
    return seconds / plan.tasks.length;
  } finally {
    store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

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

function flat(tasks: number): Plan {
  return makePlan({
    tasks: Array.from({ length: tasks }, (_, n) => makeTask({ taskId: `t${n}`, allowNoChange: true })),
  });
}

function chain(tasks: number): Plan {
  const of = (n: number) =>
    makeTask({ taskId: `t${n}`, allowNoChange: true, after: n === 0 ? [] : successOf(`t${n - 1}`) });
  return makePlan({ tasks: Array.from({ length: tasks }, (_, n) => of(n)) });
}
