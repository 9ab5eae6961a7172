// Everything about one task: why it waits, its facts, gates, patches, attempts and neighbours.
import { FileDiff, Hourglass, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { formatRoute } from '../../views/route.ts';
import { IconButton } from '../../widgets/button.tsx';
import { counted } from '../../widgets/counted.ts';
import { Elapsed } from '../../widgets/elapsed.tsx';
import { type Fact, Facts } from '../../widgets/facts.tsx';
import { LineCounts } from '../../widgets/line-counts.tsx';
import { Banner } from '../../widgets/notice.tsx';
import { StateChip, StateGlyph } from '../../widgets/state-chip.tsx';
import { PATCH_LOOKS, TASK_LOOKS } from '../../widgets/state-look.tsx';
import { ToolIcon } from '../../widgets/tool-icon.tsx';
import { AttemptList } from './attempt-list.tsx';
import { CheckList } from './check-list.tsx';
import { DirectChangeList, UnprotectedBanner } from './direct-change-list.tsx';
import { edgeWords } from './edge-words.ts';
import { GateList } from './gate-list.tsx';
import { TaskActions } from './task-actions.tsx';

export interface TaskInspectorProps {
  readonly task: TaskView;
  readonly tasks: readonly TaskView[];
  readonly head: RunHead;
  onSelect(task: string | null): void;
}

/** What a task that the run added is to do about the one that it was added for. */
const ADDED_TO = { fix: 'mends it', merge: 'joins it', import: 'replaces it' } as const;

export function TaskInspector({ task, tasks, head, onSelect }: TaskInspectorProps) {
  const before = task.after.flatMap((edge) =>
    tasks.filter((each) => each.taskId === edge.task).map((each) => ({ task: each, note: edgeWords(edge) })),
  );
  const behind = tasks
    .filter((each) => each.after.some((edge) => edge.task === task.taskId))
    .map((each) => ({ task: each, note: null }));
  const original = tasks
    .filter((each) => each.taskId === task.origin?.task)
    .map((each) => ({ task: each, note: null }));
  const added = tasks
    .filter((each) => each.origin?.task === task.taskId)
    .map((each) => ({ task: each, note: each.origin === null ? null : ADDED_TO[each.origin.kind] }));
  return (
    <aside className="inspector" aria-label={`Task ${task.name}`}>
      <header className="inspector-head">
        <div className="inspector-title">
          <h2>{task.name}</h2>
          <StateChip look={TASK_LOOKS[task.state]} />
        </div>
        <IconButton icon={X} label="Close inspector" keys="Esc" onClick={() => onSelect(null)} />
      </header>
      <Why task={task} />
      <TaskActions task={task} tasks={tasks} head={head} />
      {task.patchMode ? null : <UnprotectedBanner task={task} />}
      <Facts facts={factsOf(task, head)} />
      <PatchLinks task={task} />
      {task.directChanges.length > 0 ? (
        <Section title={task.directChanges.length === 1 ? 'Direct change' : 'Direct changes'}>
          <DirectChangeList changes={task.directChanges} />
        </Section>
      ) : null}
      {task.gates.length > 0 ? (
        <Section title="Gates">
          <GateList gates={task.gates} />
        </Section>
      ) : null}
      {task.acceptance === null ? null : (
        <Section title="Acceptance">
          <CheckList acceptance={task.acceptance} />
        </Section>
      )}
      {task.attempts.length > 0 ? (
        <Section title="Attempts">
          <AttemptList attempts={task.attempts} />
        </Section>
      ) : null}
      <Neighbours title="Goes on with the work of" neighbours={original} onSelect={onSelect} />
      <Neighbours title="Added by the run for it" neighbours={added} onSelect={onSelect} />
      <Neighbours title="Comes after" neighbours={before} onSelect={onSelect} />
      <Neighbours title="Comes before" neighbours={behind} onSelect={onSelect} />
    </aside>
  );
}

function Why({ task }: { readonly task: TaskView }) {
  if (task.waiting !== null) {
    return (
      <Banner tone="wait" icon={Hourglass} title={task.waiting.reason}>
        {task.waiting.freedBy === '' ? undefined : `What frees it: ${task.waiting.freedBy}`}
      </Banner>
    );
  }
  if (task.reason === '') return null;
  const look = TASK_LOOKS[task.state];
  return <Banner tone={look.tone} icon={look.glyph} title={task.reason} />;
}

function factsOf(task: TaskView, head: RunHead): readonly Fact[] {
  const workstream = head.workstreams.find((each) => each.workstreamId === task.workstreamId);
  const phase = head.phases.find((each) => each.phaseId === task.phaseId);
  const tool = (
    <span className="inspector-tool">
      <ToolIcon tool={task.tool} /> {task.tool}
    </span>
  );
  return [
    ['Tool', tool],
    ['Kind', task.kind.replaceAll('_', ' ')],
    ['Workstream', workstream?.name ?? task.workstreamId],
    ['Phase', phase?.name ?? task.phaseId],
    ['Wave', `${task.wave + 1}${task.onCriticalPath ? ', on the critical path' : ''}`],
    ['Elapsed', task.startedAt === null ? null : <Elapsed key="elapsed" from={task.startedAt} to={task.endedAt} />],
    ['Attempts', `${task.attempts.length} of at most ${task.maxAttempts}`],
    ['Tried again', task.retries === 0 ? null : counted(task.retries, 'time')],
    ['Completed', task.completion === 'skipped' ? 'skipped by a person' : null],
    ['Id', <code key="id">{task.taskId}</code>],
  ];
}

function PatchLinks({ task }: { readonly task: TaskView }) {
  const newest = task.patchIds.at(-1);
  if (newest === undefined) return null;
  return (
    <Section title={task.patchIds.length === 1 ? 'Patch' : 'Patches'}>
      <ul className="link-list">
        {[...task.patchIds].reverse().map((patchId, place) => (
          <li key={patchId}>
            <a className="link-row" href={formatRoute({ panel: 'patch', patchId, file: null })}>
              <FileDiff size={14} aria-hidden />
              <span className="truncate">{place === 0 ? 'Open patch' : 'Open earlier patch'}</span>
              <span className="spread" />
              {patchId === newest ? <LineCounts plus={task.insertions} minus={task.deletions} /> : null}
              {patchId === newest && task.patchState !== null ? (
                <StateChip look={PATCH_LOOKS[task.patchState]} />
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface NeighboursProps {
  readonly title: string;
  readonly neighbours: readonly { readonly task: TaskView; readonly note: string | null }[];
  onSelect(task: string): void;
}

function Neighbours({ title, neighbours, onSelect }: NeighboursProps) {
  if (neighbours.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="link-list">
        {neighbours.map(({ task, note }) => (
          <li key={task.taskId}>
            <button type="button" className="link-row" onClick={() => onSelect(task.taskId)}>
              <StateGlyph look={TASK_LOOKS[task.state]} />
              <span className="truncate">{task.name}</span>
              {note === null ? null : <span className="muted">{note}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="inspector-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
