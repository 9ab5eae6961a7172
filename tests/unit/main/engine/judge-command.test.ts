// Every command in every state of a run: accepted, or refused with what is possible instead, and then nothing has changed.
import { describe, expect, test } from 'vitest';
import { judgeCommand } from '../../../../src/main/engine/judge-command.ts';
import type { CommandWork } from '../../../../src/shared/domain/command.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const COMMANDS = {
  pause: { name: 'pause' },
  resume: { name: 'resume' },
  drain: { name: 'stop', mode: 'drain' },
  kill: { name: 'stop', mode: 'kill' },
  cancel: { name: 'cancel' },
  parallel: { name: 'parallel', maxParallel: 2 },
} as const satisfies Record<string, CommandWork>;
type Key = keyof typeof COMMANDS;

const told = (...keys: readonly Key[]) => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  for (const key of keys) open.command(COMMANDS[key]);
  return open;
};
const ended = (result: 'no_change' | 'stopped') => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a', allowNoChange: true, maxAttempts: 1 })] }));
  if (result === 'stopped') open.command(COMMANDS.cancel);
  open.answer('start-attempt', { ...MADE_PATCH, result, patch: null });
  return open;
};

/** State → how a run gets there, and the commands that it takes. */
const STATES: Readonly<Record<string, { readonly open: () => OpenRun; readonly takes: readonly Key[] }>> = {
  active: { open: () => told(), takes: ['pause', 'resume', 'drain', 'kill', 'cancel', 'parallel'] },
  pausing: { open: () => told('pause'), takes: ['resume', 'drain', 'kill', 'cancel', 'parallel'] },
  paused: {
    open: () => {
      const open = openRun(
        makePlan({ tasks: [makeTask({ taskId: 'a', maxAttempts: 2 }), makeTask({ taskId: 'b' })] }),
        1,
      );
      open.command(COMMANDS.pause);
      open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
      open.answer('release-workspace', null);
      return open;
    },
    takes: ['resume', 'drain', 'kill', 'cancel', 'parallel'],
  },
  waiting: {
    open: () => openRun(makePlan({ tasks: [makeTask({ taskId: 'ok', launch: { kind: 'person' } })] })),
    takes: ['pause', 'resume', 'drain', 'kill', 'cancel', 'parallel'],
  },
  draining: { open: () => told('drain'), takes: ['kill', 'cancel'] },
  killing: { open: () => told('kill'), takes: ['cancel'] },
  cancelling: { open: () => told('cancel'), takes: [] },
  succeeded: { open: () => ended('no_change'), takes: [] },
  canceled: { open: () => ended('stopped'), takes: [] },
};
const KEYS = Object.keys(COMMANDS) as Key[]; // exactly the keys by its type
const CASES = Object.entries(STATES).flatMap(([state, { open, takes }]) =>
  KEYS.map((key) => ({ state, key, open, takes: takes.includes(key) })),
);

describe('a run that is', () => {
  test.each(CASES)('$state takes $key: $takes', ({ state, key, open: make, takes }) => {
    const open = make();
    expect(open.run.endedAt === null ? open.run.control : open.run.state, 'the run got there').toBe(
      state.replace(/^(drain|kill|cancell)ing$/, 'stopping'),
    );
    const before = JSON.stringify([open.run.state, open.run.control, open.run.ending, [...open.run.commands]]);
    const { turn, refusal } = open.command(COMMANDS[key]);
    if (takes) {
      expect(refusal).toBeNull();
      expect(turn.commit.events[0]?.kind).toBe('command-accepted');
      return;
    }
    expect(refusal).toMatchObject({ code: 'E_WRONG_STATE' });
    expect(refusal?.message).toContain(open.run.endedAt === null ? open.run.control : open.run.state);
    expect(refusal?.advice).toMatch(/Possible now: |Start a new run/);
    expect(turn.commit).toMatchObject({ events: [], outboxAdded: [], outboxDone: [] });
    expect(turn.stops).toEqual([]);
    expect(JSON.stringify([open.run.state, open.run.control, open.run.ending, [...open.run.commands]])).toBe(before);
  });

  test.each(CASES.filter(({ takes }) => takes))('$state takes $key once under one id', ({ key, open: make }) => {
    const open = make();
    const commandId = makeCommand({ name: 'pause' }).commandId;
    open.command(COMMANDS[key], { commandId });
    const again = open.command(COMMANDS[key], { commandId });
    expect(again.refusal).toBeNull();
    expect(again.turn.commit.events).toEqual([]);
    expect(again.turn.stops).toEqual([]);
  });
});

test('one id cannot mean two commands', () => {
  const open = told();
  const commandId = makeCommand({ name: 'pause' }).commandId;
  open.command({ name: 'parallel', maxParallel: 2 }, { commandId });
  const other = open.command({ name: 'parallel', maxParallel: 3 }, { commandId });
  expect(other.refusal).toMatchObject({ code: 'E_USAGE', message: expect.stringContaining('parallel') });
  expect(open.run.maxParallel).toBe(2);
});

test('an accepted command is known after the run has ended, too', () => {
  const open = told();
  const command = makeCommand({ name: 'cancel' });
  open.command(command.work, command);
  open.answer('start-attempt', { ...MADE_PATCH, result: 'stopped', patch: null });
  expect(open.run.state).toBe('canceled');
  expect(judgeCommand(open.run, command).kind).toBe('repeated');
  expect(judgeCommand(open.run, makeCommand({ name: 'cancel' })).kind).toBe('refused');
});

test('a run remembers a bounded number of commands, the newest', () => {
  const open = told();
  const first = makeCommand({ name: 'resume' });
  open.command(first.work, first);
  for (let count = 0; count < LIMITS.commandsKept; count += 1) open.command({ name: 'resume' });
  expect(open.run.commands.size).toBe(LIMITS.commandsKept);
  expect(open.run.commands.has(first.commandId)).toBe(false);
});

test('a sequential plan refuses another number of tools at once and says why', () => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })], strategy: 'sequential' }));
  const { refusal } = open.command(COMMANDS.parallel);
  expect(refusal).toMatchObject({ code: 'E_WRONG_STATE', message: expect.stringContaining('one task in hand') });
});
