// A task's card in the graph: what it is, how it stands, and what it has produced.
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { RotateCw } from 'lucide-react';
import { memo } from 'react';
import type { GateRunView, TaskView } from '../../../shared/ipc/views.ts';
import { Elapsed } from '../../widgets/elapsed.tsx';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { StateChip, StateGlyph } from '../../widgets/state-chip.tsx';
import { GATE_LOOKS, PATCH_LOOKS, TASK_LOOKS, UNPROTECTED_LOOK } from '../../widgets/state-look.tsx';
import { ToolIcon } from '../../widgets/tool-icon.tsx';
import { useDistance } from './distance.ts';
import type { AreaNode, TaskNode } from './graph-elements.ts';
import { newestGates } from './newest-gates.ts';

export const TaskCard = memo(function TaskCard({ data, selected }: NodeProps<TaskNode>) {
  const { task, note } = data;
  const look = TASK_LOOKS[task.state];
  return (
    <div className={`card tone-${look.tone}`} data-state={task.state} data-selected={selected || undefined}>
      <Handle type="target" position={Position.Left} className="card-handle" isConnectable={false} />
      <CardBody task={task} note={note} />
      <Handle type="source" position={Position.Right} className="card-handle" isConnectable={false} />
    </div>
  );
});

interface CardProps {
  readonly task: TaskView;
  readonly note: string;
}

function CardBody({ task, note }: CardProps) {
  const distance = useDistance();
  if (distance === 'blocks') return null;
  return (
    <>
      <div className="card-top">
        <span className="card-tool" title={task.tool}>
          <ToolIcon tool={task.tool} />
        </span>
        <strong className="card-title" title={task.name}>
          {task.name}
        </strong>
      </div>
      <div className="card-state">
        <StateChip look={TASK_LOOKS[task.state]} quiet />
        <CardTime task={task} />
        {task.attempts.length > 1 ? <CardAttempt task={task} /> : null}
      </div>
      <div className="card-bottom">
        <CardFoot task={task} note={note} />
      </div>
    </>
  );
}

function CardTime({ task }: { readonly task: TaskView }) {
  return (
    <span className="card-time">
      <Elapsed from={task.startedAt} to={task.endedAt} />
    </span>
  );
}

function CardAttempt({ task }: { readonly task: TaskView }) {
  const { attempts, maxAttempts } = task;
  return (
    <span className="card-attempt" title={`Attempt ${attempts.length} of ${maxAttempts}`}>
      <RotateCw size={10} aria-hidden />
      {`${attempts.length}/${maxAttempts}`}
    </span>
  );
}

/** Words, not colour alone: its work is no patch. */
function DirectFoot({ task, note }: CardProps) {
  const changed = task.directChanges.length > 0;
  return (
    <>
      <span title={`Direct edit: no patch, no ledger entry, no limits. ${task.patchModePlace}`}>
        <StateChip look={UNPROTECTED_LOOK} quiet />
      </span>
      {changed ? <LineCounts plus={task.insertions} minus={task.deletions} /> : null}
      {changed ? (
        <GateDots gates={newestGates(task.gates)} />
      ) : (
        <span className="card-note truncate" title={task.waiting?.reason ?? task.reason}>
          {note}
        </span>
      )}
    </>
  );
}

function CardFoot({ task, note }: CardProps) {
  if (!task.patchMode) return <DirectFoot task={task} note={note} />;
  if (task.patchState === null) {
    return (
      <span className="card-note truncate" title={task.waiting?.reason ?? task.reason}>
        {note}
      </span>
    );
  }
  return (
    <>
      <span className="card-patch">
        <StateGlyph look={PATCH_LOOKS[task.patchState]} hidden />
        <span className="truncate">{PATCH_LOOKS[task.patchState].word}</span>
      </span>
      <LineCounts plus={task.insertions} minus={task.deletions} />
      <GateDots gates={newestGates(task.gates)} />
    </>
  );
}

function GateDots({ gates }: { readonly gates: readonly GateRunView[] }) {
  if (gates.length === 0) return null;
  return (
    <span className="card-gates">
      {gates.map((gate) => (
        <span key={gate.gateId} title={`Gate ${gate.gateId}: ${GATE_LOOKS[gate.state].word}`}>
          <StateGlyph look={GATE_LOOKS[gate.state]} hidden />
        </span>
      ))}
    </span>
  );
}

/** The light frame around the tasks of a workstream. */
export const WorkstreamArea = memo(function WorkstreamArea({ data }: NodeProps<AreaNode>) {
  return (
    <div className="area">
      <Handle type="target" position={Position.Left} className="card-handle" isConnectable={false} />
      <span className="area-label">
        {data.phase === '' ? null : <span className="area-phase">{data.phase} / </span>}
        {data.name}
      </span>
      <Handle type="source" position={Position.Right} className="card-handle" isConnectable={false} />
    </div>
  );
});
