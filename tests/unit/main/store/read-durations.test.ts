// Durations of earlier runs: medians of what went well, of the newest runs alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  attemptRow,
  commitOf,
  gateRunRow,
  id,
  type Ledger,
  ledgerFolder,
  patchRow,
  runRow,
  taskRow,
} from './ledger-fixture.ts';

const DIFF = new TextEncoder().encode('diff --git a/x b/x\n');

let ledger: Ledger;
beforeEach(() => {
  ledger = ledgerFolder();
});
afterEach(() => ledger.remove());

function after(ms: number): string {
  return new Date(Date.UTC(2026, 10, 24) + ms).toISOString();
}

interface Took {
  readonly task: number;
  readonly ms: number;
  readonly state?: string;
  readonly tool?: string;
}

/** One run with an attempt for each entry; its task and attempt have numbers of their own. */
function runOf(n: number, took: readonly Took[]) {
  const run_id = id('RUN', n);
  const ulid = (entry: number) => n * 100 + entry;
  return {
    runs: [runRow({ run_id, state: 'succeeded' })],
    tasks: took.map(({ task }, entry) => taskRow(task, { run_id, task_ulid: id('TSK', ulid(entry)) })),
    attempts: took.map(({ ms, state = 'completed', tool = 'script' }, entry) =>
      attemptRow(ulid(entry), { run_id, state, tool_id: tool, started_at: after(0), ended_at: after(ms) }),
    ),
  };
}

test('a project without runs knows nothing', () => {
  expect(ledger.open().durations(20)).toEqual({ runs: 0, tasks: [], tools: [], gates: [] });
});

test('the median of a task is taken over its runs, and the median of a tool over all its tasks', () => {
  const store = ledger.open();
  for (const [n, ms] of [1_000, 9_000, 2_000].entries()) {
    store.commit(
      commitOf({
        rows: runOf(n + 1, [
          { task: 1, ms },
          { task: 2, ms: 50, tool: 'command' },
        ]),
      }),
    );
  }
  expect(store.durations(20)).toEqual({
    runs: 3,
    tasks: [
      { planId: 'plan', taskId: 'task-1', toolId: 'script', medianMs: 2_000, samples: 3 },
      { planId: 'plan', taskId: 'task-2', toolId: 'command', medianMs: 50, samples: 3 },
    ],
    tools: [
      { toolId: 'command', medianMs: 50, samples: 3 },
      { toolId: 'script', medianMs: 2_000, samples: 3 },
    ],
    gates: [],
  });
});

test('only the newest runs count, and of them only attempts that went well', () => {
  const store = ledger.open();
  store.commit(commitOf({ rows: runOf(1, [{ task: 1, ms: 60_000 }]) }));
  store.commit(
    commitOf({
      rows: runOf(2, [
        { task: 1, ms: 400 },
        { task: 2, ms: 7, state: 'error' },
      ]),
    }),
  );
  const { runs, tasks } = store.durations(1);
  expect(runs).toBe(1);
  expect(tasks).toEqual([{ planId: 'plan', taskId: 'task-1', toolId: 'script', medianMs: 400, samples: 1 }]);
});

test('a gate that answered from its cache says nothing about how long it takes', () => {
  const store = ledger.open();
  const gate = { run_id: id('RUN', 1), patch_id: id('PAT', 1), state: 'passed', duration_ms: 700 };
  const rows = {
    ...runOf(1, [{ task: 1, ms: 1 }]),
    patches: [patchRow(1, DIFF, { run_id: id('RUN', 1) })],
    gate_runs: [
      gateRunRow(1, { ...gate }),
      gateRunRow(2, { ...gate, cached: 1, duration_ms: 0 }),
      gateRunRow(3, { ...gate, state: 'failed', duration_ms: 90_000 }),
    ],
  };
  store.commit(commitOf({ rows, patchBytes: [{ patchId: id('PAT', 1), diff: DIFF }] }));
  expect(store.durations(20).gates).toEqual([{ gateId: 'unit', medianMs: 700, samples: 1 }]);
});
