// The order that a shadowed plan would have as a dag, kept beside the sequential one that it runs in.
import type { Strategy } from '../domain/run.ts';
import type { Edge, Plan, ShadowOrder } from './plan.ts';

interface OrderWords {
  readonly taskAfter: ReadonlyMap<string, readonly Edge[]>;
  readonly workstreamAfter: ReadonlyMap<string, readonly string[]>;
  readonly workstreamStrategy: ReadonlyMap<string, Strategy>;
}

/** What `dag` says otherwise than `own`. */
export function shadowOrder(own: OrderWords, dag: OrderWords): ShadowOrder {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  const tasks = [...dag.taskAfter].filter(([taskId, after]) => differs(after, own.taskAfter.get(taskId)));
  const workstreams = [...dag.workstreamStrategy].flatMap(([id, strategy]) => {
    const after = dag.workstreamAfter.get(id) ?? [];
    const isOther = strategy !== own.workstreamStrategy.get(id) || differs(after, own.workstreamAfter.get(id));
    return isOther ? [[id, { after, strategy }] as const] : [];
  });
  return { taskAfter: Object.fromEntries(tasks), workstreams: Object.fromEntries(workstreams) };
}

/** The plan as the dag that its shadow is; nothing shadows that one. */
export function asDag(plan: Plan, shadow: ShadowOrder): Plan {
  const { shadow: _, ...rest } = plan;
  return {
    ...rest,
    strategy: 'dag',
    tasks: plan.tasks.map((task) => ({ ...task, after: shadow.taskAfter[task.taskId] ?? task.after })),
    workstreams: plan.workstreams.map((one) => ({ ...one, ...shadow.workstreams[one.workstreamId] })),
  };
}
