// The one order of a plan's tasks that never puts a task before what it comes after: file order wherever that is free.
import type { Ordered } from '../../shared/plan/task-graph.ts';
import { popReady, pushReady, type Ranked, type ReadyQueue } from './ready-queue.ts';

type OrderedTask = Ordered['tasks'][number];

interface Placed extends Ranked {
  readonly task: OrderedTask;
}

/** Task ids, each after its predecessors and after every task of the workstreams before its own. O((tasks + edges) · log tasks). */
export function planOrder(plan: Ordered): readonly string[] {
  const places = new Map(plan.tasks.map((task, index) => [task.taskId, placeOf(task, index)]));
  const openEdges = new Map(plan.tasks.map((task) => [task.taskId, task.after.length]));
  const next = new Map<string, OrderedTask[]>();
  for (const task of plan.tasks) for (const edge of task.after) push(next, edge.task, task);
  const groups = createGroups(plan);
  const open: ReadyQueue<Placed> = [];
  const offer = (task: OrderedTask) => {
    const place = places.get(task.taskId);
    if (place === undefined || openEdges.get(task.taskId) !== 0 || !groups.isOpen(task.workstreamId)) return;
    pushReady(open, place);
  };
  for (const task of plan.tasks) offer(task);
  const order: string[] = [];
  for (let place = popReady(open); place !== undefined; place = popReady(open)) {
    const { taskId, workstreamId } = place.task;
    order.push(taskId);
    for (const after of next.get(taskId) ?? []) {
      openEdges.set(after.taskId, (openEdges.get(after.taskId) ?? 1) - 1);
      offer(after);
    }
    for (const opened of groups.done(workstreamId)) offer(opened);
  }
  return order;
}

/** Ranked by its place in the file alone. */
function placeOf(task: OrderedTask, index: number): Placed {
  return { task, index, background: false, priority: 0, impact: 0, weight: 0, dependents: 0, age: 0 };
}

interface Groups {
  isOpen(workstreamId: string): boolean;
  /** One task of the workstream is placed; answers the tasks of workstreams that this opens. */
  done(workstreamId: string): readonly OrderedTask[];
}

function createGroups(plan: Ordered): Groups {
  const tasks = new Map<string, OrderedTask[]>();
  for (const task of plan.tasks) push(tasks, task.workstreamId, task);
  const left = new Map(
    plan.workstreams.map(({ workstreamId }) => [workstreamId, tasks.get(workstreamId)?.length ?? 0]),
  );
  const waiting = new Map(plan.workstreams.map(({ workstreamId, after }) => [workstreamId, after.length]));
  const next = new Map<string, string[]>();
  for (const { workstreamId, after } of plan.workstreams) for (const before of after) push(next, before, workstreamId);
  const close = (workstreamId: string): OrderedTask[] =>
    (next.get(workstreamId) ?? []).flatMap((id) => {
      waiting.set(id, (waiting.get(id) ?? 1) - 1);
      if (waiting.get(id) !== 0) return [];
      return left.get(id) === 0 ? close(id) : (tasks.get(id) ?? []);
    });
  for (const { workstreamId, after } of plan.workstreams)
    if (after.length === 0 && left.get(workstreamId) === 0) close(workstreamId);
  return {
    isOpen: (workstreamId) => waiting.get(workstreamId) === 0,
    done: (workstreamId) => {
      left.set(workstreamId, (left.get(workstreamId) ?? 1) - 1);
      return left.get(workstreamId) === 0 ? close(workstreamId) : [];
    },
  };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
