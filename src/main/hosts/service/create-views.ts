// The views of the contract as live views over the engine's state and the ledger.
import type {
  EventView,
  PatchView,
  ProjectHead,
  RunHead,
  RunSummary,
  TaskView,
  ViewName,
  WorkerView,
} from '../../../shared/ipc/views.ts';
import type { Change } from '../../engine/loop.ts';
import { eventView } from '../../projections/event-view.ts';
import { patchView } from '../../projections/patch-view.ts';
import { runHead } from '../../projections/run-view.ts';
import { taskView } from '../../projections/task-view.ts';
import type { Node, RunNode } from '../../state/run-state.ts';
import type { LiveView } from './live-view.ts';
import type { ServiceParts } from './service-parts.ts';
import { listWorkers, shownWorker } from './worker-handlers.ts';

const RUNS_SHOWN = 200;
const PATCHES_SHOWN = 2_000;
const EVENTS_SHOWN = 500;
const WORKERS_SHOWN = 1_000;
/** Up to this many tasks every reason for waiting is worked out again at each push; beyond it only touched tasks are. */
const RESTLESS_TASKS = 400;

/** View name → how it is made; parameters have been checked at the door. */
export interface ViewMakers {
  readonly project: () => LiveView<ProjectHead, never>;
  readonly runs: () => LiveView<null, RunSummary>;
  readonly run: (params: { readonly runId: string }) => LiveView<RunHead, TaskView>;
  readonly patches: (params: { readonly runId?: string }) => LiveView<null, PatchView>;
  readonly workers: (params: { readonly runId?: string }) => LiveView<null, WorkerView>;
  /** Made by the service itself: it is no list of things that change. */
  readonly log: null;
  readonly events: (params: { readonly runId: string; readonly limit?: number }) => LiveView<null, EventView>;
}

export function createViews(
  parts: ServiceParts,
  projectHead: () => ProjectHead,
): ViewMakers & Record<ViewName, unknown> {
  const { library } = parts;
  return {
    project: () => ({ ...nothing, head: projectHead, items: () => [], dirty: () => [], item: () => null }),
    runs: () => ({
      ...nothing,
      keep: RUNS_SHOWN,
      head: () => null,
      items: () => library.newest(RUNS_SHOWN),
      dirty: (change) => [...change.touched.keys()].map((run) => run.runId),
      item: (runId) => library.summary(runId),
    }),
    run: ({ runId }) => runView(parts, runId),
    patches: ({ runId }) => patchesView(parts, runId),
    workers: ({ runId }) => workersView(parts, runId),
    log: null,
    events: ({ runId, limit = EVENTS_SHOWN }) => eventsView(parts, runId, limit),
  };
}

const nothing = { restless: () => [], keep: Number.POSITIVE_INFINITY };

function runView({ library, engine }: ServiceParts, runId: string): LiveView<RunHead, TaskView> {
  const item = (taskId: string) => {
    const run = library.run(runId);
    const task = run.tasks.get(taskId);
    return task === undefined ? null : taskView(run, task);
  };
  return {
    ...nothing,
    head: () => runHead(library.run(runId), engine?.overlaps(library.run(runId))),
    items: () => [...library.run(runId).tasks.values()].map((task) => taskView(library.run(runId), task)),
    dirty: (change) => [...touchedOf(change, runId)].flatMap(taskKeyOf),
    item,
    restless: () => {
      const run = library.run(runId);
      if (run.tasks.size > RESTLESS_TASKS || run.state !== 'running') return [];
      return [...run.tasks.values()].filter((task) => task.endedAt === null).map((task) => task.plan.taskId);
    },
  };
}

function touchedOf(change: Change, runId: string): Iterable<Node> {
  for (const [run, nodes] of change.touched) if (run.runId === runId) return nodes;
  return [];
}

function taskKeyOf(node: Node): readonly string[] {
  switch (node.table) {
    case 'tasks':
      return [node.plan.taskId];
    case 'attempts':
    case 'patches':
    case 'direct_changes':
      return [node.task.plan.taskId];
    case 'gate_runs':
      return node.change === null ? [] : [node.change.task.plan.taskId];
    case 'reviews':
      return [node.patch.task.plan.taskId];
    case 'acceptances':
      return node.level === 'task' ? [node.levelId] : [];
    case 'runs':
    case 'workers':
    case 'breakers':
    case 'workstreams':
      return [];
  }
}

function patchesView({ library, store }: ServiceParts, runId: string | undefined): LiveView<null, PatchView> {
  const runsOf = new Map<string, string>();
  const viewOf = (run: RunNode, patchId: string) => {
    const patch = run.patches.get(patchId);
    return patch === undefined ? null : patchView(run, patch);
  };
  return {
    ...nothing,
    keep: PATCHES_SHOWN,
    head: () => null,
    items: () =>
      store
        .ledgerEntries({ ...(runId === undefined ? {} : { runId }), limit: PATCHES_SHOWN })
        .flatMap((entry) => viewOf(library.run(entry.run_id), entry.patch_id) ?? []),
    dirty: (change) => {
      const keys: string[] = [];
      for (const [run, nodes] of change.touched) {
        if (runId !== undefined && run.runId !== runId) continue;
        for (const node of nodes) {
          if (node.table !== 'patches') continue;
          runsOf.set(node.patchId, run.runId);
          keys.push(node.patchId);
        }
      }
      return keys;
    },
    item: (patchId) => {
      const owner = runsOf.get(patchId);
      return owner === undefined ? null : viewOf(library.run(owner), patchId);
    },
  };
}

function workersView(parts: ServiceParts, runId: string | undefined): LiveView<null, WorkerView> {
  const runsOf = new Map<string, string>();
  return {
    ...nothing,
    keep: WORKERS_SHOWN,
    head: () => null,
    items: () => listWorkers(parts, runId).slice(-WORKERS_SHOWN),
    dirty: (change) => {
      const keys: string[] = [];
      for (const [run, nodes] of change.touched) {
        if (runId !== undefined && run.runId !== runId) continue;
        for (const node of nodes) {
          if (node.table !== 'workers') continue;
          runsOf.set(node.workerId, run.runId);
          keys.push(node.workerId);
        }
      }
      return keys;
    },
    item: (workerId) => {
      const worker = shownWorker(parts, runsOf.get(workerId) ?? '', workerId);
      return runId === undefined && worker?.state === 'TERMINATED' ? null : worker;
    },
  };
}

function eventsView({ store }: ServiceParts, runId: string, limit: number): LiveView<null, EventView> {
  const fresh = new Map<string, EventView>();
  return {
    ...nothing,
    keep: limit,
    head: () => null,
    items: () => store.eventsOf(runId).slice(-limit).map(eventView),
    dirty: (change) => {
      const views = change.events.filter((event) => event.runId === runId).map(eventView);
      for (const view of views) fresh.set(view.key, view);
      return views.map((view) => view.key);
    },
    // An event never changes, so it is wanted once: for the push that brings it.
    item: (key) => {
      const view = fresh.get(key) ?? null;
      fresh.delete(key);
      return view;
    },
  };
}
