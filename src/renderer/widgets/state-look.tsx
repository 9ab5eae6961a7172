// How each state looks and reads: one tone, one glyph and one word per state, so that colour never stands alone.
import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  CircleX,
  Clock,
  GitCommitHorizontal,
  Hand,
  History,
  ListOrdered,
  LoaderCircle,
  type LucideIcon,
  OctagonAlert,
  RotateCw,
  ShieldCheck,
  ShieldOff,
  ShieldQuestion,
  Trash2,
} from 'lucide-react';
import type { AttemptState } from '../../shared/domain/attempt.ts';
import type { DirectChangeState } from '../../shared/domain/direct-change.ts';
import type { GateRunState } from '../../shared/domain/gate.ts';
import type { PatchState } from '../../shared/domain/patch.ts';
import type { RunControl, RunState } from '../../shared/domain/run.ts';
import type { TaskState } from '../../shared/domain/task.ts';
import type { WorkerState } from '../../shared/domain/worker.ts';

export type Tone = 'neutral' | 'wait' | 'run' | 'check' | 'good' | 'bad' | 'warn';

export interface Look {
  readonly word: string;
  readonly tone: Tone;
  readonly glyph: LucideIcon;
  readonly spins?: true;
}

export const TASK_LOOKS: Readonly<Record<TaskState, Look>> = {
  pending: { word: 'Waiting', tone: 'neutral', glyph: CircleDashed },
  queued: { word: 'Ready', tone: 'wait', glyph: CircleDot },
  blocked: { word: 'Blocked', tone: 'warn', glyph: Ban },
  running: { word: 'Running', tone: 'run', glyph: LoaderCircle, spins: true },
  validating: { word: 'Checking', tone: 'check', glyph: ShieldQuestion },
  retrying: { word: 'Trying again', tone: 'warn', glyph: RotateCw },
  completed: { word: 'Completed', tone: 'good', glyph: CircleCheck },
  failed: { word: 'Failed', tone: 'bad', glyph: CircleX },
  cancelled: { word: 'Cancelled', tone: 'neutral', glyph: Ban },
};

export const PATCH_LOOKS: Readonly<Record<PatchState, Look>> = {
  created: { word: 'Recorded', tone: 'neutral', glyph: CircleDashed },
  validated: { word: 'Validated', tone: 'wait', glyph: ShieldCheck },
  queued: { word: 'In queue', tone: 'check', glyph: ListOrdered },
  applied: { word: 'Applied', tone: 'check', glyph: CircleDot },
  apply_failed: { word: 'Did not apply', tone: 'bad', glyph: CircleX },
  verified: { word: 'Verified', tone: 'check', glyph: ShieldCheck },
  committed: { word: 'Committed', tone: 'good', glyph: GitCommitHorizontal },
  rolled_back: { word: 'Rolled back', tone: 'warn', glyph: History },
  quarantined: { word: 'Quarantined', tone: 'bad', glyph: OctagonAlert },
  dropped: { word: 'Dropped', tone: 'neutral', glyph: Trash2 },
};

export const ATTEMPT_LOOKS: Readonly<Record<AttemptState, Look>> = {
  pending: { word: 'Starting', tone: 'wait', glyph: CircleDot },
  running: { word: 'Running', tone: 'run', glyph: LoaderCircle, spins: true },
  completed: { word: 'Finished', tone: 'good', glyph: CircleCheck },
  error: { word: 'Failed', tone: 'bad', glyph: CircleX },
  canceled: { word: 'Stopped', tone: 'neutral', glyph: Ban },
};

/** What is committed without being a patch never looks good: it was not checked. */
export const DIRECT_LOOKS: Readonly<Record<DirectChangeState, Look>> = {
  captured: { word: 'Recorded', tone: 'wait', glyph: CircleDot },
  queued: { word: 'In the train', tone: 'wait', glyph: ListOrdered },
  committed: { word: 'Committed, unprotected', tone: 'warn', glyph: ShieldOff },
  kept: { word: 'Kept, not committed', tone: 'bad', glyph: OctagonAlert },
  dropped: { word: 'Dropped', tone: 'neutral', glyph: Trash2 },
};

/** Of a task, and of a run that has such tasks. */
export const UNPROTECTED_LOOK: Look = { word: 'Unprotected', tone: 'warn', glyph: ShieldOff };

export const GATE_LOOKS: Readonly<Record<GateRunState, Look>> = {
  pending: { word: 'Waiting', tone: 'neutral', glyph: CircleDashed },
  blocked: { word: 'Blocked', tone: 'warn', glyph: Ban },
  running: { word: 'Running', tone: 'run', glyph: LoaderCircle, spins: true },
  passed: { word: 'Passed', tone: 'good', glyph: CircleCheck },
  failed: { word: 'Failed', tone: 'bad', glyph: CircleX },
  error: { word: 'Could not run', tone: 'bad', glyph: CircleAlert },
  skipped: { word: 'Skipped', tone: 'neutral', glyph: Ban },
};

const WORKER_LOOKS: Readonly<Record<WorkerState, Look>> = {
  SPAWNING: { word: 'Starting', tone: 'wait', glyph: CircleDot },
  IDLE: { word: 'Free', tone: 'neutral', glyph: CircleDashed },
  BUSY: { word: 'At work', tone: 'run', glyph: LoaderCircle, spins: true },
  DRAINING: { word: 'Last task', tone: 'wait', glyph: Clock },
  TERMINATED: { word: 'Ended', tone: 'neutral', glyph: Ban },
};

/** That a worker gets no tasks says more than what it does. */
export function workerLook(worker: { readonly state: WorkerState; readonly quarantined: object | null }): Look {
  const held = worker.quarantined !== null && worker.state !== 'TERMINATED';
  return held ? { word: 'In quarantine', tone: 'bad', glyph: OctagonAlert } : WORKER_LOOKS[worker.state];
}

const RUN_LOOKS: Readonly<Record<RunState, Look>> = {
  pending: { word: 'Starting', tone: 'wait', glyph: CircleDot },
  running: { word: 'Running', tone: 'run', glyph: LoaderCircle, spins: true },
  succeeded: { word: 'Succeeded', tone: 'good', glyph: CircleCheck },
  failed: { word: 'Failed', tone: 'bad', glyph: CircleX },
  quarantined: { word: 'Quarantined', tone: 'bad', glyph: OctagonAlert },
  canceled: { word: 'Cancelled', tone: 'neutral', glyph: Ban },
};

const CONTROL_LOOKS: Readonly<Record<Exclude<RunControl, 'active'>, Look>> = {
  pausing: { word: 'Pausing', tone: 'wait', glyph: Clock },
  paused: { word: 'Paused', tone: 'wait', glyph: CirclePause },
  stopping: { word: 'Stopping', tone: 'warn', glyph: Clock },
  waiting: { word: 'Waiting for you', tone: 'warn', glyph: Hand },
};

/** What a person asked of a live run says more than that it is live. */
export function runLook(run: { readonly state: RunState; readonly control: RunControl }): Look {
  const live = run.state === 'running' || run.state === 'pending';
  return live && run.control !== 'active' ? CONTROL_LOOKS[run.control] : RUN_LOOKS[run.state];
}
