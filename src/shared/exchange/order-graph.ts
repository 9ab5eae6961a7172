// What a plan declares about its order, and whether one more dependency would close a circle with it.
import { draftTasks, draftWorkstreams } from '../plan/draft.ts';
import { draftPlan } from '../plan/draft-plan.ts';
import { findCycles } from '../plan/find-cycles.ts';
import { declaredOrder, toOrdered } from '../plan/order-plan.ts';
import { buildTaskGraph } from '../plan/task-graph.ts';
import type { PlanRecord } from './import-trace.ts';
import type { OrderNode } from './order-nodes.ts';

/** The order of a plan that can grow: tasks, and a start and an end of each workstream. */
export class OrderGraph {
  readonly #predecessors: number[][];
  readonly #declared: readonly (readonly number[])[];
  readonly #task: ReadonlyMap<string, number>;
  readonly #start: ReadonlyMap<string, number>;

  private constructor(
    predecessors: number[][],
    tasks: ReadonlyMap<string, number>,
    starts: ReadonlyMap<string, number>,
  ) {
    this.#predecessors = predecessors;
    this.#declared = predecessors.map((list) => [...list]);
    this.#task = tasks;
    this.#start = starts;
  }

  /** Null where ids stand twice or the declared order contradicts itself. */
  static of(plan: PlanRecord): OrderGraph | null {
    const draft = draftPlan(plan);
    const tasks = draftTasks(draft).map((one) => one.id);
    const workstreams = draftWorkstreams(draft).map((one) => one.id);
    const phases = draft.phases.map((one) => one.id);
    if ([tasks, workstreams, phases].some((ids) => new Set(ids).size < ids.length)) return null;
    // Only what is declared counts: a row in the order of the file is no dependency.
    const graph = buildTaskGraph(
      toOrdered(draft, declaredOrder(draft, { override: 'dag', ofWorkstream: () => null, fallback: null })),
    );
    const predecessors = graph.predecessors.map((list) => [...list]);
    if (findCycles(predecessors, 1).length > 0) return null;
    const starts = workstreams.map((id, index) => [id, graph.taskCount + 2 * index] as const);
    return new OrderGraph(predecessors, new Map(tasks.map((id, index) => [id, index])), new Map(starts));
  }

  isDeclared(before: OrderNode, after: OrderNode): boolean {
    return reaches(this.#declared, this.#first(after), this.#last(before));
  }

  wouldClose(before: OrderNode, after: OrderNode): boolean {
    return reaches(this.#predecessors, this.#last(before), this.#first(after));
  }

  add(before: OrderNode, after: OrderNode): void {
    this.#predecessors[this.#first(after)]?.push(this.#last(before));
  }

  #first(node: OrderNode): number {
    return (node.noun === 'task' ? this.#task.get(node.id) : this.#start.get(node.id)) ?? -1;
  }

  #last(node: OrderNode): number {
    return node.noun === 'task' ? this.#first(node) : this.#first(node) + 1;
  }
}

function reaches(predecessors: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Uint8Array(predecessors.length);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen[at] !== 0) continue;
    seen[at] = 1;
    open.push(...(predecessors[at] ?? []));
  }
  return false;
}
