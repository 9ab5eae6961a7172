// What the engine decides about work in direct-edit mode, message by message.
import { expect, test } from 'vitest';
import { PatchbayError } from '../../../../src/shared/lib/errors.ts';
import { makeCommand } from '../../../fakes/make-command.ts';
import { makeGate, makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { BUILT, gateOutcome, kindsOf, MADE_PATCH, openRun } from './open-run.ts';

const FREE = { refusals: [], waived: [] } as const;
const OUTSIDE = { rule: 'scope', severity: 'error', path: 'x', line: 0, message: 'outside', advice: '' } as const;
const LIMIT = { ...OUTSIDE, rule: 'size', message: 'too long' } as const;
const GATE = makeGate('unit');

function direct(more: Partial<Parameters<typeof makeTask>[0]> = {}) {
  const patchMode = { on: false, by: 'project', place: 'patchbay.yaml: flags.patch_mode' } as const;
  const task = makeTask({ taskId: 'a', patchMode, gates: ['unit'], ...more });
  const open = openRun(makePlan({ tasks: [task], gates: [GATE] }));
  const only = () => [...open.run.directChanges.values()];
  return { ...open, only };
}

test('it is held, gated, swapped in and committed, and no patch is ever made', () => {
  const open = direct();
  expect(open.run.notes).toEqual([expect.stringMatching(/^Unprotected: 1 of 1 task runs as a direct edit.*`a`/)]);
  const captured = open.answer('start-attempt', MADE_PATCH);
  expect(kindsOf(captured)).toEqual(['attempt-started', 'attempt-finished', 'direct-change-captured']);
  expect(captured.commit.patchBytes).toEqual([]);
  expect(open.run.tasks.get('a')?.attempts[0]?.result).toBe('direct_change');
  expect(
    captured.wanted.map(({ kind }) => kind),
    'the workspace stays until a ref holds the work',
  ).toEqual(['hold-change']);
  const held = open.answer('hold-change', { refusals: [], waived: [LIMIT] });
  expect(kindsOf(held)).toEqual(['direct-change-queued', 'candidate-started']);
  expect(held.wanted.map(({ kind }) => kind)).toEqual(['release-workspace', 'build-candidate']);
  const message = open.pendingOf('build-candidate')[0]?.body.message ?? '';
  expect(message).toMatch(/\nPatchbay-Change: .*\n.*\nPatchbay-Unprotected: direct-edit\n$/);
  expect(message).not.toContain('Patchbay-Patch');
  expect(kindsOf(open.answer('build-candidate', BUILT))).toEqual(['candidate-built', 'gate-queued', 'gate-started']);
  open.answer('run-gate', gateOutcome('passed'));
  expect(kindsOf(open.answer('swap-head', { kind: 'swapped' })).slice(0, 2)).toEqual([
    'direct-change-committed',
    'task-completed',
  ]);
  expect(open.run.state).toBe('succeeded');
  expect(open.run.head).toBe(BUILT.commit);
  expect(open.run.tasks.get('a')?.completion).toBe('committed_directly');
  expect(open.only()).toMatchObject([{ state: 'committed', findings: [LIMIT] }]);
  expect(open.run.patches.size).toBe(0);
});

test('one that breaks a rule for every commit is kept, and its task fails without another try', () => {
  const open = direct();
  open.answer('start-attempt', MADE_PATCH);
  const turn = open.answer('hold-change', { refusals: [OUTSIDE], waived: [] });
  expect(kindsOf(turn).slice(0, 2)).toEqual(['direct-change-kept', 'task-failed']);
  expect(open.run.reason).toContain('its change was refused: outside (x)');
});

test('one whose gate fails gives way to another attempt, and is kept after the last', () => {
  const open = direct({ maxAttempts: 2 });
  const tryOnce = () => {
    open.answer('start-attempt', MADE_PATCH);
    open.answer('hold-change', FREE);
    open.answer('build-candidate', BUILT);
    return kindsOf(open.answer('run-gate', gateOutcome('failed'))).slice(0, 3);
  };
  expect(tryOnce()).toEqual(['gate-finished', 'direct-change-dropped', 'task-retrying']);
  open.wait(60_000);
  open.say({ type: 'wake', runId: open.run.runId });
  expect(tryOnce()).toEqual(['gate-finished', 'direct-change-kept', 'task-failed']);
});

test('one that conflicts is tried again, and the ledger of patches is told nothing', () => {
  const open = direct();
  open.answer('start-attempt', MADE_PATCH);
  open.answer('hold-change', FREE);
  const turn = open.answer('build-candidate', { kind: 'conflict', message: 'both changed a', files: ['a'] });
  expect(kindsOf(turn)).toEqual(['direct-change-dropped', 'task-retrying']);
});

test('what a failed attempt wrote is held as well before its workspace goes', () => {
  const open = direct({ maxAttempts: 1 });
  const failure = { code: 'E_TIMEOUT', message: 'took too long' } as const;
  const turn = open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure });
  expect(kindsOf(turn)).toContain('direct-change-kept');
  expect(turn.wanted.map(({ kind }) => kind)).toEqual(['hold-change']);
  const held = open.answer('hold-change', FREE);
  expect(kindsOf(held)).toEqual([]);
  expect(held.wanted.map(({ kind }) => kind)).toEqual(['release-workspace']);
  expect(open.only()).toMatchObject([{ state: 'kept', created: { recovered: true } }]);
});

test('an attempt that a crash interrupted is salvaged in the same way and tried again', () => {
  const open = direct();
  open.say({ type: 'recover-run', runId: open.run.runId });
  const turn = open.answer('salvage-attempt', MADE_PATCH.patch);
  expect(kindsOf(turn)).toContain('direct-change-kept');
  expect(turn.wanted.map(({ kind }) => kind)).toEqual(['hold-change']);
  expect(open.run.tasks.get('a')?.state).toBe('retrying');
});

test('one that git lost before a ref held it is tried again, and its workspace goes', () => {
  const open = direct();
  open.answer('start-attempt', MADE_PATCH);
  const effect = open.pendingOf('hold-change')[0];
  if (effect === undefined) throw new Error('nothing is to be held');
  const error = new PatchbayError('E_GIT', 'git let go of it', 'none');
  const turn = open.say({ type: 'effect-failed', effect, error });
  expect(kindsOf(turn)).toEqual(['direct-change-dropped', 'task-retrying']);
  expect(turn.wanted.map(({ kind }) => kind)).toEqual(['release-workspace']);
});

test('a cancelled run drops it, and still holds what was captured for a person', () => {
  const open = direct();
  open.answer('start-attempt', MADE_PATCH);
  const turn = open.say({
    type: 'command',
    runId: open.run.runId,
    command: makeCommand({ name: 'cancel' }, { why: 'enough' }),
  });
  expect(kindsOf(turn)).toContain('direct-change-dropped');
  expect(open.run.state).toBe('canceled');
  expect(kindsOf(open.answer('hold-change', FREE))).toEqual([]);
});
