// A run on screen: header, what needs attention, the graph or its table twin, and the inspector of a task.
import './run.css';
import { useCallback, useEffect, useMemo } from 'react';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { replaceRoute } from '../../views/route.ts';
import { useView } from '../../views/service.tsx';
import { DataTable } from '../../widgets/data-table.tsx';
import { Loading, TroubleNote } from '../../widgets/notice.tsx';
import { Panes } from '../../widgets/panes.tsx';
import { useWide } from '../../widgets/use-wide.ts';
import { taskLabel } from './graph-elements.ts';
import { ReviewList } from './review-list.tsx';
import { RunBanner } from './run-banner.tsx';
import { RunHeader } from './run-header.tsx';
import { taskColumns } from './task-columns.tsx';
import { TaskGraph } from './task-graph.tsx';
import { TaskInspector } from './task-inspector.tsx';

export interface RunPanelProps {
  readonly runId: string;
  readonly task: string | null;
  readonly look: 'graph' | 'table';
}

export function RunPanel({ runId, task, look }: RunPanelProps) {
  const run = useView('run', { runId });
  const select = useCallback(
    (next: string | null) => replaceRoute({ panel: 'run', runId, look, task: next }),
    [runId, look],
  );
  useEscape(task !== null, select);
  if (run.status === 'error' && run.error) {
    return (
      <div className="run-trouble">
        <TroubleNote trouble={run.error} />
      </div>
    );
  }
  if (run.head === null) return <Loading what="the run" lines={6} />;
  return (
    <div className="screen">
      <RunHeader
        head={run.head}
        look={look}
        onLook={(next) => replaceRoute({ panel: 'run', runId, look: next, task })}
      />
      <RunBanner head={run.head} tasks={run.items} onSelect={select} />
      <ReviewList
        reviews={run.head.reviews}
        canDecide={run.head.state === 'running' && run.head.control !== 'stopping'}
      />
      <div className="screen-fill">
        <RunBody head={run.head} tasks={run.items} look={look} selected={task} onSelect={select} />
      </div>
    </div>
  );
}

/** Esc closes the inspector, unless a dialog or menu above it wants the key. */
function useEscape(active: boolean, select: (task: null) => void): void {
  useEffect(() => {
    if (!active) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog]') === null)
        select(null);
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [active, select]);
}

interface RunBodyProps {
  readonly head: RunHead;
  readonly tasks: readonly TaskView[];
  readonly look: 'graph' | 'table';
  readonly selected: string | null;
  onSelect(task: string | null): void;
}

function RunBody({ head, tasks, look, selected, onSelect }: RunBodyProps) {
  const wide = useWide(860);
  const task = selected === null ? undefined : tasks.find((each) => each.taskId === selected);
  const main =
    look === 'table' ? (
      <TaskTable head={head} tasks={tasks} selected={task?.key ?? null} onSelect={onSelect} />
    ) : (
      <TaskGraph head={head} tasks={tasks} selected={selected} onSelect={onSelect} />
    );
  if (task === undefined) return <Body main={main} side={null} wide={wide} />;
  const side = <TaskInspector key={task.taskId} task={task} tasks={tasks} head={head} onSelect={onSelect} />;
  return <Body main={main} side={side} wide={wide} />;
}

interface BodyProps {
  readonly main: React.ReactNode;
  readonly side: React.ReactNode;
  readonly wide: boolean;
}

/** Beside the graph where there is room, above it where there is not. */
function Body({ main, side, wide }: BodyProps) {
  if (wide) {
    return <Panes name="run" edge="right" sideLabel="the inspector" size={INSPECTOR_PX} main={main} side={side} />;
  }
  return (
    <div className="run-narrow">
      {main}
      {side === null ? null : <div className="run-drawer">{side}</div>}
    </div>
  );
}

const INSPECTOR_PX = { min: 280, first: 380, max: 720 };

function TaskTable({ head, tasks, selected, onSelect }: Omit<RunBodyProps, 'look'>) {
  const columns = useMemo(() => taskColumns(head.workstreams), [head.workstreams]);
  const open = useCallback((task: TaskView) => onSelect(task.taskId), [onSelect]);
  return (
    <DataTable label="Tasks" columns={columns} rows={tasks} selected={selected} rowLabel={taskLabel} onOpen={open} />
  );
}
