// Everything that can make the engine decide: commands of people, outcomes of effects, time.
import type { Command } from '../../shared/domain/command.ts';
import type { ChangeCheck } from '../../shared/domain/direct-change.ts';
import type { GateOutcome } from '../../shared/domain/gate.ts';
import type { CapturedPatch, Validation } from '../../shared/domain/patch.ts';
import type { ToolRecord } from '../../shared/domain/routing.ts';
import type { WhenStuck } from '../../shared/domain/run.ts';
import type { ShadowReport } from '../../shared/domain/shadow-report.ts';
import type { WorkerHealth } from '../../shared/domain/worker-health.ts';
import type { EventData } from '../../shared/events/event.ts';
import type { PatchbayError } from '../../shared/lib/errors.ts';
import type { ArchivedRun, ArchiveFile, ArchiveRecord } from '../../shared/ports/archives.ts';
import type { AttemptOutcome, AttemptStarted } from '../../shared/ports/execution.ts';
import type { CandidateOutcome, SwapOutcome } from '../../shared/ports/integration.ts';
import type { Effect, EffectKind } from './effect.ts';
import type { WorkerSeen } from './worker-seen.ts';

type RunFacts = Omit<
  EventData['run-created'],
  'taskUlids' | 'workstreamUlids' | 'health' | 'toolRecords' | 'expected' | 'whenStuck'
> & {
  /** The defaults where it is left out. */
  readonly health?: WorkerHealth;
  /** None where they are left out. */
  readonly toolRecords?: readonly ToolRecord[];
  readonly expected?: EventData['run-created']['expected'];
  /** `end` where it is left out: only who can answer a run that waits may ask for one. */
  readonly whenStuck?: WhenStuck;
};

/** What each effect answers with when it went well. */
export interface Outcomes {
  readonly 'create-run-ref': SwapOutcome;
  readonly 'start-attempt': AttemptOutcome;
  readonly 'salvage-attempt': CapturedPatch | null;
  readonly 'release-workspace': null;
  readonly 'keep-quarantined': null;
  readonly 'validate-patch': Validation;
  readonly 'hold-change': ChangeCheck;
  readonly 'build-candidate': CandidateOutcome;
  readonly 'run-gate': GateOutcome;
  readonly 'run-check': GateOutcome;
  readonly 'compare-shadow': ShadowReport;
  readonly 'swap-head': SwapOutcome;
}

export type OutcomeMessage = {
  [K in EffectKind]: {
    readonly type: 'outcome';
    readonly kind: K;
    readonly effect: Extract<Effect, { kind: K }>;
    readonly outcome: Outcomes[K];
  };
}[EffectKind];

export type Message =
  | { readonly type: 'start-run'; readonly runId: string; readonly facts: RunFacts }
  | { readonly type: 'command'; readonly runId: string; readonly command: Command }
  | {
      readonly type: 'run-published';
      readonly runId: string;
      readonly published: EventData['run-published'];
    }
  /** The archive is on disk and proved; the live tables let the run go. */
  | { readonly type: 'archive-run'; readonly record: ArchiveRecord }
  /** Read from its archive; the run's state has been put beside the others. */
  | { readonly type: 'restore-run'; readonly archived: ArchivedRun; readonly from: ArchiveFile }
  | { readonly type: 'note-run'; readonly runId: string; readonly message: string }
  /** After a start: unfinished attempts are salvaged and what was decided goes on. */
  | { readonly type: 'recover-run'; readonly runId: string }
  | {
      readonly type: 'attempt-started';
      readonly runId: string;
      readonly attemptId: string;
      readonly started: AttemptStarted;
    }
  /** What a heartbeat found of the busy workers of a run. */
  | { readonly type: 'workers-seen'; readonly runId: string; readonly seen: readonly WorkerSeen[] }
  /** The machine has less or more of something than the run knows. */
  | { readonly type: 'resource-changed'; readonly runId: string; readonly change: EventData['resource-changed'] }
  | OutcomeMessage
  /** The effect could not be carried out, after its retries. */
  | { readonly type: 'effect-failed'; readonly effect: Effect; readonly error: PatchbayError }
  /** What the run shares with others has room again. */
  | { readonly type: 'seat-freed'; readonly runId: string }
  /** The pause of these tasks is over; without them, of those whose stamp has come. */
  | { readonly type: 'wake'; readonly runId: string; readonly due?: readonly string[] }
  /** Time lets tools start again: the keys of what ended. */
  | { readonly type: 'tool-due'; readonly runId: string; readonly dues: readonly string[] };
