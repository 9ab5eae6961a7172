// The loop's promises: intent before effect, one commit a turn, and a ledger that refuses stops everything.
import { expect, test } from 'vitest';
import type { Effect } from '../../../../src/main/engine/effect.ts';
import { createEngine } from '../../../../src/main/engine/loop.ts';
import type { Message } from '../../../../src/main/engine/message.ts';
import { PatchbayError } from '../../../../src/shared/lib/errors.ts';
import type { LedgerCommit } from '../../../../src/shared/ports/store.ts';
import { createCountingIds } from '../../../fakes/counting-ids.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { createMemoryStore } from '../../../fakes/memory-store.ts';
import { createVirtualClock } from '../../../fakes/virtual-clock.ts';
import { RUN_ID } from './open-run.ts';

const plan = makePlan({ tasks: ['a', 'b', 'c'].map((taskId) => makeTask({ taskId, allowNoChange: true })) });
const facts = {
  plan,
  planFile: null,
  repository: '/r',
  base: 'b'.repeat(40),
  baseRef: null,
  maxParallel: 4,
  requestedBy: 't',
};
const START: Message = { type: 'start-run', runId: RUN_ID, facts };

function setUp(onCommit: (commit: LedgerCommit) => void = () => {}) {
  const store = createMemoryStore(onCommit);
  const turns: (() => void)[] = [];
  const performed: Effect[] = [];
  const faults: PatchbayError[] = [];
  const engine = createEngine({
    store,
    clock: createVirtualClock(),
    ids: createCountingIds(),
    perform: (effect) => {
      performed.push(effect);
      return new Promise(() => {});
    },
    stop: () => {},
    onChange: () => {},
    onFault: (error) => faults.push(error),
    defer: (turn) => turns.push(turn),
  });
  return { store, engine, performed, faults, turn: () => turns.shift()?.() };
}

test('no effect runs before its intent is committed', () => {
  const seen: number[] = [];
  const world = setUp(() => seen.push(world.performed.length));
  world.engine.post(START);
  world.turn();
  expect(seen).toEqual([0]);
  expect(world.performed.map((effect) => effect.kind)).toEqual(['create-run-ref']);
  expect([...world.store.outbox.keys()]).toEqual(world.performed.map((effect) => effect.effectId));
});

test('messages that wait together become durable in one commit', () => {
  const world = setUp();
  world.engine.post(START);
  world.turn();
  const effect = world.performed[0];
  if (effect?.kind !== 'create-run-ref') expect.fail('the ref was not asked for');
  world.engine.post({ type: 'outcome', kind: 'create-run-ref', effect, outcome: { kind: 'swapped' } });
  world.engine.post({ type: 'note-run', runId: RUN_ID, message: 'hello' });
  world.turn();
  expect(world.store.commits).toBe(2);
  expect(world.performed.filter(({ kind }) => kind === 'start-attempt').length).toBe(3);
});

test('a question settles only when its answer is durable', async () => {
  const world = setUp();
  let settled = false;
  const asked = world.engine.ask(START).then(() => {
    settled = true;
  });
  await Promise.resolve();
  expect(settled).toBe(false);
  world.turn();
  await asked;
  expect(world.store.commits).toBe(1);
});

test('a ledger that refuses a commit stops the engine: nothing runs, nobody waits, and the host is told', async () => {
  const refusal = new PatchbayError('E_DISK', 'The disk is full.', 'Free some space.');
  const world = setUp(() => {
    throw refusal;
  });
  const asked = world.engine.ask(START);
  world.turn();
  await expect(asked).rejects.toBe(refusal);
  expect(world.faults).toEqual([refusal]);
  expect(world.performed).toEqual([]);
  await expect(world.engine.ask(START)).rejects.toThrow('has stopped');
});

test('a turn in which nothing happens writes nothing', () => {
  const world = setUp();
  world.engine.post({ type: 'wake', runId: RUN_ID });
  world.turn();
  expect(world.store.commits).toBe(0);
});

test('an outcome that changes nothing is settled with the next commit, and at once when nothing else is in hand', () => {
  const world = setUp();
  world.engine.post(START);
  world.turn();
  const answer = (effect: Effect | undefined) => {
    expect(effect).toBeDefined();
    if (effect !== undefined) world.engine.post(wentWell(effect));
    world.turn();
  };
  const nth = (kind: Effect['kind'], n = 0) => world.performed.filter((effect) => effect.kind === kind)[n];
  const isOpen = (effect: Effect | undefined) => world.store.outbox.has(effect?.effectId ?? '');
  answer(nth('create-run-ref'));
  answer(nth('start-attempt', 0));
  const { commits } = world.store;
  const first = nth('release-workspace', 0);
  answer(first);
  expect(world.store.commits).toBe(commits);
  expect(isOpen(first)).toBe(true);
  answer(nth('start-attempt', 1));
  expect(isOpen(first)).toBe(false);
  answer(nth('start-attempt', 2));
  answer(nth('release-workspace', 1));
  expect(isOpen(nth('release-workspace', 1))).toBe(true);
  answer(nth('release-workspace', 2));
  expect(world.store.outbox.size).toBe(0);
});

/** What the world says to the effects of tasks that change nothing. */
function wentWell(effect: Effect): Message {
  const type = 'outcome';
  if (effect.kind === 'create-run-ref') return { type, kind: effect.kind, effect, outcome: { kind: 'swapped' } };
  if (effect.kind === 'release-workspace') return { type, kind: effect.kind, effect, outcome: null };
  if (effect.kind !== 'start-attempt') throw new Error(`${effect.kind} was not expected`);
  const outcome = { result: 'no_change', failure: null, patch: null, usage: null, logs: null, notes: [] } as const;
  return { type, kind: effect.kind, effect, outcome };
}
