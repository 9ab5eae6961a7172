// Strategies and implied order: which workstreams and tasks come after which, beyond what the file declares.
import type { Strategy } from '../domain/run.ts';
import type { Draft, DraftPhase, DraftWorkstream, Reference } from './draft.ts';
import { draftTasks, draftWorkstreams } from './draft.ts';
import { stronglyConnected } from './find-cycles.ts';
import type { Edge } from './plan.ts';
import { asBoolean } from './read-json.ts';
import { buildTaskGraph, type Ordered, orderNodes } from './task-graph.ts';

/** `override` is the command line's word, the others are the project's; null where they say nothing. */
export interface StrategyWords {
  readonly override: string | null;
  /** For the workstream of this id alone. */
  readonly ofWorkstream: (id: string) => string | null;
  readonly fallback: string | null;
  /** What `shadow` stands for; sequential unless said otherwise. */
  readonly shadowAs?: Strategy;
}

/** True where some part of the plan is to run in sequence with a dag beside it. */
export function isShadowed(draft: Draft, override: string | null): boolean {
  const words = [override, draft.strategy, ...draftWorkstreams(draft).map((one) => one.strategy)];
  return override === null ? words.includes('shadow') : override === 'shadow';
}

export interface PlanOrder {
  readonly strategy: Strategy;
  /** By phase id. */
  readonly phaseAfter: ReadonlyMap<string, readonly string[]>;
  /** By workstream id; the order of phases is worked in. */
  readonly workstreamAfter: ReadonlyMap<string, readonly string[]>;
  readonly workstreamStrategy: ReadonlyMap<string, Strategy>;
  /** By task id; chains of sequential workstreams are worked in. */
  readonly taskAfter: ReadonlyMap<string, readonly Edge[]>;
}

/** What the file declares, with the order of phases and workstreams; may still contradict itself (`checkOrder`). */
export function declaredOrder(draft: Draft, words: StrategyWords): PlanOrder {
  const workstreams = draftWorkstreams(draft);
  const declared = workstreams.some((one) => declaresOrder(one) || (one.after ?? []).length > 0);
  const meant = pickWith(words.shadowAs ?? 'sequential');
  const strategy = meant([words.override, draft.strategy, words.fallback], declared);
  const phaseAfter = orderPhases(draft.phases);
  return {
    strategy,
    phaseAfter,
    workstreamAfter: orderWorkstreams(draft, strategy, phaseAfter),
    workstreamStrategy: new Map(
      workstreams.map((one) => [
        one.id,
        meant(
          [words.override, ownWord(one), words.ofWorkstream(one.id), draft.strategy, words.fallback],
          declaresOrder(one),
        ),
      ]),
    ),
    taskAfter: new Map(draftTasks(draft).map((task) => [task.id, (task.after ?? []).map(edgeOf)])),
  };
}

/** A gate edge without a gate is a fault, which `checkEdges` tells; it counts as `success` until then. */
function edgeOf({ id, edge, gate }: Reference): Edge {
  if (edge === 'gate' && gate !== null) return { task: id, edge, gate };
  return { task: id, edge: edge === 'finish' || edge === 'artifact' ? edge : 'success' };
}

/**
 * Adds the chains of sequential workstreams. Where the workstream declares no dependency, file order is its meaning and
 * the links are `success`; where it does, the chain only keeps tasks apart and its links are `finish`.
 */
export function chainTasks(draft: Draft, order: PlanOrder): PlanOrder {
  if (![...order.workstreamStrategy.values()].includes('sequential')) return order;
  const taskAfter = new Map(order.taskAfter);
  const graph = buildTaskGraph(toOrdered(draft, order));
  const position = new Map(orderNodes(graph).map((node, index) => [graph.ids[node] ?? '', index]));
  for (const workstream of draftWorkstreams(draft)) {
    if (order.workstreamStrategy.get(workstream.id) !== 'sequential') continue;
    const edge = declaresOrder(workstream) ? 'finish' : 'success';
    const ids = workstream.tasks.map((task) => task.id);
    ids.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
    for (const [index, id] of ids.entries()) {
      const before = ids[index - 1];
      const after = taskAfter.get(id) ?? [];
      if (before === undefined || after.some((one) => one.task === before)) continue;
      taskAfter.set(id, [...after, { task: before, edge }]);
    }
  }
  return { ...order, taskAfter };
}

/** Adds links that follow from files: they order, and ask for nothing more than an end. */
export function withImplied(order: PlanOrder, implied: ReadonlyMap<string, readonly string[]>): PlanOrder {
  if (implied.size === 0) return order;
  const taskAfter = new Map(order.taskAfter);
  for (const [id, writers] of implied) {
    const declared = taskAfter.get(id) ?? [];
    const fresh = writers.filter((writer) => !declared.some((one) => one.task === writer));
    taskAfter.set(id, [...declared, ...fresh.map((task): Edge => ({ task, edge: 'finish', implied: true }))]);
  }
  return { ...order, taskAfter };
}

export function toOrdered(draft: Draft, order: PlanOrder): Ordered {
  return {
    tasks: draftTasks(draft).map((task) => ({
      taskId: task.id,
      workstreamId: task.workstreamId,
      after: order.taskAfter.get(task.id) ?? [],
    })),
    workstreams: draftWorkstreams(draft).map((one) => ({
      workstreamId: one.id,
      after: order.workstreamAfter.get(one.id) ?? [],
    })),
  };
}

/** The first word that says something; without any, declared dependencies make a dag. */
function pickWith(shadowAs: Strategy) {
  return (words: readonly (string | null)[], declared: boolean): Strategy => {
    const word = words.find((one) => one !== null);
    if (word === undefined || word === null) return declared ? 'dag' : 'sequential';
    if (word === 'shadow') return shadowAs;
    return word === 'dag' ? 'dag' : 'sequential';
  };
}

/** What `parallel` means. */
export function strategyOf(parallel: boolean | null): Strategy | null {
  if (parallel === null) return null;
  return parallel ? 'dag' : 'sequential';
}

/** The two fields never contradict each other: check-flags.ts refuses that. */
function ownWord(workstream: DraftWorkstream): string | null {
  return workstream.strategy ?? strategyOf(asBoolean(workstream.raw['parallel']));
}

function declaresOrder(workstream: DraftWorkstream): boolean {
  return workstream.tasks.some((task) => (task.after ?? []).length > 0);
}

/** A phase that declares nothing follows the one before it in the file, unless that one already waits for it. */
function orderPhases(phases: readonly DraftPhase[]): ReadonlyMap<string, readonly string[]> {
  const after = new Map(phases.map((phase) => [phase.id, (phase.after ?? []).map((one) => one.id)]));
  const declares = phases.some((phase) => phase.after !== null);
  for (const [index, phase] of phases.entries()) {
    const previous = phases[index - 1];
    if (phase.after !== null || previous === undefined) continue;
    if (declares && reaches(after, previous.id, phase.id)) continue;
    after.set(phase.id, [previous.id]);
  }
  return after;
}

function reaches(after: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const next of after.get(id) ?? []) seen.add(next);
  return seen.has(to);
}

function orderWorkstreams(
  draft: Draft,
  strategy: Strategy,
  phaseAfter: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const after = new Map(draftWorkstreams(draft).map((one) => [one.id, (one.after ?? []).map((before) => before.id)]));
  const home = new Map(draftTasks(draft).map((task) => [task.id, task.workstreamId]));
  for (const phase of draft.phases) if (strategy === 'sequential') chainWorkstreams(phase, home, after);
  const byPhase = new Map(draft.phases.map((phase) => [phase.id, phase.workstreams.map((one) => one.id)]));
  for (const phase of draft.phases) {
    const first = sources(byPhase.get(phase.id) ?? [], after);
    const before = (phaseAfter.get(phase.id) ?? []).flatMap((id) => sinks(byPhase.get(id) ?? [], after));
    for (const id of first) after.set(id, [...new Set([...(after.get(id) ?? []), ...before])]);
  }
  return after;
}

/** Workstreams that wait for none of their own phase; only they need to wait for the phase before. */
function sources(ids: readonly string[], after: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const own = new Set(ids);
  return ids.filter((id) => !(after.get(id) ?? []).some((before) => own.has(before)));
}

/** Workstreams that none of their own phase waits for: when they are completed, the phase is. */
function sinks(ids: readonly string[], after: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const awaited = new Set(ids.flatMap((id) => after.get(id) ?? []));
  return ids.filter((id) => !awaited.has(id));
}

/**
 * One workstream of the phase after the other, in file order as far as dependencies between them and their tasks allow;
 * those whose tasks wait for each other crosswise cannot be put in a row and are left to the tasks' own order.
 */
function chainWorkstreams(
  phase: DraftPhase,
  home: ReadonlyMap<string, string>,
  after: Map<string, readonly string[]>,
): void {
  const number = new Map(phase.workstreams.map((one, index) => [one.id, index]));
  const waitsFor = phase.workstreams.map((one) => {
    const crossing = one.tasks.flatMap((task) => (task.after ?? []).map((edge) => home.get(edge.id) ?? ''));
    const ids = [...(after.get(one.id) ?? []), ...crossing].filter((id) => id !== one.id);
    return [...new Set(ids.flatMap((id) => number.get(id) ?? []))];
  });
  if (new Set(stronglyConnected(waitsFor)).size < waitsFor.length) return;
  const row = orderNodes({ taskCount: 0, ids: [], predecessors: waitsFor });
  for (const [index, node] of row.entries()) {
    const id = phase.workstreams[node]?.id;
    const previous = phase.workstreams[row[index - 1] ?? -1]?.id;
    if (id === undefined || previous === undefined) continue;
    after.set(id, [...new Set([...(after.get(id) ?? []), previous])]);
  }
}
