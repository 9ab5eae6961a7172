// Lays out large graphs in time linear in tasks and edges: a column per wave, rows near their predecessors.
import type { LaidTask, Place } from './graph-place.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Gap {
  readonly column: number;
  readonly row: number;
}

/** A wave of many more tasks than this takes several columns, so that the whole stays about as wide as high. */
function rowsOfColumn(tasks: number): number {
  return Math.max(12, Math.ceil(Math.sqrt(tasks) * 1.3));
}

export function waveLayout(tasks: readonly LaidTask[], card: Size, gap: Gap): ReadonlyMap<string, Place> {
  const rows = rowsOfColumn(tasks.length);
  const places = new Map<string, Place>();
  let column = 0;
  for (const wave of wavesOf(tasks)) {
    const ordered = nearPredecessors(wave, places);
    const columns = Math.max(1, Math.round(ordered.length / rows));
    const perColumn = Math.ceil(ordered.length / columns);
    ordered.forEach((task, index) => {
      const x = (column + Math.floor(index / perColumn)) * (card.width + gap.column);
      const offset = (index % perColumn) - (perColumn - 1) / 2;
      places.set(task.taskId, { x, y: Math.round(offset * (card.height + gap.row)) });
    });
    column += columns;
  }
  return places;
}

function wavesOf(tasks: readonly LaidTask[]): readonly (readonly LaidTask[])[] {
  const waves = Map.groupBy(tasks, (task) => task.wave);
  return [...waves].sort(([a], [b]) => a - b).map(([, wave]) => wave);
}

/** One pass of the barycentre rule: a task stands at the mean height of what it waits for. */
function nearPredecessors(wave: readonly LaidTask[], places: ReadonlyMap<string, Place>): readonly LaidTask[] {
  return wave
    .map((task, index) => ({ task, index, height: meanHeight(task, places) }))
    .sort((a, b) => a.height - b.height || a.index - b.index)
    .map(({ task }) => task);
}

function meanHeight(task: LaidTask, places: ReadonlyMap<string, Place>): number {
  const heights = task.after.flatMap((edge) => places.get(edge.task)?.y ?? []);
  return heights.length === 0 ? 0 : heights.reduce((sum, each) => sum + each, 0) / heights.length;
}
