// Turns tasks into React Flow's nodes and edges, giving back the very same objects for what did not change.
import { type Edge, type Node, Position } from '@xyflow/react';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { TASK_LOOKS } from '../../widgets/state-look.tsx';
import { cardNote } from './card-note.ts';
import { CARD, type GraphLayout } from './graph-layout.ts';

export type TaskNode = Node<{ readonly task: TaskView; readonly note: string }, 'task'>;
export type AreaNode = Node<{ readonly name: string; readonly phase: string }, 'area'>;
export type GraphNode = TaskNode | AreaNode;

export interface GraphInput {
  readonly tasks: readonly TaskView[];
  readonly head: RunHead;
  readonly layout: GraphLayout;
  readonly selected: string | null;
}

/** Remembers what it made last; make one per graph on screen. */
export function createGraphElements() {
  let nodes = new Map<string, GraphNode>();
  let edges = new Map<string, Edge>();
  return (input: GraphInput): { readonly nodes: GraphNode[]; readonly edges: Edge[] } => {
    const areas = input.layout.areas.map((area) => areaNode(input, area.id, nodes));
    const byId = new Map(input.tasks.map((task) => [task.taskId, task]));
    const cards = input.tasks.map((task) =>
      taskNode({ ...input, note: cardNote(task, byId, input.head) }, task, nodes),
    );
    const links = [...areaEdges(input, edges), ...edgesOf(input.tasks, edges)];
    nodes = new Map([...areas, ...cards].map((node) => [node.id, node]));
    edges = new Map(links.map((edge) => [edge.id, edge]));
    return { nodes: [...areas, ...cards], edges: links };
  };
}

function areaNode({ head, layout }: GraphInput, id: string, old: ReadonlyMap<string, GraphNode>): GraphNode {
  const kept = old.get(`area ${id}`);
  const area = layout.areas.find((each) => each.id === id);
  const workstream = head.workstreams.find((each) => each.workstreamId === id);
  const name = workstream?.name ?? id;
  if (kept?.type === 'area' && kept.data.name === name) return kept;
  const phase = head.phases.find((each) => each.phaseId === workstream?.phaseId)?.name ?? '';
  return {
    id: `area ${id}`,
    type: 'area',
    position: { x: area?.x ?? 0, y: area?.y ?? 0 },
    width: area?.width ?? 0,
    height: area?.height ?? 0,
    data: { name, phase },
    draggable: false,
    selectable: false,
    focusable: false,
    zIndex: -1,
    style: { pointerEvents: 'none' },
  };
}

/** Known beforehand, so that React Flow need not measure a thousand cards. */
const HANDLES: NonNullable<TaskNode['handles']> = [
  { type: 'target', position: Position.Left, x: 0, y: CARD.height / 2, width: 1, height: 1 },
  { type: 'source', position: Position.Right, x: CARD.width - 1, y: CARD.height / 2, width: 1, height: 1 },
];

function taskNode(
  input: GraphInput & { readonly note: string },
  task: TaskView,
  old: ReadonlyMap<string, GraphNode>,
): GraphNode {
  const selected = input.selected === task.taskId;
  const kept = old.get(task.taskId);
  const { note } = input;
  if (kept?.type === 'task' && kept.data.task === task && kept.data.note === note && kept.selected === selected)
    return kept;
  return {
    id: task.taskId,
    type: 'task',
    position: input.layout.places.get(task.taskId) ?? { x: 0, y: 0 },
    width: CARD.width,
    height: CARD.height,
    measured: CARD,
    handles: HANDLES,
    data: { task, note },
    selected,
    draggable: false,
    connectable: false,
    ariaRole: 'button',
    ariaLabel: taskLabel(task),
  };
}

/** What a screen reader says about a task's card and row. */
export function taskLabel(task: TaskView): string {
  const attempt = task.attempts.length > 1 ? `, attempt ${task.attempts.length} of ${task.maxAttempts}` : '';
  const unprotected = task.patchMode ? '' : ', unprotected direct edit';
  return `${task.name}, ${TASK_LOOKS[task.state].word}${attempt}${unprotected}`;
}

const AT_WORK: ReadonlySet<string> = new Set(['running', 'validating']);

function edgesOf(tasks: readonly TaskView[], old: ReadonlyMap<string, Edge>): Edge[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  return tasks.flatMap((task) =>
    task.after.flatMap(({ task: before, edge, implied }) => {
      const source = byId.get(before);
      return source === undefined ? [] : [edgeOf(source, task, implied === true ? 'implied' : edge, old)];
    }),
  );
}

function edgeOf(source: TaskView, target: TaskView, kind: string, old: ReadonlyMap<string, Edge>): Edge {
  const id = `${source.taskId} → ${target.taskId}`;
  const animated = AT_WORK.has(target.state);
  const className = `edge-${kind} ${edgeLook(source, target)}`;
  const kept = old.get(id);
  if (kept?.animated === animated && kept.className === className) return kept;
  return { id, source: source.taskId, target: target.taskId, animated, className, focusable: false, selectable: false };
}

function edgeLook(source: TaskView, target: TaskView): string {
  if (AT_WORK.has(target.state)) return 'edge-live';
  if (source.state === 'failed' || source.state === 'cancelled') return 'edge-broken';
  return source.state === 'completed' ? 'edge-done' : 'edge-ahead';
}

/** From frame to frame, where one workstream comes after another as a whole. */
function areaEdges({ head, layout }: GraphInput, old: ReadonlyMap<string, Edge>): Edge[] {
  const framed = new Map(head.workstreams.map((each) => [each.workstreamId, each]));
  const shown = new Set(layout.areas.map((area) => area.id));
  return head.workstreams.flatMap((target) =>
    target.after.flatMap((before) => {
      const source = framed.get(before);
      if (source === undefined || !shown.has(before) || !shown.has(target.workstreamId)) return [];
      const id = `area ${before} → area ${target.workstreamId}`;
      const className = source.state === 'completed' ? 'edge-done' : 'edge-ahead';
      const kept = old.get(id);
      if (kept?.className === className) return kept;
      const ends = { source: `area ${before}`, target: `area ${target.workstreamId}` };
      return { id, ...ends, className, focusable: false, selectable: false };
    }),
  );
}
