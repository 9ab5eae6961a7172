// What keeps a queued task from starting, as the table of conditions speaks of it.
import type { RunNode, TaskNode } from '../run-state.ts';

/** Why a task waits, and what would free it. */
export interface Waiting {
  readonly reason: string;
  readonly freedBy: string;
}

/** What sentences call tasks and workstreams. */
export interface Naming {
  task(taskId: string): string;
  workstream(workstreamId: string): string;
}

/** A task that is held stands under `key` and is looked at again when that key is freed, and not before. */
export interface Hold {
  /** Such as `group:database`; whoever ends what it stands for calls `freeKey`. */
  readonly key: string;
  /** The task in whose place it waits, where there is one. */
  readonly by?: TaskNode;
  /** It waits for a claim, and has its place in the line for it. */
  readonly isClaim?: true;
  readonly explain: (naming: Naming) => Waiting;
}

/** Holds every task of the run alike: while it does, no task is taken up, and none is moved. */
export interface RunCondition {
  readonly name: string;
  readonly of: 'run';
  /** A cheap look at counters; what is shown to people is worked out by `explain`. */
  readonly holds: (run: RunNode) => boolean;
  readonly explain: (run: RunNode, naming: Naming) => Waiting;
}

/** Holds one task. */
export interface TaskCondition {
  readonly name: string;
  readonly of: 'task';
  readonly hold: (run: RunNode, task: TaskNode) => Hold | null;
}

export type Condition = RunCondition | TaskCondition;
