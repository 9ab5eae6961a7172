// The table twin of the graph: the same tasks and the same facts, one row each.
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import type { Column } from '../../widgets/data-table.tsx';
import { Elapsed } from '../../widgets/elapsed.tsx';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { StateChip } from '../../widgets/state-chip.tsx';
import { type Look, PATCH_LOOKS, TASK_LOOKS, UNPROTECTED_LOOK } from '../../widgets/state-look.tsx';
import { ToolIcon } from '../../widgets/tool-icon.tsx';

export function taskColumns(workstreams: RunHead['workstreams']): readonly Column<TaskView>[] {
  const names = new Map(workstreams.map((each) => [each.workstreamId, each.name]));
  return [...NAME_AND_STATE, workstreamColumn(names), ...FACTS];
}

const NAME_AND_STATE: readonly Column<TaskView>[] = [
  {
    id: 'task',
    title: 'Task',
    width: 'minmax(11rem, 2fr)',
    cell: (task) => (
      <span className="task-name">
        <ToolIcon tool={task.tool} />
        <strong className="truncate">{task.name}</strong>
      </span>
    ),
    sort: (task) => task.name,
  },
  {
    id: 'state',
    title: 'State',
    width: '8.5rem',
    cell: (task) => <StateChip look={TASK_LOOKS[task.state]} />,
    sort: (task) => TASK_LOOKS[task.state].word,
  },
];

function workstreamColumn(names: ReadonlyMap<string, string>): Column<TaskView> {
  const nameOf = (task: TaskView) => names.get(task.workstreamId) ?? task.workstreamId;
  return {
    id: 'workstream',
    title: 'Workstream',
    width: 'minmax(7rem, 0.8fr)',
    cell: (task) => <span className="muted">{nameOf(task)}</span>,
    sort: nameOf,
  };
}

const FACTS: readonly Column<TaskView>[] = [
  {
    id: 'wave',
    title: 'Wave',
    width: '3.25rem',
    align: 'end',
    cell: (task) => <span className="numbers">{task.wave + 1}</span>,
    sort: (task) => task.wave,
  },
  {
    id: 'attempt',
    title: 'Attempt',
    width: '4.5rem',
    align: 'end',
    cell: (task) => (task.attempts.length === 0 ? null : `${task.attempts.length} of ${task.maxAttempts}`),
    sort: (task) => task.attempts.length,
  },
  {
    id: 'patch',
    title: 'Patch',
    width: '8.5rem',
    cell: (task) => {
      const look = patchLook(task);
      return look === null ? null : <StateChip look={look} quiet />;
    },
    sort: (task) => patchLook(task)?.word ?? null,
  },
  {
    id: 'lines',
    title: 'Lines',
    width: '5.5rem',
    align: 'end',
    cell: (task) =>
      task.patchState === null && task.directChanges.length === 0 ? null : (
        <LineCounts plus={task.insertions} minus={task.deletions} />
      ),
    sort: (task) => task.insertions + task.deletions,
  },
  {
    id: 'elapsed',
    title: 'Elapsed',
    width: '5rem',
    align: 'end',
    cell: (task) => <Elapsed from={task.startedAt} to={task.endedAt} />,
    sort: (task) =>
      task.startedAt === null ? null : Date.parse(task.endedAt ?? task.startedAt) - Date.parse(task.startedAt),
  },
  {
    id: 'why',
    title: 'Why',
    width: 'minmax(9rem, 1.2fr)',
    cell: (task) => <span className="muted">{task.waiting?.reason ?? task.reason}</span>,
    sort: (task) => task.waiting?.reason ?? task.reason,
  },
];

function patchLook(task: TaskView): Look | null {
  if (!task.patchMode) return UNPROTECTED_LOOK;
  return task.patchState === null ? null : PATCH_LOOKS[task.patchState];
}
