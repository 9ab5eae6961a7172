// A run in the mind: the engine's own decisions about a plan, driven by virtual time and by what is assumed of its tasks.
import type { NewEvent } from '../../../shared/events/event.ts';
import { Bug, present } from '../../../shared/lib/assert.ts';
import { BY_ID } from '../../projections/waiting-for.ts';
import { queuedReason } from '../../state/admission/admission.ts';
import { evolve } from '../../state/evolve.ts';
import type { RunNode } from '../../state/run-state.ts';
import { toolDues } from '../../state/tool-dues.ts';
import { decide } from '../decide.ts';
import type { Effect } from '../effect.ts';
import type { Message } from '../message.ts';
import type { Turn } from '../turn.ts';
import { type Assumptions, answerTo } from './rehearsal-world.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export type RunFacts = Extract<Message, { type: 'start-run' }>['facts'];

/** Milliseconds count from the start of the run. */
export interface RehearsedTask {
  readonly taskId: string;
  /** When nothing but workers, groups and limits kept it from starting. */
  readonly readyMs: number;
  /** What kept it from starting at that moment; null where nothing did. */
  readonly heldBy: string | null;
  readonly startMs: number;
  /** When its tool was done for the last time. */
  readonly toolEndMs: number;
  readonly endMs: number;
  readonly completed: boolean;
}

export interface Rehearsal {
  /** In the order of their first starts; what never starts is not here. */
  readonly tasks: readonly RehearsedTask[];
  readonly endMs: number;
  /** Most tools that ran at once. */
  readonly parallel: number;
  readonly succeeded: boolean;
}

const RUN = 'REHEARSAL';
/** Times of events are dates; which one they begin at does not matter. */
const START_MS = 0;

/** Nothing is written and nothing is started. Throws only for what is a bug. */
export function rehearse(facts: RunFacts, assumed: Assumptions): Rehearsal {
  const timeline = createTimeline<Message>(START_MS);
  const record = createRecord(timeline);
  const stage = createStage(timeline, assumed, record.saw);
  timeline.add(START_MS, { type: 'start-run', runId: RUN, facts });
  for (let message = timeline.next(); message !== null; message = timeline.next()) {
    stage.play(message);
    record.lookAtQueue(stage.run());
  }
  return record.finish(stage.run());
}

/** A turn that keeps nothing: events change the state, effects answer themselves after their time. */
function createStage(timeline: Timeline<Message>, assumed: Assumptions, saw: (event: NewEvent) => void) {
  const runs = new Map<string, RunNode>();
  const pending = new Map<string, Effect>();
  let ids = 0;
  let wakeAt = Number.POSITIVE_INFINITY;
  const nextId = () => String(++ids).padStart(26, '0');
  const nothing = () => {};
  const turn: Turn = {
    get nowMs() {
      return timeline.nowMs;
    },
    runs,
    pending,
    seats: null,
    nextId,
    emit: (runId, kind, subject, data) => {
      const at = new Date(timeline.nowMs).toISOString();
      const event = { eventId: '', runId, kind, at, ...subject, data } as NewEvent; // kind and data belong together by the signature
      runs.set(runId, evolve(runs.get(runId) ?? null, event, nothing));
      saw(event);
    },
    want: (runId, kind, body) => {
      const effect = { kind, effectId: nextId(), runId, body } as Effect; // as above
      pending.set(effect.effectId, effect);
      const { afterMs, message } = answerTo(effect, { run: present(runs.get(runId), runId), assumed });
      timeline.add(timeline.nowMs + afterMs, message);
    },
    settle: (effectId) => pending.delete(effectId),
    stop: nothing,
    keep: nothing,
    moveOut: nothing,
    moveIn: nothing,
  };
  const run = () => present(runs.get(RUN), 'the rehearsed run');
  const play = (message: Message) => {
    const refusal = decide(turn, message);
    if (refusal !== null) throw new Bug(`A rehearsal was refused: ${refusal.message}`);
    // As the loop does: whoever waits for a time is woken at it.
    const pauses = [...run().retrying].map(({ notBefore }) => Date.parse(notBefore ?? '') || 0);
    const ofTools = toolDues(run()).map(({ atMs }) => Math.max(atMs, timeline.nowMs));
    for (const due of [...pauses, ...ofTools]) {
      if (due >= wakeAt && wakeAt > timeline.nowMs) continue;
      wakeAt = due;
      timeline.add(due, { type: 'wake', runId: RUN });
    }
  };
  return { play, run };
}

interface Seen {
  readonly taskId: string;
  readonly readyMs: number;
  readonly heldBy: string | null;
  readonly startMs: number;
  toolEndMs: number;
  endMs: number;
}

function createRecord(timeline: Timeline<Message>) {
  const ready = new Map<string, number>();
  const held = new Map<string, string>();
  let queued: string[] = [];
  const started = new Map<string, Seen>();
  let running = 0;
  let parallel = 0;
  const saw = (event: NewEvent) => {
    const now = timeline.nowMs;
    switch (event.kind) {
      case 'task-queued':
        if (ready.has(event.data.taskId)) return;
        ready.set(event.data.taskId, now);
        queued.push(event.data.taskId);
        return;
      case 'attempt-created': {
        const { taskId } = event.data;
        running += 1;
        parallel = Math.max(parallel, running);
        if (started.has(taskId)) return;
        const before = { readyMs: ready.get(taskId) ?? now, heldBy: held.get(taskId) ?? null };
        started.set(taskId, { taskId, ...before, startMs: now, toolEndMs: now, endMs: now });
        return;
      }
      case 'attempt-finished': {
        running -= 1;
        const task = started.get(event.data.taskId);
        if (task !== undefined) task.toolEndMs = now;
        return;
      }
      case 'task-completed':
      case 'task-failed':
      case 'task-cancelled': {
        const task = started.get(event.data.taskId);
        if (task !== undefined) task.endMs = now;
        return;
      }
      default:
        return;
    }
  };
  /** The one reason for which a task that could start does not, as it would be told at that moment. */
  const lookAtQueue = (run: RunNode) => {
    for (const taskId of queued) {
      const task = present(run.tasks.get(taskId), `task ${taskId}`);
      if (task.state !== 'queued') continue;
      const waiting = queuedReason(run, task, BY_ID);
      if (waiting !== null) held.set(taskId, waiting.reason);
    }
    if (queued.length > 0) queued = [];
  };
  const finish = (run: RunNode): Rehearsal => ({
    tasks: [...started.values()].map((task) => ({
      ...task,
      completed: run.tasks.get(task.taskId)?.state === 'completed',
    })),
    endMs: run.endedAt === null ? timeline.nowMs : Date.parse(run.endedAt) - START_MS,
    parallel,
    succeeded: run.state === 'succeeded',
  });
  return { saw, lookAtQueue, finish };
}
