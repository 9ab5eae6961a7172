// Dependencies that old documents imply and do not declare, as proposals with their reasons: none of them closes a circle.
import { LIMITS } from '../domain/limits.ts';
import { type ImportTrace, lineOf, type PlanRecord } from './import-trace.ts';
import { OrderGraph } from './order-graph.ts';
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
  const pairs = pairUp([...scopeReasons(nodes), ...textReasons(nodes), ...statedReasons(nodes, trace)]);
  const kept: Pair[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (kept.length === LIMITS.importProposals || index === LIMITS.importProposals * LOOKED_AT) {
      const from = placeOf(pair, trace);
      if (from !== null)
        trace.ask(
          from,
          `More than ${kept.length} dependencies could be proposed; the likeliest are.`,
          'Accept what is right, then import again.',
        );
      break;
    }
    if (graph.isDeclared(pair.before, pair.after)) continue;
    if (graph.wouldClose(pair.before, pair.after)) contradiction(pair, trace);
    else {
      graph.add(pair.before, pair.after);
      kept.push(pair);
    }
  }
  const sorted = kept.sort((a, b) => a.after.position - b.after.position || a.before.position - b.before.position);
  return sorted.flatMap((pair) => toProposal(pair, trace) ?? []);
}

/** Pairs that are looked at for each that may be proposed: each costs a walk through the plan. */
const LOOKED_AT = 4;

interface Pair {
  readonly before: OrderNode;
  readonly after: OrderNode;
  readonly confidence: number;
  /** The strongest first. */
  readonly reasons: readonly OrderReason[];
}

/** All reasons for one order together, the likeliest pairs first. */
function pairUp(reasons: readonly OrderReason[]): readonly Pair[] {
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
  return pairs;
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
