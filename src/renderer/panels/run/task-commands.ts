// Which commands a task takes now, and what each of them means, in plain words.
import type { RunHead, TaskView } from '../../../shared/ipc/views.ts';
import { counted } from '../../widgets/counted.ts';

export interface TaskCommand {
  readonly name: 'retry' | 'skip' | 'prioritise';
  readonly label: string;
  readonly title: string;
  readonly consequences: readonly string[];
  /** Said when it holds. */
  readonly done: string;
}

/** None while the run is stopping or has ended. The engine judges again: what is offered here may be refused a moment later. */
export function taskCommands(task: TaskView, tasks: readonly TaskView[], head: RunHead): readonly TaskCommand[] {
  if (head.state !== 'running' || head.control === 'stopping') return [];
  return [...retryOf(task, tasks, head), ...skipOf(task, tasks), ...prioritiseOf(task)];
}

function retryOf(task: TaskView, tasks: readonly TaskView[], head: RunHead): readonly TaskCommand[] {
  const { name, state } = task;
  if (state === 'retrying') {
    const consequences = ['Its next attempt does not wait for its time. Attempts are counted as before.'];
    return [
      { name: 'retry', label: 'Try now', title: `Try “${name}” now?`, consequences, done: `“${name}” is tried now.` },
    ];
  }
  const mayAgain = state === 'failed' || state === 'cancelled' || (state === 'completed' && isRefused(task, head));
  if (!mayAgain) return [];
  const consequences = [
    'It starts from its beginning, on the work that is committed now, with all its attempts. That may cost what it cost before.',
    `What it made until now stays in the ledger. ${blockedWords(task, tasks, 'may go on when it succeeds')}`,
  ];
  if (state === 'completed') consequences.push('When it is done, what was not accepted is judged again.');
  return [
    {
      name: 'retry',
      label: 'Try again',
      title: `Try “${name}” again?`,
      consequences,
      done: `“${name}” is tried again.`,
    },
  ];
}

function skipOf(task: TaskView, tasks: readonly TaskView[]): readonly TaskCommand[] {
  const { name, state } = task;
  if (state === 'running' || state === 'validating' || state === 'completed') return [];
  const consequences = [
    'It counts as completed without a change, by your word. No tool starts for it, and no gate or check asks for it.',
    blockedWords(task, tasks, 'may go on'),
  ];
  return [{ name: 'skip', label: 'Skip', title: `Skip “${name}”?`, consequences, done: `“${name}” is skipped.` }];
}

function prioritiseOf({ name, state }: TaskView): readonly TaskCommand[] {
  if (state === 'completed' || state === 'failed' || state === 'cancelled' || state === 'running') return [];
  const consequences = [
    'It goes before all other tasks that could start, and its patch before theirs in the merge train.',
    'What it comes after still goes first, and nothing that runs is stopped.',
  ];
  const done = `“${name}” goes first from now on.`;
  return [{ name: 'prioritise', label: 'Run first', title: `Run “${name}” first?`, consequences, done }];
}

/** Its workstream or phase was not accepted, so that doing it once more may mend that. */
function isRefused({ workstreamId, phaseId }: TaskView, { workstreams, phases }: RunHead): boolean {
  const workstream = workstreams.find((one) => one.workstreamId === workstreamId);
  const phase = phases.find((one) => one.phaseId === phaseId);
  return workstream?.acceptance?.state === 'failed' || phase?.acceptance?.state === 'failed';
}

/** Everything behind the task that cannot start. */
function blockedWords(task: TaskView, tasks: readonly TaskView[], what: string): string {
  const behind = new Set([task.taskId]);
  for (let size = 0; size !== behind.size; ) {
    size = behind.size;
    for (const other of tasks) if (other.after.some((edge) => behind.has(edge.task))) behind.add(other.taskId);
  }
  const blocked = tasks.filter(
    (other) => other !== task && other.state === 'blocked' && behind.has(other.taskId),
  ).length;
  return blocked === 0 ? 'Nothing is blocked behind it.' : `${counted(blocked, 'blocked task')} behind it ${what}.`;
}
