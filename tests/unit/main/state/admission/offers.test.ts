// What a turn costs: it looks at the tasks that it changes something for, however many others wait.
import { expect, test } from 'vitest';
import type { Plan, TaskPlan, WorkstreamPlan } from '../../../../../src/shared/plan/plan.ts';
import { makePlan, makeTask, makeWorkstream } from '../../../../fakes/make-plan.ts';
import { seededRandom } from '../../../../simulation/seeded-random.ts';
import { BUILT, GOOD, MADE_PATCH, openRun } from '../../engine/open-run.ts';

const SHAPES = ['flat', 'one group', 'many groups', 'full workstream', 'own files', 'shared files', 'mixed'] as const;
type Shape = (typeof SHAPES)[number];

function taskOf(shape: Shape, at: number, random: () => number): TaskPlan {
  const taskId = `t${at}`;
  const kind = shape === 'mixed' ? (SHAPES[Math.floor(random() * 6)] ?? 'flat') : shape;
  const files = (write: string, owner: string): Partial<TaskPlan> => ({
    scope: { read: [], write: [write], create: [], forbidden: [] },
    scopeBy: { write: owner, read: null },
  });
  const base = { taskId, workstreamId: kind === 'full workstream' ? 'FULL' : 'WS', priority: Math.floor(random() * 3) };
  if (kind === 'one group') return makeTask({ ...base, conflictGroup: 'g' });
  if (kind === 'many groups') return makeTask({ ...base, conflictGroup: `g${at % 20}` });
  if (kind === 'own files') return makeTask({ ...base, ...files(`src/${at % 50}/${at}.ts`, `task ${taskId}`) });
  if (kind === 'shared files') return makeTask({ ...base, ...files(`lib/${at % 7}/**`, `workstream ${at % 7}`) });
  return makeTask(base);
}

/** Counts how often admission looks at a task: each look reads the limit of the task's workstream once. */
function countedPlan(shape: Shape, size: number): { readonly plan: Plan; readonly looks: () => number } {
  const random = seededRandom(size);
  let looks = 0;
  const counted = (workstream: WorkstreamPlan): WorkstreamPlan =>
    Object.defineProperty({ ...workstream }, 'maxParallel', {
      get: () => {
        looks += 1;
        return workstream.maxParallel;
      },
    });
  const tasks = Array.from({ length: size }, (_, at) => taskOf(shape, at, random));
  const workstreams = [
    makeWorkstream({ workstreamId: 'WS' }),
    makeWorkstream({ workstreamId: 'FULL', maxParallel: 2 }),
  ];
  return { plan: makePlan({ tasks, workstreams: workstreams.map(counted) }), looks: () => looks };
}

test.each(SHAPES)(
  '%s: a turn after the first looks at no more tasks than it has events, and at each once before',
  (shape) => {
    const { plan, looks } = countedPlan(shape, 600);
    const open = openRun(plan, 8);
    const first = looks();
    expect(first, 'at the start each is looked at once').toBeLessThanOrEqual(plan.tasks.length + 1);
    while (open.run.endedAt === null) {
      for (const [kind, outcome] of [
        ['start-attempt', MADE_PATCH],
        ['validate-patch', GOOD],
        ['build-candidate', BUILT],
        ['swap-head', { kind: 'swapped' }],
      ] as const) {
        if (open.pendingOf(kind).length === 0) continue;
        const before = { looks: looks(), ready: open.run.ready.length };
        const { commit } = open.answer(kind, outcome);
        // Those that were never looked at yet leave the queue once.
        const fresh = Math.max(0, before.ready - open.run.ready.length);
        const most = commit.events.length + fresh + 8;
        expect(looks() - before.looks, `${kind} with ${commit.events.length} events`).toBeLessThanOrEqual(most);
      }
      while (open.pendingOf('release-workspace').length > 0) open.answer('release-workspace', null);
    }
    expect(open.run.state).toBe('succeeded');
    expect(looks() - first, 'all together').toBeLessThanOrEqual(5 * plan.tasks.length);
  },
);
