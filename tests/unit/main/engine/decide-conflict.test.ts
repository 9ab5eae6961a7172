// What becomes of a change that does not fit the head: joined by git, joined by a tool, tried again, or kept for a person.
import { describe, expect, it } from 'vitest';
import { replay } from '../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import { DEFAULT_MERGE_POLICY, type MergePolicy } from '../../../../src/shared/domain/merge-policy.ts';
import type { LoggedEvent } from '../../../../src/shared/events/event.ts';
import type { Plan } from '../../../../src/shared/plan/plan.ts';
import type { CandidateOutcome } from '../../../../src/shared/ports/integration.ts';
import { makeConflict } from '../../../fakes/make-conflict.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { makeTool, makeToolTask } from '../../../fakes/make-tool.ts';
import { BUILT, CAPTURED, GOOD, kindsOf, MADE_PATCH, type More, type OpenRun, openRun } from './open-run.ts';

type Conflicted = Extract<CandidateOutcome, { kind: 'conflict' }>;

const HEAD = 'b'.repeat(40);
const conflicted = (more: Partial<Conflicted> = {}): CandidateOutcome => ({
  kind: 'conflict',
  message: 'a (content)',
  files: ['a'],
  conflict: makeConflict('a'.repeat(40), HEAD),
  ...more,
});
const JOINED = conflicted({
  conflict: { ...makeConflict('a'.repeat(40), HEAD), joined: true },
  joined: { ...CAPTURED, base: HEAD, sha256: 'e'.repeat(64) },
});

const merge = (more: Partial<MergePolicy>): MergePolicy => ({ ...DEFAULT_MERGE_POLICY, ...more });
const withTool = (more: Partial<Plan> = {}): Plan => ({
  ...makePlan({
    tasks: [makeToolTask({ taskId: 'a' }, 'x'), makeTask({ taskId: 'b', after: [{ task: 'a', edge: 'success' }] })],
  }),
  tools: [makeTool('x'), makeTool('y')],
  ...more,
});
const byScript = (more: Partial<Plan> = {}): Plan => ({ ...makePlan({ tasks: [makeTask({ taskId: 'a' })] }), ...more });

interface Rig {
  readonly open: OpenRun;
  readonly events: readonly LoggedEvent[];
}

function rig(plan: Plan, more: More = {}): Rig {
  const events: LoggedEvent[] = [];
  const open = openRun(plan, 4, {
    ...more,
    onTurn: ({ commit }) => events.push(...(commit.events as LoggedEvent[])), // numbers and hashes matter to nobody here
  });
  return { open, events };
}

/** Up to what building its candidate answers. */
function toConflict(open: OpenRun, outcome: CandidateOutcome) {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  return open.answer('build-candidate', outcome);
}

const states = ({ run }: OpenRun) => [...run.patches.values()].map(({ state }) => state);

describe('a conflict that git joins in files that the head has renamed', () => {
  it('becomes a patch on the head that replaces the old one and is judged from the beginning', () => {
    const { open } = rig(withTool());
    const turn = toConflict(open, JOINED);
    expect(kindsOf(turn)).toEqual(['conflict-found', 'patch-apply-failed', 'patch-created', 'patch-dropped']);
    expect(turn.wanted.map(({ kind }) => kind)).toEqual(['validate-patch']);
    const [old, made] = open.run.patches.values();
    expect(made?.created).toMatchObject({ replaces: old?.patchId, base: HEAD });
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.tasks.get('a')?.state).toBe('completed');
    expect(states(open)).toEqual(['dropped', 'committed']);
  });

  it('is not taken where the policy does not say so', () => {
    const { open } = rig(withTool({ merge: merge({ onConflict: ['retry'] }) }));
    expect(kindsOf(toConflict(open, JOINED))).toEqual([
      'conflict-found',
      'patch-apply-failed',
      'patch-dropped',
      'task-retrying',
    ]);
  });
});

describe('a merge task', () => {
  it('goes to the tool that made the patch, begins with the merge, knows both sides, and its patch replaces the old one', () => {
    const { open, events } = rig(withTool());
    expect(kindsOf(toConflict(open, conflicted()))).toEqual([
      'conflict-found',
      'patch-apply-failed',
      'patch-dropped',
      'task-added',
      'task-queued',
      'attempt-created',
    ]);
    const task = open.run.tasks.get('merge-a-1');
    const [old] = open.run.patches.values();
    expect(task?.plan).toMatchObject({
      tool: 'x',
      origin: { kind: 'merge', task: 'a', patch: old?.patchId, start: { from: 'c'.repeat(40), base: HEAD } },
      launch: { kind: 'command', command: { argv: ['x'] } },
    });
    expect(task?.plan.prompt).toContain('"a": content, lines 3 of the patch\'s version');
    expect(task?.plan.prompt).toContain('It was asked for with these words: "Do it."');
    expect(open.run.tasks.get('b')?.state).toBe('pending');
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.tasks.get('a')).toMatchObject({ state: 'completed', completion: 'replaced' });
    expect([...open.run.patches.values()].at(-1)?.created.replaces).toBe(old?.patchId);
    const again = replay(events);
    expect(again === null ? null : allRows(again)).toEqual(allRows(open.run));
  });

  it('goes to the tool that the policy names, also for what a script made', () => {
    const { open } = rig(byScript({ tools: [makeTool('y')], merge: merge({ tool: 'y' }) }));
    toConflict(open, conflicted());
    expect(open.run.tasks.get('merge-a-1')?.plan).toMatchObject({ tool: 'y', launch: { command: { argv: ['y'] } } });
  });

  it('is followed by another one when its own patch conflicts, and by none when the policy has no more', () => {
    const { open } = rig(withTool({ merge: merge({ maxTasks: 2 }) }));
    toConflict(open, conflicted());
    toConflict(open, conflicted());
    expect(open.run.tasks.get('merge-a-1')?.state).toBe('failed');
    expect(open.run.tasks.get('merge-a-2')?.plan.origin?.patch).toBe([...open.run.patches.keys()].at(-1));
    toConflict(open, conflicted());
    expect([...open.run.tasks.values()].map((task) => [task.plan.taskId, task.state])).toEqual([
      ['a', 'failed'],
      ['b', 'blocked'],
      ['merge-a-1', 'failed'],
      ['merge-a-2', 'failed'],
    ]);
    expect(open.run.state).toBe('failed');
  });

  it('is followed by another one from the same merge when it was not done well', () => {
    const { open } = rig(withTool());
    toConflict(open, conflicted());
    open.answer('start-attempt', MADE_PATCH);
    const marker = {
      rule: 'conflict-markers',
      severity: 'error',
      path: 'a',
      line: 1,
      message: 'not resolved',
      advice: '',
    } as const;
    open.answer('validate-patch', { formatOk: false, scopeOk: true, constraintsOk: true, findings: [marker] });
    const [first, second] = ['merge-a-1', 'merge-a-2'].map((id) => open.run.tasks.get(id)?.plan);
    expect(second?.origin).toEqual(first?.origin);
    expect(second?.prompt).toContain('It was tried before and failed');
    expect(open.run.tasks.get('a')?.state).toBe('validating');
  });

  it('is not made where git could not begin the merge, for a tool that is not asked in words, and in a run that stops', () => {
    const noMerge = rig(withTool()).open;
    toConflict(noMerge, conflicted({ conflict: { ...makeConflict('a'.repeat(40), HEAD), merge: null } }));
    expect(noMerge.run.tasks.get('a')?.state).toBe('retrying');
    const deaf = rig(withTool({ tools: [makeTool('x', { stdin: '' })] })).open;
    toConflict(deaf, conflicted());
    expect(deaf.run.tasks.get('a')?.state).toBe('retrying');
    const stopping = rig(withTool()).open;
    stopping.answer('start-attempt', MADE_PATCH);
    stopping.answer('validate-patch', GOOD);
    stopping.command({ name: 'stop', mode: 'drain' });
    stopping.answer('build-candidate', conflicted());
    expect(stopping.run.tasks.has('merge-a-1')).toBe(false);
  });
});

describe('what nothing could be done about', () => {
  it('is tried again from the new head where a script made it, as long as it has attempts', () => {
    const { open } = rig(byScript());
    toConflict(open, conflicted());
    expect(open.run.tasks.get('a')?.state).toBe('retrying');
  });

  it('waits for a person with the files, the places and the other side, in a run that waits', () => {
    const { open } = rig(withTool({ merge: merge({ onConflict: ['person', 'tool'] }) }), { whenStuck: 'wait' });
    expect(kindsOf(toConflict(open, conflicted()))).toEqual([
      'conflict-found',
      'patch-apply-failed',
      'patch-quarantined',
      'review-opened',
      'run-control-changed',
    ]);
    const [review] = open.run.reviews.values();
    expect(review?.opened).toMatchObject({
      trigger: 'conflict',
      findings: [{ rule: 'conflict', path: 'a', line: 3, message: "It does not fit the run's head: content" }],
    });
  });

  it('fails in a run that ends', () => {
    const { open } = rig(withTool({ merge: merge({ onConflict: ['person'] }) }));
    toConflict(open, conflicted());
    expect(open.run.tasks.get('a')?.state).toBe('failed');
    expect(states(open)).toEqual(['quarantined']);
  });
});
