// What a run that went in sequence says about its dag: the dag is rehearsed with the outcomes of the run, and both are compared.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ShadowConflict, ShadowOverlap, ShadowReport, ShadowTask } from '../../../shared/domain/shadow-report.ts';
import type { Plan, ShadowOrder } from '../../../shared/plan/plan.ts';
import { asDag } from '../../../shared/plan/shadow-order.ts';
import { TaskOrder } from '../../../shared/plan/task-order.ts';
import type { RunNode } from '../../state/run-state.ts';
import { type Rehearsal, rehearse } from '../rehearsal/rehearse.ts';
import { withoutPersons } from '../rehearsal/without-persons.ts';
import { findMissing } from './find-missing.ts';
import { type LandedTask, landedTasks } from './landed-tasks.ts';
import { recordedAssumptions } from './recorded-assumptions.ts';

/** Pure: the same run and diffs give the same report. */
export function compareShadow(
  run: RunNode,
  shadow: ShadowOrder,
  diffOf: (patchId: string) => Uint8Array | null,
): ShadowReport {
  const plan = asDag(run.created.plan, shadow);
  const { assumptions, assumed } = recordedAssumptions(run);
  const rehearsed = rehearse({ ...run.created, plan: withoutPersons(plan), maxParallel: run.maxParallel }, assumptions);
  const landed = landedTasks(run, diffOf);
  const overlaps = findOverlaps(rehearsed);
  const conflicts = findConflicts(overlaps, landed);
  const { missing, complete } = findMissing({ landed, ...orderOf(plan, rehearsed) });
  const tasks = shadowTasks(run, rehearsed, assumed);
  const listed = <T>(list: readonly T[]) => list.slice(0, LIMITS.shadowListed);
  return {
    maxParallel: run.maxParallel,
    sequentialMs: sequentialEnd(run),
    dagMs: rehearsed.endMs,
    dagParallel: rehearsed.parallel,
    dagSucceeded: rehearsed.succeeded,
    tasks: listed(tasks),
    moved: tasks.filter((task) => task.place !== task.dagPlace).length,
    overlaps: listed(overlaps),
    overlapCount: overlaps.length,
    conflicts: listed(conflicts),
    conflictCount: conflicts.length,
    missing: listed(missing),
    missingCount: missing.length,
    complete,
  };
}

function orderOf(plan: Plan, rehearsed: Rehearsal) {
  const ids = plan.tasks.map((task) => task.taskId);
  const order = new TaskOrder(plan, ids);
  const times = new Map(rehearsed.tasks.map((task) => [task.taskId, task]));
  return {
    isOrdered: (a: string, b: string) => order.ordered(a, b),
    isTooEarly: (task: string, needs: string) => {
      const [later, earlier] = [times.get(task), times.get(needs)];
      return later !== undefined && (earlier === undefined || later.startMs < earlier.endMs);
    },
  };
}

function sequentialEnd(run: RunNode): number {
  const ends = [...run.tasks.values()].map((task) => sinceStart(run, task.endedAt) ?? 0);
  return ends.reduce((last, end) => Math.max(last, end), 0);
}

function sinceStart(run: RunNode, at: string | null): number | null {
  if (at === null || run.startedAt === null) return null;
  return Math.max(0, Date.parse(at) - Date.parse(run.startedAt));
}

function shadowTasks(run: RunNode, rehearsed: Rehearsal, assumed: ReadonlySet<string>): readonly ShadowTask[] {
  const started = [...run.tasks.values()].filter((task) => task.startedAt !== null);
  started.sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? '') || a.index - b.index);
  const places = new Map(started.map((task, at) => [task.plan.taskId, at + 1]));
  const dag = new Map(rehearsed.tasks.map((task, at) => [task.taskId, { ...task, place: at + 1 }]));
  // What the run added of its own accord has no place in the plan's dag.
  const planned = run.inOrder.filter(({ plan }) => plan.origin === undefined);
  const inOrder = planned.sort((a, b) => placeIn(dag, a.plan.taskId) - placeIn(dag, b.plan.taskId));
  return inOrder.map(({ plan: { taskId }, startedAt }) => {
    const other = dag.get(taskId);
    return {
      taskId,
      place: places.get(taskId) ?? null,
      dagPlace: other?.place ?? null,
      startMs: sinceStart(run, startedAt),
      dagStartMs: other?.startMs ?? null,
      dagWaitMs: other === undefined ? 0 : other.startMs - other.readyMs,
      dagWaitReason: other?.heldBy ?? null,
      assumed: assumed.has(taskId) && other !== undefined,
    };
  });
}

function placeIn(dag: ReadonlyMap<string, { readonly place: number }>, taskId: string): number {
  return dag.get(taskId)?.place ?? Number.MAX_SAFE_INTEGER;
}

/** Every two tasks of which one starts before the work of the other is there. Those at work at once are few, so this is nearly linear. */
function findOverlaps({ tasks }: Rehearsal): readonly ShadowOverlap[] {
  const overlaps: ShadowOverlap[] = [];
  let open: Rehearsal['tasks'][number][] = [];
  for (const task of tasks) {
    open = open.filter((other) => other.endMs > task.startMs);
    for (const other of open) {
      const ms = Math.min(other.endMs, task.endMs) - task.startMs;
      if (ms > 0) overlaps.push({ a: other.taskId, b: task.taskId, ms });
    }
    open.push(task);
  }
  return overlaps;
}

function findConflicts(overlaps: readonly ShadowOverlap[], landed: readonly LandedTask[]): readonly ShadowConflict[] {
  const byId = new Map(landed.map((task) => [task.taskId, task]));
  return overlaps.flatMap(({ a, b }) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (one === undefined || other === undefined) return [];
    const files = sharedFiles(one, other);
    if (files.length === 0) return [];
    return [{ a, b, files, wouldConflict: touches(one, b) || touches(other, a) }];
  });
}

function touches({ touches: all }: LandedTask, owner: string): boolean {
  return all.some((touch) => touch.owner === owner);
}

function sharedFiles(one: LandedTask, other: LandedTask): readonly string[] {
  const paths = ({ change }: LandedTask) => change.files.flatMap(({ path, oldPath }) => [path, oldPath ?? path]);
  const known = new Set(paths(one));
  return [...new Set(paths(other).filter((path) => known.has(path)))];
}
