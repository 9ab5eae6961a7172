// Order that follows from files: a task that names files to read comes after the tasks that name them to write.
import { LIMITS } from '../domain/limits.ts';
import { addGlob, meetingGlob, newGlobTree } from '../lib/glob-tree.ts';
import { stronglyConnected } from './find-cycles.ts';
import { buildTaskGraph, type Ordered, orderNodes } from './task-graph.ts';
import { TaskOrder } from './task-order.ts';

/** The files that a task names itself; what a level above names says nothing about the order of its tasks. */
export interface NamedFiles {
  readonly taskId: string;
  readonly read: readonly string[];
  readonly write: readonly string[];
}

/** Above this many tasks, links that follow from others anyway are kept rather than looked for. */
const MAX_PRUNED = 2_000;

interface Link {
  readonly writer: string;
  readonly reader: string;
}

/**
 * Reader → the writers it comes after. Declared order is never contradicted; where tasks read each other's files in a
 * circle, the order of the plan decides. At most {@link LIMITS.impliedEdges}: beyond, claims alone keep tasks apart.
 */
export function implyEdges(plan: Ordered, files: readonly NamedFiles[]): ReadonlyMap<string, readonly string[]> {
  const links = linksOf(files);
  if (links.length === 0) return new Map();
  const graph = buildTaskGraph(plan);
  const node = new Map(graph.ids.map((id, index) => [id, index]));
  const place = new Map(orderNodes(graph).map((one, index) => [one, index]));
  const predecessors = graph.predecessors.map((before) => [...before]);
  for (const { writer, reader } of links) predecessors[node.get(reader) ?? -1]?.push(node.get(writer) ?? -1);
  const circle = stronglyConnected(predecessors);
  const isOrdered = declaredOrder(plan, links);
  const after = new Map<string, string[]>();
  for (const { writer, reader } of links) {
    const [from, to] = [node.get(writer) ?? -1, node.get(reader) ?? -1];
    const isForward = circle[from] !== circle[to] || (place.get(from) ?? 0) < (place.get(to) ?? 0);
    if (!isForward || isOrdered(writer, reader)) continue;
    const known = after.get(reader);
    if (known === undefined) after.set(reader, [writer]);
    else known.push(writer);
  }
  return after;
}

function linksOf(files: readonly NamedFiles[]): readonly Link[] {
  const readers = files.filter(({ read }) => read.length > 0);
  if (readers.length === 0) return [];
  const writers = newGlobTree<string>();
  for (const { taskId, write } of files) for (const glob of write) addGlob(writers, glob, taskId);
  const links: Link[] = [];
  for (const { taskId, read } of readers) {
    const before = new Set(read.flatMap((glob) => [...meetingGlob(writers, glob)]));
    for (const writer of before) {
      if (writer === taskId) continue;
      if (links.length >= LIMITS.impliedEdges) return links;
      links.push({ writer, reader: taskId });
    }
  }
  return links;
}

function declaredOrder(plan: Ordered, links: readonly Link[]): (a: string, b: string) => boolean {
  const chosen = [...new Set(links.flatMap(({ writer, reader }) => [writer, reader]))];
  if (chosen.length > MAX_PRUNED) return () => false;
  const order = new TaskOrder(plan, chosen);
  return (a, b) => order.ordered(a, b);
}
