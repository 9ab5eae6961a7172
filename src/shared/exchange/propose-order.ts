// Dependencies that old documents imply and do not declare, as proposals with their reasons: none of them closes a circle.
import { LIMITS } from '../domain/limits.ts';
import { draftTasks, draftWorkstreams } from '../plan/draft.ts';
import { draftPlan } from '../plan/draft-plan.ts';
import { findCycles } from '../plan/find-cycles.ts';
import { declaredOrder, toOrdered } from '../plan/order-plan.ts';
import { buildTaskGraph } from '../plan/task-graph.ts';
import { type ImportTrace, lineOf, type PlanRecord } from './import-trace.ts';
import { type OrderNode, orderNodes, workstreamOf } from './order-nodes.ts';
import type { OrderReason, OrderRule } from './order-reason.ts';
import { scopeReasons } from './scope-reasons.ts';
import type { Place } from './source-record.ts';
import { textReasons } from './text-reasons.ts';

/** `to` should wait for `from`. */
export interface Proposal {
  /** The same as long as both ends keep their ids. */
  readonly id: string;
  readonly noun: 'workstream' | 'task';
  readonly from: string;
  readonly to: string;
  readonly edge: 'success';
  readonly confidence: number;
  readonly rule: OrderRule;
  readonly reason: string;
  /** Where the reason stands. */
  readonly file: string;
  readonly path: string;
  readonly line: number;
  /** Further reasons for the same order. */
  readonly also: readonly string[];
  readonly accepted: boolean;
}

/** In the order of the file. Nothing for a plan whose ids or dependencies are faulty: mend that first. */
export function proposeOrder(plan: PlanRecord, trace: ImportTrace): readonly Proposal[] {
  const graph = OrderGraph.of(plan);
  if (graph === null) return [];
  const nodes = orderNodes(plan);
  const pairs = pairUp([...scopeReasons(nodes), ...textReasons(nodes), ...statedReasons(nodes, trace)], graph);
  const kept: Pair[] = [];
  for (const pair of pairs) {
    if (kept.length === LIMITS.importProposals) {
      const from = placeOf(pair, trace);
      if (from !== null)
        trace.ask(
          from,
          `More than ${kept.length} dependencies could be proposed; the likeliest are.`,
          'Accept what is right, then import again.',
        );
      break;
    }
    if (graph.wouldClose(pair.before, pair.after)) contradiction(pair, trace);
    else {
      graph.add(pair.before, pair.after);
      kept.push(pair);
    }
  }
  const sorted = kept.sort((a, b) => a.after.position - b.after.position || a.before.position - b.before.position);
  return sorted.flatMap((pair) => toProposal(pair, trace) ?? []);
}

/** The order of a plan that can grow: tasks, and a start and an end of each workstream. */
class OrderGraph {
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

interface Pair {
  readonly before: OrderNode;
  readonly after: OrderNode;
  readonly confidence: number;
  /** The strongest first. */
  readonly reasons: readonly OrderReason[];
}

/** All reasons for one order together, the likeliest pairs first; what is declared already is none. */
function pairUp(reasons: readonly OrderReason[], graph: OrderGraph): readonly Pair[] {
  const byPair = Map.groupBy(reasons.flatMap(level), (one) => `${one.before.position},${one.after.position}`);
  const pairs = [...byPair.values()].flatMap((all): readonly Pair[] => {
    const sorted = all.toSorted((a, b) => b.confidence - a.confidence);
    const [first] = sorted;
    if (first === undefined) return [];
    const rules = new Map(sorted.toReversed().map((one) => [one.rule, one.confidence]));
    const doubt = [...rules.values()].reduce((product, confidence) => product * (1 - confidence), 1);
    return [
      { before: first.before, after: first.after, confidence: Math.round((1 - doubt) * 100) / 100, reasons: sorted },
    ];
  });
  pairs.sort(
    (a, b) =>
      b.confidence - a.confidence ||
      against(a) - against(b) ||
      a.after.position - b.after.position ||
      a.before.position - b.before.position,
  );
  return pairs.filter((pair) => !graph.isDeclared(pair.before, pair.after));
}

/** Of equal reasons those that keep the order of the file come first. */
function against({ before, after }: Pair): number {
  return before.position < after.position ? 0 : 1;
}

/** Order holds between two tasks or two workstreams; a task and a workstream meet as workstreams. */
function level(reason: OrderReason): readonly OrderReason[] {
  const { before, after } = reason;
  if (before === after) return [];
  if (before.noun === after.noun) return [reason];
  const [first, second] = [workstreamOf(before), workstreamOf(after)];
  return first === second ? [] : [{ ...reason, before: first, after: second, at: reason.at ?? after }];
}

/** What documents say in numbers and names of their own: sequences, and what one step hands to another. */
function statedReasons(nodes: readonly OrderNode[], trace: ImportTrace): readonly OrderReason[] {
  const byRecord = new Map<object, OrderNode>(nodes.map((node) => [node.record, node]));
  const makers = trace.handovers.filter((one) => one.side === 'provides');
  const handed = trace.handovers
    .filter((one) => one.side === 'consumes')
    .flatMap((taken) =>
      makers
        .filter((made) => made.name === taken.name)
        .flatMap((made): readonly OrderReason[] => {
          const [before, after] = [byRecord.get(made.task), byRecord.get(taken.task)];
          if (before === undefined || after === undefined) return [];
          const words = `\`${after.id}\` needs \`${taken.name}\`, which \`${before.id}\` provides.`;
          return [{ rule: 'handover', before, after, confidence: 0.9, words, pointer: '' }];
        }),
    );
  return [...handed, ...sequenceReasons(nodes, trace)];
}

/** Each task waits for those of the next lower number in its workstream. */
function sequenceReasons(nodes: readonly OrderNode[], trace: ImportTrace): readonly OrderReason[] {
  const numbered = nodes.filter((node) => node.noun === 'task' && trace.sequence.has(node.record));
  const numberOf = (node: OrderNode) => trace.sequence.get(node.record) ?? 0;
  return [...Map.groupBy(numbered, workstreamOf).values()].flatMap((tasks) =>
    tasks.flatMap((after) => {
      const lower = tasks.map(numberOf).filter((number) => number < numberOf(after));
      const next = Math.max(...lower);
      return tasks
        .filter((before) => numberOf(before) === next)
        .map((before): OrderReason => {
          const words = `\`${before.id}\` has the sequence ${next}, \`${after.id}\` ${numberOf(after)}.`;
          return { rule: 'sequence', before, after, confidence: 0.6, words, pointer: '' };
        });
    }),
  );
}

function placeOf({ reasons }: Pair, trace: ImportTrace): Place | null {
  const [first] = reasons;
  if (first === undefined) return null;
  return trace.origin((first.at ?? first.after).record, first.pointer);
}

function toProposal(pair: Pair, trace: ImportTrace): Proposal | null {
  const { before, after, confidence, reasons } = pair;
  const from = placeOf(pair, trace);
  const [first, ...more] = reasons;
  if (from === null || first === undefined) return null;
  return {
    id: `${after.id}:after:${before.id}`,
    noun: after.noun,
    from: before.id,
    to: after.id,
    edge: 'success',
    confidence,
    rule: first.rule,
    reason: first.words,
    file: from.document.file,
    path: from.pointer,
    line: lineOf(from),
    also: [...new Set(more.map((one) => one.words))].filter((words) => words !== first.words),
    accepted: false,
  };
}

/** Two good reasons against each other are for a person to weigh. */
function contradiction(pair: Pair, trace: ImportTrace): void {
  const from = placeOf(pair, trace);
  if (pair.confidence < 0.6 || from === null) return;
  const { before, after, reasons } = pair;
  const message = `\`${after.id}\` seems to come after \`${before.id}\`, but other reasons say the opposite: ${reasons[0]?.words ?? ''}`;
  trace.ask(from, message, 'Say with `depends_on` which comes first, or divide the work anew.');
}
