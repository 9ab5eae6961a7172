// Everything that waits for itself: among phases, workstreams, tasks and gates, and across them.
import { unknownReference } from './check-references.ts';
import { type Draft, draftTasks, draftWorkstreams, type Reference } from './draft.ts';
import { findCycles } from './find-cycles.ts';
import { errorFinding, type Finding } from './finding.ts';
import { buildTaskGraph, type Ordered } from './task-graph.ts';

interface Node {
  readonly id: string;
  readonly after: readonly Reference[] | null;
}

/** Each cycle once, at the mention that closes it. */
export function checkCycles(draft: Draft): readonly Finding[] {
  return [
    ...cyclesAmong('phases', draft.phases),
    ...cyclesAmong('workstreams', draftWorkstreams(draft)),
    ...cyclesAmong('tasks', draftTasks(draft)),
  ];
}

function cyclesAmong(nouns: string, nodes: readonly Node[]): readonly Finding[] {
  const number = new Map(nodes.map((node, index) => [node.id, index]));
  const successors = nodes.map((node) => (node.after ?? []).flatMap((one) => number.get(one.id) ?? []));
  return findCycles(successors).map((cycle) => {
    const members = cycle.flatMap((index) => nodes[index] ?? []);
    const ids = members.map((one) => one.id);
    const second = ids[1] ?? ids[0];
    const mention = members[0]?.after?.find((one) => one.id === second);
    return errorFinding('E_CYCLE', {
      path: mention?.pointer ?? '',
      message: `These ${nouns} wait for each other in a circle: ${[...ids, ids[0]].join(' → ')}.`,
      advice: 'Remove one of these dependencies.',
    });
  });
}

/** Gates of one file: mentions of gates that are not there (`known` includes the project's), and cycles. */
export function checkGateOrder(gates: readonly Node[], known: ReadonlySet<string>): readonly Finding[] {
  const mentions = gates.flatMap((gate) => gate.after ?? []).filter((one) => !known.has(one.id));
  return [...mentions.map((one) => unknownReference('gate', one, known)), ...cyclesAmong('gates', gates)];
}

/**
 * Cycles that only appear when the order of phases and workstreams is laid over that of tasks. Call it when
 * {@link checkCycles} found none; `pointerOf` gives a task's place.
 */
export function checkOrder(plan: Ordered, pointerOf: (taskId: string) => string): readonly Finding[] {
  const graph = buildTaskGraph(plan);
  return findCycles(graph.predecessors, 20).map((cycle) => {
    const names = cycle.map((node) => {
      if (node < graph.taskCount) return `task ${graph.ids[node]}`;
      return `workstream ${plan.workstreams[Math.floor((node - graph.taskCount) / 2)]?.workstreamId}`;
    });
    const path = names.filter((name, index) => name !== names[index - 1]);
    const first = cycle.find((node) => node < graph.taskCount);
    return errorFinding('E_CYCLE', {
      path: first === undefined ? '' : pointerOf(graph.ids[first] ?? ''),
      message: `The order of workstreams and phases contradicts that of tasks: ${[...path, path[0]].join(' → ')} (each waits for the next).`,
      advice: 'Remove one of these dependencies, or move the task to the other workstream.',
    });
  });
}
