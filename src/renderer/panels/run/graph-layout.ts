// Where the cards of a run's graph stand, from left to right; depends on the plan only, so nothing moves in a run.
import { Graph, layout } from '@dagrejs/dagre';
import type { LaidTask, Place } from './graph-place.ts';
import { type Block, blocksOf, cellOf } from './twin-blocks.ts';
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
  const blocks = blocksOf(tasks);
  const graph = graphOf(blocks, framed ? workstreams : new Set());
  for (const { workstreamId, after } of order)
    for (const before of after) keepBehind(graph, blocks, [before, workstreamId]);
  layout(graph);
  const places = new Map(blocks.flatMap((block) => placesIn(block, graph.node(block.id))));
  return { places, areas: framed ? areasOf(tasks, places) : [] };
}

function graphOf(blocks: readonly Block[], workstreams: ReadonlySet<string>): Graph {
  const graph = new Graph({ compound: workstreams.size > 0 });
  // Edges are drawn by React Flow: their labels carry no size here.
  graph.setGraph({ rankdir: 'LR', ranksep: GAP.column, nodesep: GAP.row, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const workstream of workstreams) graph.setNode(areaId(workstream), {});
  for (const block of blocks) {
    graph.setNode(block.id, sizeOf(block));
    if (workstreams.size > 0) graph.setParent(block.id, areaId(workstreamOf(block)));
  }
  const blockOf = new Map(blocks.flatMap(({ id, members }) => members.map((task) => [task.taskId, id])));
  for (const { id, members } of blocks) {
    // All members of a block come after the same tasks.
    for (const { task } of members[0]?.after ?? []) {
      const before = blockOf.get(task);
      if (before !== undefined) graph.setEdge(before, id);
    }
  }
  return graph;
}

function sizeOf({ rows, columns }: Block): { readonly width: number; readonly height: number } {
  return {
    width: columns * (CARD.width + GAP.column) - GAP.column,
    height: rows * (CARD.height + GAP.row) - GAP.row,
  };
}

function workstreamOf({ members }: Block): string {
  return members[0]?.workstreamId ?? '';
}

/**
 * A workstream that comes after another stands to the right of it, although no task of it names one of the other.
 * Only neighbouring waves are tied: a longer edge would pull its task out of its column and keep room for itself.
 */
function keepBehind(graph: Graph, blocks: readonly Block[], [before, behind]: readonly [string, string]): void {
  const waveOf = (block: Block): number => block.members[0]?.wave ?? 0;
  const ahead = blocks.filter((block) => workstreamOf(block) === before);
  const after = blocks.filter((block) => workstreamOf(block) === behind);
  const lastWave = Math.max(...ahead.map(waveOf));
  const firstWave = Math.min(...after.map(waveOf));
  for (const source of ahead.filter((block) => waveOf(block) === lastWave)) {
    for (const target of after.filter((block) => waveOf(block) === firstWave)) graph.setEdge(source.id, target.id);
  }
}

/** dagre answers the centre of a block, React Flow wants the corners of its cards. */
function placesIn(
  block: Block,
  { x = 0, y = 0 }: { readonly x?: number; readonly y?: number },
): readonly (readonly [string, Place])[] {
  const { width, height } = sizeOf(block);
  return block.members.map((task, index) => {
    const cell = cellOf(block, index);
    const place = {
      x: Math.round(x - width / 2) + cell.x * (CARD.width + GAP.column),
      y: Math.round(y - height / 2) + cell.y * (CARD.height + GAP.row),
    };
    return [task.taskId, place];
  });
}

function areaId(workstreamId: string): string {
  return `workstream ${workstreamId}`;
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
