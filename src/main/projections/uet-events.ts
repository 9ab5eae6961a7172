// The log of a run as `run_event.v1`: each event with what the run's state knew about it when it happened.
import type { LoggedEvent, NewEvent } from '../../shared/events/event.ts';
import { type EventContext, type RunEvent, toRunEvent } from '../../shared/events/to-run-event.ts';
import { evolve } from '../state/evolve.ts';
import type { AttemptNode, Change, RunNode, TaskNode, WorkerNode, WorkstreamNode } from '../state/run-state.ts';
import { eventView } from './event-view.ts';

/** All events of a run in order, from its first. */
export function* uetEvents(events: readonly LoggedEvent[]): Generator<RunEvent> {
  let run: RunNode | null = null;
  for (const event of events) {
    const from_state: string | null = run === null ? null : subjectOf(run, event).state;
    run = evolve(run, event, () => {});
    const { state: to_state, ...about } = subjectOf(run, event);
    yield toRunEvent(event, { ...contextOf(about), message: eventView(event).text, from_state, to_state });
  }
}

/** What an event is about, and the state of its entity; null for an entity that does not exist yet. */
interface Subject {
  readonly state: string | null;
  readonly workstream?: WorkstreamNode | undefined;
  readonly task?: TaskNode | undefined;
  readonly attempt?: AttemptNode | undefined;
  readonly change?: Change | undefined;
  readonly worker?: WorkerNode | undefined;
}

function subjectOf(run: RunNode, event: NewEvent): Subject {
  const { entity, id } = event;
  switch (entity) {
    case 'run':
      return { state: run.state };
    case 'workstream': {
      const workstream = named(run.workstreams, event);
      return { state: workstream?.state ?? null, workstream };
    }
    case 'task': {
      const task = named(run.tasks, event);
      // Before its first event of this life it did not exist.
      return { state: task?.ulid === id ? task.state : null, task };
    }
    case 'attempt': {
      const attempt = run.attempts.get(id);
      return { state: attempt?.state ?? null, attempt };
    }
    case 'worker': {
      const worker = run.workers.get(id);
      return { state: worker?.state ?? null, worker, attempt: worker?.attempt ?? undefined };
    }
    case 'tool':
      return { state: run.tools.get(id)?.state ?? null };
    case 'patch': {
      const change = run.patches.get(id);
      return { state: change?.state ?? null, change };
    }
    case 'direct_change': {
      const change = run.directChanges.get(id);
      return { state: change?.state ?? null, change };
    }
    case 'gate_run': {
      const gateRun = run.gateRuns.get(id);
      return { state: gateRun?.state ?? null, change: gateRun?.change ?? undefined };
    }
    case 'review': {
      const review = run.reviews.get(id);
      return { state: review?.state ?? null, change: review?.patch };
    }
    case 'acceptance': {
      const acceptance = run.acceptances.get(id);
      const { level, levelId = '' } = acceptance ?? {};
      const task = level === 'task' ? run.tasks.get(levelId) : undefined;
      const workstream = level === 'workstream' ? run.workstreams.get(levelId) : undefined;
      return { state: acceptance?.state ?? null, task, workstream };
    }
  }
}

/** Events of tasks and workstreams carry the plan's id, by which the state has them. */
function named<T>(nodes: ReadonlyMap<string, T>, { data }: NewEvent): T | undefined {
  const id = 'taskId' in data ? data.taskId : 'workstreamId' in data ? data.workstreamId : '';
  return nodes.get(id);
}

function contextOf(about: Omit<Subject, 'state'>): Omit<EventContext, 'message' | 'from_state' | 'to_state'> {
  const { change } = about;
  const attempt = about.attempt ?? change?.attempt;
  const task = about.task ?? attempt?.task;
  const workstream = about.workstream ?? task?.workstream;
  return {
    phase_id: workstream?.plan.phaseId ?? null,
    workstream_id: workstream?.plan.workstreamId ?? null,
    task_id: task?.plan.taskId ?? null,
    step_attempt_id: attempt?.attemptId ?? null,
    execution_request_id: attempt?.requestId ?? null,
    tool_id: attempt?.tool ?? null,
    worker_id: about.worker?.workerId ?? attempt?.workerId ?? null,
    patch_id: change?.table === 'patches' ? change.patchId : null,
  };
}
