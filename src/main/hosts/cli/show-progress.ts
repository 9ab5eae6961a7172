// How a run goes, on stderr: one line that is written over on a terminal, one line per change elsewhere.
import type { RunReport } from '../../../shared/ipc/contract.ts';
import type { TaskView, ViewPush } from '../../../shared/ipc/views.ts';
import type { Service } from '../../../shared/ports/service.ts';
import type { Invocation } from './cli-options.ts';

export interface Progress {
  hide(): void;
  /** The end of a run may come before the push that tells of its last tasks. */
  tellRest(report: Pick<RunReport, 'tasks' | 'notes'>): void;
}

/** Nothing with `--quiet`. */
export function showProgress({ ports, out }: Invocation, service: Service, runId: string): Progress {
  if (out.quiet) return { hide: () => {}, tellRest: () => {} };
  const tasks = new Map<string, TaskView>();
  const told = new Map<string, string>();
  const live = ports.stderr.isTty;
  const warned = new Set<string>();
  const warn = (note: string) => {
    if (warned.has(note)) return;
    warned.add(note);
    if (live) ports.stderr.write('\r\x1b[K');
    out.note(note);
  };
  const tell = (taskId: string, state: string, reason: string) => {
    if (live || told.get(taskId) === state) return;
    told.set(taskId, state);
    if (NEWS.has(state)) out.note(`${taskId}: ${state}${reason === '' ? '' : `: ${reason}`}`);
  };
  const end = service.subscribe('run', { runId }, (push) => {
    for (const note of push.head?.notes ?? []) warn(note);
    for (const task of changed(push)) {
      tell(task.taskId, task.state, task.reason);
      tasks.set(task.key, task);
    }
    if (live) ports.stderr.write(`\r\x1b[K${progressLine([...tasks.values()])}`);
  });
  return {
    hide: () => {
      end();
      if (live) ports.stderr.write('\r\x1b[K');
    },
    tellRest: ({ tasks: rest, notes }) => {
      for (const { task_id, state, reason } of rest) tell(task_id, state, reason);
      for (const note of notes) warn(note);
    },
  };
}

const NEWS: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled', 'retrying', 'blocked']);

function changed(push: ViewPush<'run'>): readonly TaskView[] {
  return push.kind === 'snapshot' ? push.items : push.upsert;
}

export function progressLine(tasks: readonly Pick<TaskView, 'state' | 'taskId'>[]): string {
  const count = (...states: string[]) => tasks.filter((task) => states.includes(task.state)).length;
  const running = tasks.filter((task) => task.state === 'running').map((task) => task.taskId);
  const parts = [`${count('completed')}/${tasks.length} tasks done`];
  if (running.length > 0) parts.push(`running ${running.slice(0, 3).join(', ')}${running.length > 3 ? ', …' : ''}`);
  if (count('validating') > 0) parts.push(`${count('validating')} in the merge train`);
  if (count('failed', 'blocked') > 0) parts.push(`${count('failed', 'blocked')} stuck`);
  return parts.join(' · ');
}
