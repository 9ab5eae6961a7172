// Invariant: rows and memory are, at every commit, what the events so far give.

import { replay } from '../../../src/main/state/evolve.ts';
import { changeIdOf } from '../../../src/main/state/find-change.ts';
import { addRowsOf, allRows, type RowSet } from '../../../src/main/state/rows.ts';
import type { RunNode } from '../../../src/main/state/run-state.ts';
import { STATE_KEYS, type StateTable, type Store } from '../../../src/shared/ports/store.ts';
import type { Invariant } from './invariant.ts';

/** Events between two looks at whole tables, more in large runs; the rows of a commit are compared at each. */
const TABLES_EVERY = 200;
const TABLES = Object.keys(STATE_KEYS) as StateTable[]; // the keys of the record are exactly the tables

export const REPLAYS: Invariant = {
  name: 'replays',
  says: 'the rows of every commit, the tables at every recount and the engine’s memory are what the stored events give',
  watch: ({ store, breach }) => {
    let since = 0;
    return {
      event: () => void (since += 1),
      commit: ({ commit, touched }) => {
        const rows: RowSet = {};
        const fresh = new Set(commit.patchBytes.map(({ patchId }) => patchId));
        for (const [run, nodes] of touched) addRowsOf(rows, run, nodes, (patchId) => fresh.has(patchId));
        for (const table of TABLES) compare(table, commit.rows[table] ?? [], rows[table] ?? [], breach);
      },
      whole: ({ replayed, live }) => {
        if (since >= Math.max(TABLES_EVERY, replayed.tasks.size * 3)) {
          since = 0;
          compareTables(store, replayed, breach);
        }
        if (live === null) return;
        const [found, wanted] = [inMemory(live), inMemory(replayed)];
        for (const [name, value] of Object.entries(wanted)) {
          if (found[name] !== value)
            breach(`run ${live.runId}: ${name} is ${found[name]} in memory, replayed ${value}`);
        }
      },
      end: ({ runs }) => {
        for (const { runId } of runs) {
          const again = replay(store.eventsOf(runId));
          if (again === null) breach(`run ${runId} has no events`);
          else compareTables(store, again, breach);
        }
      },
    };
  },
};

function compareTables(store: Store, run: RunNode, breach: (what: string) => void): void {
  const rows = allRows(run);
  for (const table of TABLES) compare(table, store.rowsOf(table, run.runId), rows[table] ?? [], breach);
}

function compare(
  table: StateTable,
  found: readonly object[],
  wanted: readonly object[],
  breach: (what: string) => void,
): void {
  const key = STATE_KEYS[table];
  const have = new Map(found.map((row) => [Reflect.get(row, key), row]));
  if (have.size !== found.length) breach(`table ${table} has a row twice`);
  if (found.length !== wanted.length)
    breach(`table ${table} has ${found.length} rows, its events give ${wanted.length}`);
  for (const row of wanted) {
    for (const what of differences(have.get(Reflect.get(row, key)), row)) {
      breach(`table ${table}, row ${Reflect.get(row, key)}: ${what}`);
    }
  }
}

/** Rows are flat. */
function differences(found: object | undefined, wanted: object): readonly string[] {
  if (found === undefined) return ['it is missing'];
  const problems: string[] = [];
  for (const [column, value] of Object.entries(wanted)) {
    const actual: unknown = Reflect.get(found, column);
    if (actual !== value) problems.push(`${column} is ${actual}, its events give ${value}`);
  }
  return problems;
}

/** What no table shows and decisions read. */
function inMemory(run: RunNode): Readonly<Record<string, string | number | null>> {
  return {
    head: run.head,
    tree: run.headTree,
    control: run.control,
    candidates: run.candidates.map((one) => `${one.candidateId} ${one.commit} ${one.accepted}`).join(),
    train: run.train.map(changeIdOf).join(),
    checking: run.checking?.acceptanceId ?? null,
    failures: [...run.tasks.values()].map(({ failures }) => failures).join(),
    claims: [...run.claims]
      .flatMap(([key, { holders }]) => [...holders].map((task) => `${key} ${task.plan.taskId}`))
      .sort()
      .join(),
    maxParallel: run.maxParallel,
    ending: run.ending,
    commands: run.commands.size,
  };
}
