// What becomes of a patch that a person has to decide about, and of what depends on it.
import { describe, expect, test } from 'vitest';
import { runWaiting } from '../../../../src/main/projections/run-waiting.ts';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { findingHash } from '../../../../src/main/state/finding-hash.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import type { ReviewNode } from '../../../../src/main/state/run-state.ts';
import type { CommandWork } from '../../../../src/shared/domain/command.ts';
import type { Finding } from '../../../../src/shared/domain/patch.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, gateOutcome, kindsOf, MADE_PATCH, type More, type OpenRun, openRun, RUN_ID } from './open-run.ts';

const PROTECTED: Finding = {
  rule: 'protected-paths',
  severity: 'warning',
  action: 'review',
  path: 'package.json',
  line: 0,
  message: 'it steers the build',
  advice: 'look at it',
};
const OUTSIDE: Finding = { rule: 'scope', severity: 'error', path: 'x', line: 0, message: 'outside', advice: '' };
const HELD = { ...GOOD, findings: [PROTECTED] };
const REFUSED = { ...GOOD, scopeOk: false, findings: [OUTSIDE] };

/** `a` has made a patch that is being validated; `b` comes after it, `free` after nothing. */
function patchOfA(more: More = {}): OpenRun {
  const tasks = [
    makeTask({ taskId: 'a' }),
    makeTask({ taskId: 'b', after: successOf('a'), allowNoChange: true }),
    makeTask({ taskId: 'free', allowNoChange: true }),
  ];
  const open = openRun(makePlan({ tasks }), 4, more);
  open.answer('start-attempt', MADE_PATCH);
  return open;
}

const NOTHING = { ...MADE_PATCH, result: 'no_change', patch: null } as const;
const task = (open: OpenRun, taskId: string) => present(open.run.tasks.get(taskId), taskId);
const reviewOf = (open: OpenRun) => present([...open.run.reviews.values()].at(-1), 'a review');
const patchesOf = (open: OpenRun) => [...open.run.patches.values()];

function vote(name: 'approve' | 'reject', review: ReviewNode, more: object = {}): CommandWork {
  const { reviewId, patch } = review;
  const said = { reviewId, patchId: patch.patchId, head: 'b'.repeat(40), reviewer: 'ann', reviewerKind: 'person' };
  return { name, ...said, ...more } as CommandWork;
}

describe('a patch that a rule leaves to a person', () => {
  test('is validated and waits, while what does not depend on it goes on', () => {
    const open = patchOfA();
    expect(kindsOf(open.answer('validate-patch', HELD))).toEqual(['patch-validated', 'review-opened']);
    expect(open.run.control).toBe('active');
    open.answer('start-attempt', NOTHING);
    expect(task(open, 'free').state).toBe('completed');
    expect(task(open, 'a').state).toBe('validating');
    expect(open.run.control).toBe('waiting');
    expect(open.run.controlReason).toContain('it steers the build');
    const { reviewId } = reviewOf(open);
    expect(waitingFor(open.run, task(open, 'a'))?.freedBy).toContain(`review approve ${reviewId}`);
    expect(runWaiting(open.run)?.freedBy).toContain(`review approve ${reviewId}`);
    expect(reviewOf(open).opened).toMatchObject({ trigger: 'finding', severity: 'warning', findings: [PROTECTED] });
  });

  test('joins the train once it is approved, and its run goes on to its end', () => {
    const open = patchOfA();
    open.answer('validate-patch', HELD);
    open.answer('start-attempt', NOTHING);
    const { turn, refusal } = open.command(vote('approve', reviewOf(open)), { why: 'as agreed' });
    expect(refusal).toBeNull();
    expect(kindsOf(turn)).toEqual([
      'command-accepted',
      'run-control-changed',
      'review-voted',
      'review-decided',
      'patch-queued',
      'candidate-started',
    ]);
    expect(reviewOf(open)).toMatchObject({ state: 'approved', waives: [findingHash(PROTECTED)] });
    expect(reviewOf(open).reason).toBe('ann approved it: as agreed');
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    open.answer('start-attempt', NOTHING);
    expect(open.run.state).toBe('succeeded');
  });

  test('is dropped when it is rejected, and its task fails', () => {
    const open = patchOfA();
    open.answer('validate-patch', HELD);
    open.answer('start-attempt', NOTHING);
    open.command(vote('reject', reviewOf(open)), { why: 'not now' });
    expect(patchesOf(open)[0]).toMatchObject({ state: 'dropped', reason: 'ann rejected it: not now' });
    expect(task(open, 'a')).toMatchObject({ state: 'failed', code: 'E_PATCH_REFUSED' });
    expect(open.run).toMatchObject({ state: 'failed', validating: 0 });
  });

  test('does not let a run wait while a tool of it works', () => {
    const open = patchOfA();
    open.answer('validate-patch', HELD);
    expect(open.run).toMatchObject({ running: 1, control: 'active' });
  });

  test('goes with its run when that is stopped or cancelled', () => {
    for (const work of [{ name: 'stop', mode: 'drain' }, { name: 'cancel' }] as const) {
      const open = patchOfA();
      open.answer('validate-patch', HELD);
      open.answer('start-attempt', NOTHING);
      open.command(work, { why: 'enough' });
      expect(reviewOf(open)).toMatchObject({ state: 'withdrawn' });
      expect(patchesOf(open)[0]?.state).toBe('dropped');
      expect(open.run).toMatchObject({ state: 'canceled', validating: 0 });
    }
  });
});

describe('a patch in quarantine', () => {
  test('leads to a question where the run waits for persons, and fails its task where it does not', () => {
    const waits = patchOfA({ whenStuck: 'wait' });
    expect(kindsOf(waits.answer('validate-patch', REFUSED))).toEqual(['patch-quarantined', 'review-opened']);
    expect(task(waits, 'a').state).toBe('validating');
    const ends = patchOfA();
    expect(kindsOf(ends.answer('validate-patch', REFUSED))).toEqual(expect.not.arrayContaining(['review-opened']));
    expect(task(ends, 'a').state).toBe('failed');
  });

  test('is released by a replacement with the same bytes, which is not refused for the same findings again', () => {
    const open = patchOfA({ whenStuck: 'wait' });
    open.answer('validate-patch', REFUSED);
    const { turn } = open.command(vote('approve', reviewOf(open)));
    const [old, fresh] = patchesOf(open);
    expect(turn.commit.patchBytes).toEqual([{ patchId: fresh?.patchId, copyOf: old?.patchId }]);
    expect(old).toMatchObject({ state: 'dropped' });
    expect(fresh?.created).toMatchObject({ replaces: old?.patchId, sha256: old?.created.sha256 });
    expect(kindsOf(open.answer('validate-patch', REFUSED))).toEqual([
      'patch-validated',
      'patch-queued',
      'candidate-started',
    ]);
    expect(task(open, 'a').state).toBe('validating');
  });

  test('is not released for what nobody has seen', () => {
    const open = patchOfA({ whenStuck: 'wait' });
    open.answer('validate-patch', REFUSED);
    open.command(vote('approve', reviewOf(open)));
    const other = { ...OUTSIDE, path: 'y' };
    const turn = open.answer('validate-patch', { ...REFUSED, findings: [OUTSIDE, other] });
    expect(kindsOf(turn)).toEqual(['patch-quarantined', 'review-opened']);
    open.command(vote('approve', reviewOf(open)));
    expect(patchesOf(open).at(-1)?.created.released?.waives).toEqual([OUTSIDE, other].map(findingHash));
  });

  test('can be left: the task is tried again or skipped', () => {
    const again = patchOfA({ whenStuck: 'wait' });
    again.answer('validate-patch', REFUSED);
    expect(again.command({ name: 'retry', taskId: 'a' }).refusal).toBeNull();
    expect(task(again, 'a').state).toBe('running');
    expect(reviewOf(again).state).toBe('withdrawn');
    const skipped = patchOfA({ whenStuck: 'wait' });
    skipped.answer('validate-patch', REFUSED);
    expect(skipped.command({ name: 'skip', taskId: 'a' }).refusal).toBeNull();
    expect(task(skipped, 'a')).toMatchObject({ state: 'completed', completion: 'skipped' });
    expect(task(skipped, 'b').state).toBe('running');
  });

  test('after its last gate has failed can be judged once more', () => {
    const tasks = [makeTask({ taskId: 'a', gates: ['unit'], maxAttempts: 1 })];
    const open = openRun(makePlan({ tasks, gates: [makeGate('unit')] }), 4, { whenStuck: 'wait' });
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('run-gate', gateOutcome('failed'));
    expect(reviewOf(open).opened.trigger).toBe('gate_failed');
    open.command(vote('approve', reviewOf(open)));
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('run-gate', gateOutcome('passed'));
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.state).toBe('succeeded');
  });
});

describe('a finding that throws the patch away', () => {
  test('asks nobody: the patch is dropped with what was found, and its task fails', () => {
    const open = patchOfA({ whenStuck: 'wait' });
    const worst: Finding = { ...OUTSIDE, action: 'drop', message: 'it writes into .git' };
    open.answer('validate-patch', { ...REFUSED, findings: [PROTECTED, worst] });
    expect(open.run.reviews.size).toBe(0);
    expect(patchesOf(open)[0]).toMatchObject({ state: 'dropped', findings: [PROTECTED, worst] });
    expect(patchesOf(open)[0]?.reason).toContain('it writes into .git');
    expect(task(open, 'a').state).toBe('failed');
  });
});

describe('a vote', () => {
  test('counts once however often it is delivered, and a decision is never changed', () => {
    const open = patchOfA();
    open.answer('validate-patch', HELD);
    const review = reviewOf(open);
    const commandId = '01J0000000000000000000VOTE';
    expect(open.command(vote('approve', review), { commandId }).refusal).toBeNull();
    const moved = vote('approve', review, { head: 'c'.repeat(40) });
    expect(open.command(moved, { commandId })).toMatchObject({ refusal: null, turn: { commit: { events: [] } } });
    const { refusal, turn } = open.command(vote('reject', review));
    expect(refusal).toMatchObject({ code: 'E_WRONG_STATE' });
    expect(refusal?.message).toContain('ann approved it');
    expect(kindsOf(turn)).toEqual([]);
  });

  test('about another patch than the one that waits is refused', () => {
    const open = patchOfA({ whenStuck: 'wait' });
    open.answer('validate-patch', REFUSED);
    const { refusal } = open.command(vote('approve', reviewOf(open), { patchId: '0'.repeat(26) }));
    expect(refusal?.message).toContain('The decision was about patch 0000');
    expect(open.command(vote('approve', reviewOf(open), { reviewId: 'nobody' })).refusal?.code).toBe('E_NOT_FOUND');
  });
});

test('replay gives reviews as they were', () => {
  const events: Parameters<typeof replay>[0][number][] = [];
  const open = patchOfA({ whenStuck: 'wait', onTurn: ({ commit }) => events.push(...commit.events) });
  open.answer('validate-patch', REFUSED);
  open.command(vote('approve', reviewOf(open)), { why: 'seen' });
  open.answer('validate-patch', HELD);
  const again = present(replay(events), RUN_ID);
  expect(allRows(again)).toEqual(allRows(open.run));
  expect(allRows(again).reviews).toHaveLength(2);
  expect(again.openReviews.size).toBe(1);
});

describe('a policy that asks for reviewers', () => {
  const held = (minReviewers: number, more: More = {}) => {
    const task = makeTask({ taskId: 'a' });
    const constraints = { ...task.constraints, minReviewers };
    const open = openRun(makePlan({ tasks: [{ ...task, constraints }] }), 4, more);
    open.answer('start-attempt', MADE_PATCH);
    return open;
  };
  const by = (reviewer: string, reviewerKind = 'person') => ({ reviewer, reviewerKind });

  test('holds a patch without findings until so many different persons have approved it', () => {
    const open = held(2);
    open.answer('validate-patch', GOOD);
    expect(reviewOf(open).opened).toMatchObject({ trigger: 'policy', approvalsNeeded: 2 });
    open.command(vote('approve', reviewOf(open), by('ann')));
    expect(reviewOf(open).state).toBe('in_review');
    expect(open.command(vote('approve', reviewOf(open), by('ann'))).refusal?.message).toContain('has approved');
    open.command(vote('approve', reviewOf(open), by('claude', 'tool')));
    expect(patchesOf(open)[0]?.state).toBe('validated');
    open.command(vote('approve', reviewOf(open), by('ben')));
    expect(reviewOf(open)).toMatchObject({ state: 'approved', reason: 'ann, ben approved it' });
    expect(patchesOf(open)[0]?.state).toBe('queued');
  });

  test('is overruled by one who rejects', () => {
    const open = held(3);
    open.answer('validate-patch', GOOD);
    open.command(vote('approve', reviewOf(open), by('ann')));
    open.command(vote('reject', reviewOf(open), by('ben')));
    expect(reviewOf(open).state).toBe('rejected');
  });

  test('asks for as many to release a patch from quarantine, and then not once more', () => {
    const open = held(2, { whenStuck: 'wait' });
    open.answer('validate-patch', REFUSED);
    open.command(vote('approve', reviewOf(open), by('ann')));
    expect(open.run.patches.size).toBe(1);
    open.command(vote('approve', reviewOf(open), by('ben')));
    expect(kindsOf(open.answer('validate-patch', REFUSED))).toContain('patch-queued');
  });
});
