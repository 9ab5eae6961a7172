// Commands of a person at any moment, delivered twice, through crashes: each counts once, and every promise is kept.
import { describe, expect, test } from 'vitest';
import { hasFinished, isMet } from '../../src/main/state/edges.ts';
import { evolve } from '../../src/main/state/evolve.ts';
import { changeIdOf } from '../../src/main/state/find-change.ts';
import { allRows } from '../../src/main/state/rows.ts';
import type { RunNode, TaskNode } from '../../src/main/state/run-state.ts';
import type { EventKind, LoggedEvent } from '../../src/shared/events/event.ts';
import { present } from '../../src/shared/lib/assert.ts';
import { STATE_KEYS, type StateTable } from '../../src/shared/ports/store.ts';
import { randomPerson } from './random-person.ts';
import { randomPlan } from './random-plan.ts';
import { SIM_RUN, type SimulationOptions, type SimulationResult, simulate } from './simulate.ts';

const SEEDS = Number(process.env['PATCHBAY_SEEDS'] ?? 60);
const TIMEOUT_MS = 30_000 + SEEDS * 200;

/** What begins something; none of it may happen in a run that is paused or on its way there. */
const BEGINS: ReadonlySet<EventKind> = new Set([
  'attempt-created',
  'candidate-started',
  'gate-started',
  'candidate-accepted',
  'check-started',
]);

/** Counters against what they count. */
function checkCounters(run: RunNode): void {
  const tasks = [...run.tasks.values()];
  const count = (state: TaskNode['state']) => tasks.filter((task) => task.state === state).length;
  expect(run.running).toBe(count('running'));
  expect(run.validating).toBe(count('validating'));
  expect(run.completed).toBe(count('completed'));
  expect(run.failed).toBe(count('failed'));
  expect(run.waitingForPerson).toBe(tasks.filter((task) => task.state === 'blocked' && !task.rootCause).length);
  for (const workstream of run.workstreams.values()) {
    const open = workstream.tasks.filter((task) => !hasSettled(task)).length;
    expect(workstream.unsettled, `tasks of ${workstream.plan.workstreamId} that can still change`).toBe(open);
  }
  for (const task of tasks) {
    const before = task.after.map((edge) => ({ task: present(run.tasks.get(edge.task), edge.task), edge }));
    const open = before.filter((one) => !hasFinished(one.task));
    expect(task.openBefore, `open before ${task.plan.taskId}`).toBe(open.length);
    const unmet = before.filter((one) => !isMet(one.task, one.edge));
    expect(task.waitingFor, `what ${task.plan.taskId} waits for`).toBe(unmet.length);
    if (task.state === 'blocked' && task.rootCause !== null)
      expect(isHeld(run, task), `${task.plan.taskId} is blocked by something`).toBe(true);
  }
}

function hasSettled(task: TaskNode): boolean {
  if (task.state === 'blocked') return task.rootCause !== null;
  return ['completed', 'failed', 'cancelled'].includes(task.state);
}

/** A task or a level before it is lost. */
function isHeld(run: RunNode, task: TaskNode): boolean {
  if (task.workstream.waitingFor > 0) return true;
  return task.after.some((edge) => {
    const before = present(run.tasks.get(edge.task), edge.task);
    return edge.edge !== 'finish' && hasSettled(before) && !isMet(before, edge);
  });
}

/** What the log shows event by event. */
function checkLog(events: readonly LoggedEvent[]): void {
  let run: RunNode | null = null;
  const accepted = new Set<string>();
  const succeeded = new Set<string>();
  for (const event of events) {
    if (run !== null && BEGINS.has(event.kind)) {
      expect(['active', 'waiting', 'stopping'], `${event.kind} in a run that is ${run.control}`).toContain(run.control);
      if (event.kind === 'attempt-created') {
        expect(run.control).not.toBe('stopping');
        const task = present(run.tasks.get(event.data.taskId), event.data.taskId);
        for (const { task: id, edge } of task.plan.after) if (edge !== 'finish') expect(succeeded.has(id)).toBe(true);
      }
    }
    if (event.kind === 'command-accepted') {
      expect(accepted.has(event.data.commandId), 'a command counts once').toBe(false);
      accepted.add(event.data.commandId);
    }
    if (event.kind === 'task-completed') succeeded.add(event.data.taskId);
    run = evolve(run, event, () => {});
  }
}

function checkEnd({ run, store, integrated, ref }: SimulationResult): void {
  const changes = [...run.patches.values(), ...run.directChanges.values()];
  const committed = changes.filter(({ state }) => state === 'committed');
  expect(committed.map(changeIdOf).sort(), 'ledger equals git').toEqual([...integrated].sort());
  expect(ref).toBe(run.head);
  for (const { state } of changes) expect(['committed', 'quarantined', 'dropped', 'kept']).toContain(state);
  for (const task of [...run.tasks.values(), ...run.formerTasks.values()]) {
    expect(['completed', 'failed', 'blocked', 'cancelled']).toContain(task.state);
    const own = committed.filter((change) => change.task === task);
    const isByHand = ['no_change', 'skipped', 'replaced'].includes(task.completion ?? '');
    expect(own.length, task.plan.taskId).toBe(task.state !== 'completed' || isByHand ? 0 : 1);
  }
  expect(run.openAcceptances.size).toBe(0);
  expect(store.outbox.size).toBe(0);
  const rows = allRows(run);
  for (const table of Object.keys(STATE_KEYS) as StateTable[]) {
    const sort = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort();
    expect(sort(rows[table] ?? []), `table ${table}`).toEqual(sort(store.rowsOf(table, SIM_RUN)));
  }
}

async function runWithPerson(seed: number, more: Partial<SimulationOptions>) {
  const { person, said } = randomPerson(seed, 0.25);
  const taken = new Set<string>();
  let refused = 0;
  const result = await simulate({
    plan: randomPlan(seed, seed % 3 === 0 ? 0.4 : 0),
    seed,
    whenStuck: 'wait',
    person,
    onCommit: checkCounters,
    onAnswer: ({ commandId }, refusal) => {
      if (refusal === null) taken.add(commandId);
      else refused += 1;
    },
    ...more,
  });
  const events = result.store.eventsOf(SIM_RUN);
  const inLog = new Set(events.flatMap((event) => (event.kind === 'command-accepted' ? event.data.commandId : [])));
  expect(
    [...taken].filter((id) => !inLog.has(id)),
    'what was answered is in the log',
  ).toEqual([]);
  checkLog(events);
  checkEnd(result);
  return { ...result, said, refused, inLog, events };
}

describe('runs with a person who says anything at any moment', { timeout: TIMEOUT_MS }, () => {
  test('count every command once and end as the person wants', async () => {
    const names = new Map<string, number>();
    let refused = 0;
    let retried = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await runWithPerson(seed, { troubleChance: 0.15 });
      refused += result.refused;
      retried += result.run.formerTasks.size;
      for (const { kind, data } of result.events)
        if (kind === 'command-accepted') names.set(data.work.name, (names.get(data.work.name) ?? 0) + 1);
    }
    expect([...names.keys()].sort()).toEqual(
      expect.arrayContaining(['parallel', 'pause', 'prioritise', 'resume', 'retry', 'skip', 'stop']),
    );
    expect(refused).toBeGreaterThan(SEEDS);
    expect(retried).toBeGreaterThan(SEEDS / 3);
  });

  test('the same with crashes between any two commits', async () => {
    let crashes = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1)
      crashes += (await runWithPerson(seed, { troubleChance: 0.15, crashChance: 0.1 })).crashes;
    expect(crashes).toBeGreaterThan(SEEDS);
  });
});
