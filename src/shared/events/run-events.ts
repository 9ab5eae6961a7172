// What can happen to a run and to its workstreams.
import type { PhaseState } from '../domain/phase.ts';
import type { Resource, ResourceLevel } from '../domain/resources.ts';
import type { ToolRecord } from '../domain/routing.ts';
import type { RunControl, RunState, WhenStuck } from '../domain/run.ts';
import type { ShadowReport } from '../domain/shadow-report.ts';
import type { WorkerHealth } from '../domain/worker-health.ts';
import type { WorkstreamState } from '../domain/workstream.ts';
import type { KnownDuration } from '../plan/expected-durations.ts';
import type { Plan } from '../plan/plan.ts';

export interface RunEvents {
  /** The run exists with all its tasks pending. Ids of its tasks and workstreams by plan id. */
  'run-created': {
    readonly plan: Plan;
    /** Where the plan came from, for people. */
    readonly planFile: string | null;
    readonly repository: string;
    readonly base: string;
    /** Full name of the branch the base was taken from; null on a detached head. */
    readonly baseRef: string | null;
    readonly maxParallel: number;
    readonly requestedBy: string;
    /** By task: what earlier runs let expect of it. Tasks that nothing is known of are left out. */
    readonly expected: Readonly<Record<string, KnownDuration>>;
    /** How its workers are watched. */
    readonly health: WorkerHealth;
    readonly whenStuck: WhenStuck;
    readonly taskUlids: Readonly<Record<string, string>>;
    readonly workstreamUlids: Readonly<Record<string, string>>;
    /** How its tools did in earlier runs, where a rule chooses by that. */
    readonly toolRecords: readonly ToolRecord[];
  };
  /** The run's ref exists at the base. */
  'run-started': { readonly ref: string };
  'run-control-changed': { readonly control: RunControl; readonly reason: string };
  /** How the dag of a run in sequence would have gone; without a report, why there is none. */
  'shadow-compared': { readonly report: ShadowReport | null; readonly reason: string };
  'run-finished': { readonly state: RunState; readonly reason: string };
  'run-published': {
    readonly branch: string;
    readonly mode: string;
    readonly from: string | null;
    readonly to: string;
  };
  /** How many tools may work at once from now on. */
  'run-parallel-changed': { readonly maxParallel: number };
  /** The machine got short of something, or has enough of it again. */
  'resource-changed': {
    readonly resource: Resource;
    readonly level: ResourceLevel;
    readonly message: string;
    readonly freedBy: string;
  };
  /** Something a person should read that changes no state. */
  'run-noted': { readonly message: string };
  /** Follows from the workstreams of the phase, and is said for those who count in phases. */
  /** Its events, rows and diffs were moved into a proved archive; this event and what follows stay. */
  'run-archived': {
    readonly file: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly events: number;
    readonly lastSeq: number;
    readonly lastHash: string;
  };
  /** All of it came back from that archive. */
  'run-restored': { readonly file: string; readonly sha256: string };
  'phase-moved': { readonly phaseId: string; readonly from: PhaseState; readonly to: PhaseState };
  'workstream-moved': { readonly workstreamId: string; readonly state: WorkstreamState };
}
