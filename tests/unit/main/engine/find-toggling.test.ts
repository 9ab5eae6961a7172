// Patches of a run that undo each other are set aside, also after the run was replayed from its log.
import { describe, expect, test } from 'vitest';
import { findToggling } from '../../../../src/main/engine/find-toggling.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import type { HunkSignature } from '../../../../src/shared/domain/oscillation.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, MADE_PATCH, type More, type OpenRun, openRun } from './open-run.ts';

const signed = (forward: boolean): readonly HunkSignature[] => [{ path: 'a.ts', lines: 'l1', forward }];

/** Tasks in a row, each of which changes the same lines the other way round. */
function toAndFro(count: number, constraints: object = {}, more: More = {}): OpenRun {
  const tasks = Array.from({ length: count }, (_, at) => {
    const task = makeTask({ taskId: `t${at}`, ...(at === 0 ? {} : { after: successOf(`t${at - 1}`) }) });
    return { ...task, constraints: { ...task.constraints, ...constraints } };
  });
  return openRun(makePlan({ tasks }), 4, more);
}

function goThrough(open: OpenRun, forward: boolean): void {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', { ...GOOD, signatures: signed(forward) });
  const [patch] = [...open.run.patches.values()].slice(-1);
  if (patch?.state !== 'queued') return;
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
}

const states = (open: OpenRun) => [...open.run.patches.values()].map(({ state }) => state);

describe('patches that undo each other', () => {
  test('are set aside at the third turn, with the others named and advice', () => {
    const open = toAndFro(3);
    for (const forward of [true, false, true]) goThrough(open, forward);
    expect(states(open)).toEqual(['committed', 'committed', 'quarantined']);
    const [first, second, third] = [...open.run.patches.values()];
    expect(third?.findings).toMatchObject([{ rule: 'oscillation', severity: 'error', path: 'a.ts' }]);
    expect(third?.findings[0]?.message).toContain(
      `3 of the last 5 patches there undo each other (${first?.patchId}, ${second?.patchId})`,
    );
    expect(open.run.tasks.get('t2')?.state).toBe('failed');
  });

  test('are counted by the policy of the task', () => {
    const open = toAndFro(2, { oscillationThreshold: 2 });
    for (const forward of [true, false]) goThrough(open, forward);
    expect(states(open)).toEqual(['committed', 'quarantined']);
  });

  test('are still known after a replay', () => {
    const events: Parameters<typeof replay>[0][number][] = [];
    const open = toAndFro(3, {}, { onTurn: ({ commit }) => events.push(...commit.events) });
    for (const forward of [true, false]) goThrough(open, forward);
    const again = present(replay(events), 'the run');
    expect([...(again.signedPatches.get('a.ts') ?? [])].map(({ signatures }) => signatures)).toEqual([
      signed(true),
      signed(false),
    ]);
    open.answer('start-attempt', MADE_PATCH);
    const [newest] = [...open.run.patches.values()].slice(-1);
    if (newest === undefined) throw new Error('no patch');
    expect(findToggling(again, newest, signed(true))).toMatchObject([{ rule: 'oscillation' }]);
  });

  test('are kept of each file only as far back as any policy looks', () => {
    const open = toAndFro(3, { oscillationThreshold: 60 });
    for (const forward of [true, false, true]) goThrough(open, forward);
    expect(open.run.signedPatches.get('a.ts')).toHaveLength(3);
    expect(LIMITS.oscillationWindowMax).toBeGreaterThanOrEqual(LIMITS.oscillationWindow);
  });
});
