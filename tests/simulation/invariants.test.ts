// Each invariant can fail: a saboteur changes one thing before the invariants see it, and the right one says so.
import { expect, test } from 'vitest';
import type { ToolNode } from '../../src/main/state/run-state.ts';
import { present } from '../../src/shared/lib/assert.ts';
import { makeTool } from '../fakes/make-tool.ts';
import type { EventSeen, Watch, WatchParts } from './invariants/invariant.ts';
import { INVARIANTS } from './invariants/table.ts';
import { FAULT_NAMES } from './world/faults.ts';
import { runWorld } from './world/run-world.ts';
import { worldOf } from './worlds.ts';

/** Whatever its type says. */
function set(object: object, key: string, value: unknown): void {
  Reflect.set(object, key, value);
}

function at(kind: EventSeen['event']['kind'], change: (seen: EventSeen) => void): Watch {
  return {
    event: (seen) => {
      if (seen.event.kind === kind) change(seen);
    },
  };
}

function taskOf({ event, run }: EventSeen) {
  return present(run.tasks.get(String(Reflect.get(event.data, 'taskId'))), 'the task of the event');
}

const SABOTAGE: Readonly<Record<string, (parts: WatchParts) => Watch>> = {
  moves: () => at('task-queued', (seen) => set(taskOf(seen), 'state', 'validating')),
  counters: () => at('attempt-created', ({ run }) => set(run, 'running', run.running + 1)),
  hands: ({ world }) =>
    at('task-queued', (seen) => void world.machine.start('before', `${seen.run.runId} ${taskOf(seen).plan.taskId}`)),
  limits: () => at('run-started', ({ run }) => set(run, 'maxParallel', 0)),
  order: () =>
    at('attempt-created', (seen) => {
      const { taskId } = taskOf(seen).plan;
      set(taskOf(seen), 'after', [{ task: taskId, edge: 'success' }]);
    }),
  gates: () =>
    at('attempt-created', ({ run }) =>
      set(run, 'wave', { of: new Map([...run.tasks.keys()].map((id) => [id, 1])), open: 0, landed: null }),
    ),
  claims: () =>
    at('run-started', ({ run }) => {
      for (const { plan } of run.tasks.values()) {
        set(plan, 'scope', { ...plan.scope, write: ['same.txt'] });
        set(plan, 'scopeBy', { write: `task ${plan.taskId}`, read: null });
      }
    }),
  intents: () => ({ commit: ({ commit }) => set(commit, 'outboxAdded', []) }),
  landings: () => at('patch-queued', ({ run }) => set(run, 'train', [])),
  heads: () => at('patch-committed', ({ run }) => set(run, 'head', 'nowhere')),
  once: () => ({
    end: ({ runs }) => {
      for (const task of runs[0]?.tasks.values() ?? []) set(task, 'patches', []);
    },
  }),
  reasons: () => ({
    whole: ({ replayed, live }) => {
      const task = [...(live ?? replayed).tasks.values()].find(({ state }) => state === 'pending');
      if (task !== undefined) set(task, 'rootCause', task.plan.taskId);
      if (task !== undefined) set(task, 'state', 'blocked');
    },
  }),
  replays: () => ({
    commit: ({ commit }) => {
      for (const row of commit.rows.tasks ?? []) set(row, 'state', 'lost');
    },
  }),
  chain: () => at('run-started', ({ event }) => set(event, 'prevHash', 'another')),
  leftovers: ({ world }) => at('run-finished', () => void world.lost.push('an attempt')),
  waits: ({ world }) => at('task-queued', () => set(world.clock, 'monotonic', () => 0)),
  commands: () => at('run-started', ({ run }) => set(run, 'control', 'paused')),
  tools: () =>
    at('attempt-created', ({ event, run }) => {
      const tool = String(Reflect.get(event.data, 'tool'));
      const definition = makeTool(tool);
      const node = {
        table: 'breakers',
        toolId: tool,
        state: 'open',
        active: new Set(),
        limitedUntil: null,
        definition,
      };
      run.tools.set(tool, node as unknown as ToolNode); // as much of it as is looked at
    }),
  resources: () =>
    at('attempt-created', ({ run }) => set(run.resources, 'disk', { ...run.resources.disk, level: 'hard' })),
  seats: ({ world }) => at('run-started', () => set(world, 'limits', { seats: 0, tools: {} })),
  fixes: () =>
    at('task-queued', (seen) => {
      const { plan } = taskOf(seen);
      const fix = { signature: 's', number: 1 };
      const origin = { kind: 'fix', task: plan.taskId, patch: null, start: null, fix };
      set(seen.event, 'kind', 'task-added');
      set(seen.event, 'data', { taskId: plan.taskId, task: { ...plan, origin }, dependents: 0 });
    }),
  leases: () => at('attempt-created', ({ event }) => set(event.data, 'lease', 0)),
};

test.each(INVARIANTS.map(({ name }) => name))('a break of “%s” is found', async (name) => {
  const off = new Set(FAULT_NAMES.filter((fault) => fault !== 'tool-fails'));
  const saboteur = { name: 'saboteur', says: '', watch: present(SABOTAGE[name], `sabotage of ${name}`) };
  const order = { ...worldOf({ kind: 'small', seed: 3 }), off, trouble: 5, store: 'memory' as const };
  const { breaches } = await runWorld({ ...order, invariants: [saboteur, ...INVARIANTS] });
  expect(breaches.map(({ invariant }) => invariant)).toContain(name);
});
