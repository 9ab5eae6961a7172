// A command: what a person asks of a run under way. Its id, made by whoever asks, makes a second delivery harmless.

import type { ReviewerKind } from './review.ts';

/** `drain` lets the tools at work end, `kill` stops them; either way what is finished is still committed. */
export const STOP_MODES = ['drain', 'kill'] as const;
export type StopMode = (typeof STOP_MODES)[number];

/** How far a stopping run gives up: `cancel` commits nothing more. */
export type Ending = StopMode | 'cancel';

/** Kinds of an edge that is found while a run goes on. */
export const FOUND_EDGES = ['success', 'finish', 'artifact'] as const;
export type FoundEdge = (typeof FOUND_EDGES)[number];

export type CommandWork =
  | { readonly name: 'pause' }
  | { readonly name: 'resume' }
  | { readonly name: 'stop'; readonly mode: StopMode }
  | { readonly name: 'cancel' }
  /** Another try of a task that has ended or waits for one, or another judgement of a level that was not accepted. */
  | { readonly name: 'retry'; readonly taskId: string }
  /** The task counts as completed without a change. */
  | { readonly name: 'skip'; readonly taskId: string }
  /** Before others that could go, in the queue and in the train; null: before all of them. */
  | { readonly name: 'prioritise'; readonly taskId: string; readonly priority: number | null }
  /** Tools at once from now on. */
  | { readonly name: 'parallel'; readonly maxParallel: number }
  /** A task that has not started comes after another one, too. */
  | { readonly name: 'depend'; readonly taskId: string; readonly on: string; readonly edge: FoundEdge }
  /** It ends after its task. */
  | { readonly name: 'drain-worker'; readonly workerId: string }
  /** Out of quarantine. */
  | { readonly name: 'release-worker'; readonly workerId: string }
  /** A vote on a review; it names what whoever votes had before them. */
  | ({ readonly name: 'approve' } & ReviewWork)
  | ({ readonly name: 'reject' } & ReviewWork)
  /** A patch from elsewhere, for itself or in place of what a task made; `paths` are the files it touches. */
  | {
      readonly name: 'import-patch';
      readonly taskId: string | null;
      /** Its name, for people. */
      readonly file: string;
      readonly sha256: string;
      readonly paths: readonly string[];
    }
  /** It works again: its breaker closes and its pause is over. */
  | { readonly name: 'reset-tool'; readonly tool: string };

interface ReviewWork {
  readonly reviewId: string;
  readonly patchId: string;
  readonly head: string;
  readonly reviewer: string;
  readonly reviewerKind: ReviewerKind;
}

export type CommandName = CommandWork['name'];

export interface Command {
  /** A ULID. */
  readonly commandId: string;
  readonly work: CommandWork;
  /** Who asks, for the log. */
  readonly by: string;
  /** A sentence for the log; may be empty. */
  readonly why: string;
  /** Of a patch from elsewhere: its bytes in base64. They go into the task that brings it and not into the command. */
  readonly patch?: string;
}
