// The live graph of a run: React Flow with our cards; it follows the data and never moves by itself.
import '@xyflow/react/dist/base.css';
import './graph.css';
import {
  Background,
  BackgroundVariant,
  type Edge,
  getNodesBounds,
  getViewportForBounds,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { IconButton } from '../../widgets/button.tsx';
import { TASK_LOOKS } from '../../widgets/state-look.tsx';
import { DistanceContext, distanceOf } from './distance.ts';
import { createGraphElements, type GraphNode } from './graph-elements.ts';
import { CARD, layoutGraph, structureOf } from './graph-layout.ts';
import { TaskCard, WorkstreamArea } from './task-card.tsx';
import { usePaced } from './use-paced.ts';

const NO_EDGES: Edge[] = [];
const NODE_TYPES = { task: TaskCard, area: WorkstreamArea };
/** The minimap draws every node again: above this it costs more than it gives (stack.md §3). */
const MINIMAP_TASKS = 1_000;
/** Mounting only what is visible helps panning large graphs and makes small ones flicker. */
const ALL_MOUNTED_TASKS = 150;
const FIT = { padding: 0.05, maxZoom: 1, minZoom: 0.06 };

/** What screen readers say about a card; React Flow's own words speak of moving and deleting. */
const ARIA_WORDS = { 'node.a11yDescription.default': 'Press Enter to open the task.' };

export interface TaskGraphProps {
  readonly head: RunHead;
  readonly tasks: readonly TaskView[];
  readonly selected: string | null;
  onSelect(taskId: string | null): void;
}

export function TaskGraph(props: TaskGraphProps) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

/** Large graphs show changes less often than the service tells them: nobody reads a thousand cards at 20 Hz. */
function paceMs(count: number): number {
  if (count > 500) return 1_000;
  return count > ALL_MOUNTED_TASKS ? 400 : 0;
}

function Graph({ head: pushedHead, tasks: pushedTasks, selected, onSelect }: TaskGraphProps) {
  const pushed = useMemo(() => ({ head: pushedHead, tasks: pushedTasks }), [pushedHead, pushedTasks]);
  const { head, tasks } = usePaced(pushed, paceMs(pushedTasks.length));
  const distance = useStore((state) => distanceOf(state.transform[2]));
  const structure = structureOf(tasks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the structure says all that the layout looks at
  const layout = useMemo(() => layoutGraph(tasks, head.workstreams), [structure]);
  const [elementsOf] = useState(createGraphElements);
  const { nodes, edges } = useMemo(
    () => elementsOf({ tasks, head, layout, selected }),
    [elementsOf, tasks, head, layout, selected],
  );
  const touched = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the graph begins; after that it is the user's
  const begin = useMemo(() => beginOf(nodes), []);
  const onNodesChange = useCallback(
    (changes: NodeChange<GraphNode>[]) => {
      for (const change of changes) if (change.type === 'select' && change.selected) onSelect(change.id);
    },
    [onSelect],
  );
  return (
    <DistanceContext value={distance}>
      <div className="graph" data-far={distance === 'near' ? undefined : distance}>
        <ReactFlow<GraphNode>
          nodes={nodes}
          edges={distance === 'blocks' ? NO_EDGES : edges}
          nodeTypes={NODE_TYPES}
          onNodesChange={onNodesChange}
          onPaneClick={() => onSelect(null)}
          onMoveStart={(event) => {
            // Our own moves come without an event.
            if (event !== null) touched.current = true;
          }}
          defaultViewport={begin}
          minZoom={0.05}
          maxZoom={1.75}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesFocusable={false}
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          onlyRenderVisibleElements={tasks.length > ALL_MOUNTED_TASKS}
          proOptions={{ hideAttribution: true }}
          ariaLabelConfig={ARIA_WORDS}
          aria-label={`Graph of ${head.planName}`}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
          {tasks.length < MINIMAP_TASKS ? (
            <MiniMap<GraphNode> pannable zoomable nodeClassName={miniLook} ariaLabel="Map of the graph" />
          ) : null}
        </ReactFlow>
        <ZoomButtons structure={structure} touched={touched} />
        <KeepInSight selected={selected} />
      </div>
    </DistanceContext>
  );
}

/** About the whole graph from the first frame on, so that a large one is never mounted at full size first. */
function beginOf(nodes: GraphNode[]): Viewport {
  const width = window.innerWidth - AROUND_GRAPH_PX.width;
  const height = window.innerHeight - AROUND_GRAPH_PX.height;
  return getViewportForBounds(getNodesBounds(nodes), width, height, FIT.minZoom, FIT.maxZoom, FIT.padding);
}

/** Rail, header and status bar. */
const AROUND_GRAPH_PX = { width: 69, height: 82 };

function miniLook(node: GraphNode): string {
  return node.type === 'task' ? `mini tone-${TASK_LOOKS[node.data.task.state].tone}` : 'mini-area';
}

interface ZoomButtonsProps {
  readonly structure: string;
  /** Whether the user has moved the graph: from then on it stays where they put it. */
  readonly touched: { current: boolean };
}

function ZoomButtons({ structure, touched }: ZoomButtonsProps) {
  const flow = useReactFlow();
  const height = useStore((state) => state.height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another structure is another graph to fit; a banner takes height
  useEffect(() => {
    if (!touched.current) void flow.fitView(FIT);
  }, [structure, height, flow, touched]);
  const zoom = (change: 'zoomIn' | 'zoomOut') => {
    touched.current = true;
    void flow[change]({ duration: 120 });
  };
  const fit = () => {
    touched.current = false;
    void flow.fitView({ ...FIT, duration: 160 });
  };
  return (
    <div className="graph-zoom" role="toolbar" aria-label="Zoom">
      <IconButton icon={Plus} label="Zoom in" onClick={() => zoom('zoomIn')} />
      <IconButton icon={Minus} label="Zoom out" onClick={() => zoom('zoomOut')} />
      <IconButton icon={Maximize} label="Fit the whole graph" onClick={fit} />
    </div>
  );
}

/** Room between a card brought into sight and the edge, in pixels. */
const SIGHT_MARGIN_PX = 24;

/** The inspector opens over a part of the graph: a selected card that is out of sight comes to the middle. */
function KeepInSight({ selected }: { readonly selected: string | null }) {
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    const node = selected === null ? undefined : flow.getNode(selected);
    if (node === undefined) return;
    const { x, y, zoom } = flow.getViewport();
    const left = node.position.x * zoom + x;
    const top = node.position.y * zoom + y;
    const right = left + CARD.width * zoom;
    const bottom = top + CARD.height * zoom;
    const inSight =
      left > SIGHT_MARGIN_PX &&
      top > SIGHT_MARGIN_PX &&
      right < width - SIGHT_MARGIN_PX &&
      bottom < height - SIGHT_MARGIN_PX;
    if (inSight) return;
    const middle = { x: node.position.x + CARD.width / 2, y: node.position.y + CARD.height / 2 };
    void flow.setCenter(middle.x, middle.y, { zoom, duration: 160 });
  }, [selected, flow, width, height]);
  return null;
}
