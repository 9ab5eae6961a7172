// What a shadowed run found out, as programs and people read it.
import { expect, it } from 'vitest';
import { shadowAnswer, shadowNotes } from '../../../../src/main/projections/shadow-answer.ts';
import type { ShadowReport } from '../../../../src/shared/domain/shadow-report.ts';

const REPORT: ShadowReport = {
  maxParallel: 4,
  sequentialMs: 10_000,
  dagMs: 4_000,
  dagParallel: 2,
  dagSucceeded: true,
  tasks: [
    {
      taskId: 'a',
      place: 1,
      dagPlace: 1,
      startMs: 0,
      dagStartMs: 0,
      dagWaitMs: 0,
      dagWaitReason: null,
      assumed: false,
    },
    {
      taskId: 'c',
      place: 3,
      dagPlace: 2,
      startMs: 8_000,
      dagStartMs: 0,
      dagWaitMs: 0,
      dagWaitReason: null,
      assumed: true,
    },
    {
      taskId: 'b',
      place: 2,
      dagPlace: 3,
      startMs: 50,
      dagStartMs: 2_000,
      dagWaitMs: 2_000,
      dagWaitReason: 'Full.',
      assumed: false,
    },
  ],
  moved: 2,
  overlaps: [{ a: 'a', b: 'c', ms: 1_500 }],
  overlapCount: 1,
  conflicts: [{ a: 'a', b: 'c', files: ['x'], wouldConflict: true }],
  conflictCount: 1,
  missing: [
    { task: 'c', needs: 'a', evidence: 'changes_its_lines', certain: true, files: ['x'], tooEarly: true },
    { task: 'b', needs: 'a', evidence: 'names_its_file', certain: false, files: ['1', '2', '3', '4'], tooEarly: false },
  ],
  missingCount: 2,
  complete: true,
};

it('answers in seconds, names who moved and who waited, and gives the edge to add', () => {
  const answer = shadowAnswer({ shadow: { report: REPORT, reason: '' } });
  expect(answer).toMatchObject({
    compared: true,
    sequential_seconds: 10,
    dag_seconds: 4,
    speedup: 2.5,
    order: [
      { task_id: 'c', sequential: 3, dag: 2, sequential_start_seconds: 8, dag_start_seconds: 0, assumed: true },
      { task_id: 'b', sequential: 2, dag: 3, sequential_start_seconds: 0.05, dag_start_seconds: 2, assumed: false },
    ],
    waiting: [{ task_id: 'b', seconds: 2, reason: 'Full.' }],
    overlaps: [{ a: 'a', b: 'c', seconds: 1.5 }],
    conflicts: [{ a: 'a', b: 'c', files: ['x'], would_conflict: true }],
  });
  expect(answer?.missing_dependencies.map(({ message, advice, edge }) => ({ message, advice, edge }))).toEqual([
    {
      message:
        '`c` changes lines of `x` that `a` wrote, and nothing in the plan puts it after `a`. As a dag it would have started without that work.',
      advice: 'Add `depends_on: [a]` to `c`.',
      edge: { from: 'a', to: 'c', kind: 'success' },
    },
    {
      message:
        '`b` names `1`, `2`, `3` and 1 more, which `a` changes, and nothing in the plan puts it after `a`. As a dag only luck puts them in order.',
      advice: 'If it needs that, add `depends_on: [a]` to `b`.',
      edge: { from: 'a', to: 'b', kind: 'success' },
    },
  ]);
});

it('says why there is no comparison, and nothing of a run without a shadow', () => {
  const shadow = { report: null, reason: 'git is gone' };
  expect(shadowAnswer({ shadow })).toMatchObject({ compared: false, reason: 'git is gone', missing_dependencies: [] });
  expect(shadowNotes({ shadow })).toEqual(['The run was not compared with its dag: git is gone']);
  expect([shadowAnswer({ shadow: null }), shadowNotes({ shadow: null })]).toEqual([null, []]);
});

it('has one sentence for the screen of the run', () => {
  expect(shadowNotes({ shadow: { report: REPORT, reason: '' } })).toEqual([
    'As a dag it would have taken 4 s instead of 10 s; 1 pair of patches would have conflicted; `c` should depend on `a`; `b` should perhaps depend on `a`.',
  ]);
});
