// Where the cards of a run's graph stand, from left to right; depends on the plan only, so nothing moves in a run.
import { Graph, layout } from '@dagrejs/dagre';
import type { LaidTask, Place } from './graph-place.ts';
import { waveLayout } from './wave-layout.ts';

export interface Area extends Place {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface GraphLayout {
  /** Upper left corner of a task's card. */
  readonly places: ReadonlyMap<string, Place>;
  /** Frames around workstreams; empty when there is one only or the graph is large. */
  readonly areas: readonly Area[];
}

/** Which workstreams come after which as a whole. */
export type WorkstreamOrder = readonly { readonly workstreamId: string; readonly after: readonly string[] }[];

export const CARD = { width: 212, height: 112 } as const;
const GAP = { column: 40, row: 20 } as const;
const AREA_PADDING = { side: 16, top: 34 } as const;

/** dagre needs 0.5 s for 100 tasks of a dense plan, 5 s for 500 and 20 s for 800; our own layering is linear. */
const DAGRE_TASKS = 120;

export function layoutGraph(tasks: readonly LaidTask[], order: WorkstreamOrder = []): GraphLayout {
  if (tasks.length > DAGRE_TASKS) return { places: waveLayout(tasks, CARD, GAP), areas: [] };
  const workstreams = new Set(tasks.map((task) => task.workstreamId));
  const framed = workstreams.size > 1;
  const graph = graphOf(tasks, framed ? workstreams : new Set());
  for (const { workstreamId, after } of order)
    for (const before of after) keepBehind(graph, tasks, [before, workstreamId]);
  layout(graph);
  const places = new Map(tasks.map((task) => [task.taskId, cornerOf(graph.node(task.taskId))]));
  return { places, areas: framed ? areasOf(tasks, places) : [] };
}

function graphOf(tasks: readonly LaidTask[], workstreams: ReadonlySet<string>): Graph {
  const graph = new Graph({ compound: workstreams.size > 0 });
  // Edges are drawn by React Flow: their labels carry no size here.
  graph.setGraph({ rankdir: 'LR', ranksep: GAP.column, nodesep: GAP.row, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const workstream of workstreams) graph.setNode(areaId(workstream), {});
  for (const task of tasks) {
    graph.setNode(task.taskId, { width: CARD.width, height: CARD.height });
    if (workstreams.size > 0) graph.setParent(task.taskId, areaId(task.workstreamId));
  }
  for (const task of tasks) {
    for (const { task: before } of task.after) if (graph.hasNode(before)) graph.setEdge(before, task.taskId);
  }
  return graph;
}

/**
 * A workstream that comes after another stands to the right of it, although no task of it names one of the other.
 * Only neighbouring waves are tied: a longer edge would pull its task out of its column and keep room for itself.
 */
function keepBehind(graph: Graph, tasks: readonly LaidTask[], [before, behind]: readonly [string, string]): void {
  const ahead = tasks.filter((task) => task.workstreamId === before);
  const after = tasks.filter((task) => task.workstreamId === behind);
  const lastWave = Math.max(...ahead.map((task) => task.wave));
  const firstWave = Math.min(...after.map((task) => task.wave));
  for (const source of ahead.filter((task) => task.wave === lastWave)) {
    for (const target of after.filter((task) => task.wave === firstWave)) graph.setEdge(source.taskId, target.taskId);
  }
}

function areaId(workstreamId: string): string {
  return `workstream ${workstreamId}`;
}

/** dagre answers centres, React Flow wants corners. */
function cornerOf(node: { readonly x?: number; readonly y?: number }): Place {
  return { x: Math.round((node.x ?? 0) - CARD.width / 2), y: Math.round((node.y ?? 0) - CARD.height / 2) };
}

/** The smallest frame around the cards of each workstream; one that would cut into another is left out. */
function areasOf(tasks: readonly LaidTask[], places: ReadonlyMap<string, Place>): readonly Area[] {
  const groups = Map.groupBy(tasks, (task) => task.workstreamId);
  const areas = [...groups].map(([id, members]) => {
    const corners = members.flatMap((task) => places.get(task.taskId) ?? []);
    return areaAround(id, corners);
  });
  return areas.filter((area) => areas.every((other) => other === area || !overlap(area, other)));
}

function areaAround(id: string, corners: readonly Place[]): Area {
  const left = Math.min(...corners.map((each) => each.x)) - AREA_PADDING.side;
  const top = Math.min(...corners.map((each) => each.y)) - AREA_PADDING.top;
  const right = Math.max(...corners.map((each) => each.x)) + CARD.width + AREA_PADDING.side;
  const bottom = Math.max(...corners.map((each) => each.y)) + CARD.height + AREA_PADDING.side;
  return { id, x: left, y: top, width: right - left, height: bottom - top };
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Equal for equal structures; a run's pushes change states, not this. */
export function structureOf(tasks: readonly LaidTask[]): string {
  return tasks
    .map((task) => `${task.taskId}|${task.workstreamId}|${task.wave}|${task.after.map((edge) => edge.task).join(',')}`)
    .join('\n');
}
