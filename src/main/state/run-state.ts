// The engine's memory of one run: what its events add up to, with the counters that keep every decision O(changed).
import type { AttemptFailure, AttemptResult, AttemptState, AttemptUsage } from '../../shared/domain/attempt.ts';
import type { BreakerState } from '../../shared/domain/breaker.ts';
import type { CommandWork, Ending } from '../../shared/domain/command.ts';
import type { Conflict } from '../../shared/domain/conflict.ts';
import type { DirectChangeState } from '../../shared/domain/direct-change.ts';
import type { FailureClass } from '../../shared/domain/failure-class.ts';
import type { Handoff } from '../../shared/domain/handoff.ts';
import type { HunkSignature } from '../../shared/domain/oscillation.ts';
import type { FileChange, Finding, PatchState, Validation } from '../../shared/domain/patch.ts';
import type { PhaseState } from '../../shared/domain/phase.ts';
import type { Resource, ResourceStanding } from '../../shared/domain/resources.ts';
import type { ToolRecord } from '../../shared/domain/routing.ts';
import type { RunControl, RunState } from '../../shared/domain/run.ts';
import type { TaskCompletion, TaskState } from '../../shared/domain/task.ts';
import type { WorkerState } from '../../shared/domain/worker.ts';
import type { WorkstreamState } from '../../shared/domain/workstream.ts';
import type { EventData } from '../../shared/events/event.ts';
import type { ExpectedBasis } from '../../shared/events/worker-events.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import type { GlobFolder } from '../../shared/lib/glob-tree.ts';
import type { Edge, EdgeKind, GateDefinition, TaskPlan, WorkstreamPlan } from '../../shared/plan/plan.ts';
import type { ToolDefinition } from '../../shared/plan/tool-definition.ts';
import type { Ranked, ReadyQueue } from '../scheduling/ready-queue.ts';
import type { AcceptanceNode } from './acceptance-node.ts';
import type { Claim } from './admission/claim.ts';
import type { GateRunFacts } from './gate-run-facts.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { Review } from './review-node.ts';
import type { InTrain } from './train/in-train.ts';
import type { Stacked } from './train/stacked.ts';
import type { Stacking } from './train/stacking.ts';
import type { WaveState } from './wave-state.ts';

export interface PhaseNode {
  /** As its last event says; `planned` throughout in runs from before phases had events. */
  state: PhaseState;
  /** How many of its workstreams are in each state. */
  readonly workstreams: { [S in WorkstreamState]?: number };
}

export interface WorkstreamNode {
  readonly table: 'workstreams';
  readonly ulid: string;
  readonly plan: WorkstreamPlan;
  readonly tasks: TaskNode[];
  readonly dependents: WorkstreamNode[];
  state: WorkstreamState;
  /** Workstreams before it that are not completed. */
  waitingFor: number;
  /** Tasks that can still change: neither ended nor blocked for good. */
  unsettled: number;
  /** Tasks whose tool runs. */
  active: number;
}

export interface TaskNode extends Ranked {
  index: number;
  age: number;
  readonly table: 'tasks';
  /** Of its newest life: a task that is tried again by a person gets another one. */
  ulid: string;
  /** The ULID of the life before. */
  retryOf: string | null;
  /** Failures of its lives before. */
  earlierFailures: number;
  /** Attempts of its lives before. */
  earlierAttempts: number;
  background: boolean;
  priority: number;
  impact: number;
  readonly plan: TaskPlan;
  readonly workstream: WorkstreamNode;
  /** Length of the longest chain that starts here, in milliseconds as the plan alone says them. */
  readonly chain: number;
  /** Edges from other tasks: those of the plan, and those found while it runs. */
  after: readonly Edge[];
  readonly dependentsOf: { readonly task: TaskNode; readonly edge: EdgeKind; readonly gate?: string }[];
  state: TaskState;
  reason: string;
  code: ErrorCode | null;
  /** Edges not satisfied yet. */
  waitingFor: number;
  /** Edges from tasks that have not finished yet, see `hasFinished` in `edges.ts`. */
  openBefore: number;
  /** The failed task at the start of the chain that blocks this one. */
  rootCause: string | null;
  completion: TaskCompletion | null;
  /** Known where an edge asks for a gate: those that passed on what the task left; null stands for all. */
  passedGates: readonly string[] | null;
  /** What it hands on along `artifact` edges, once it has completed. */
  handoff: Handoff | null;
  attempts: AttemptNode[];
  patches: PatchNode[];
  directChanges: DirectChangeNode[];
  /** Attempts that failed by their own doing; a crash of the engine is not one. */
  failures: number;
  notBefore: string | null;
  startedAt: string | null;
  endedAt: string | null;
  /** The key that a queued task stands under; null where it is offered. See `admission/holds.ts` for both. */
  heldBy: string | null;
  /** The tool of the plan, or the one that the router chose last. */
  tool: string;
  /** The router has chosen. */
  routed: boolean;
  /** Attempts that ended for a busy provider and do not count among `failures`. */
  uncounted: number;
  readonly claims: ClaimNode[];
  /** Its place among all that wait for claims; infinite while it does not. */
  ticket: number;
  /** The key whose room it is offered. */
  offeredBy: string | null;
  /** The task whose work it goes on with, and whose claims stand for it too; null for the plan's own. */
  addedFor: TaskNode | null;
  /** Tasks that were added for it in this life, oldest first. */
  additions: TaskNode[];
}

export type ClaimNode = Claim<TaskNode>;

/** A tool that the project declares, as it stands in the run: its breaker, its pause, its starts. */
export interface ToolNode {
  readonly table: 'breakers';
  readonly toolId: string;
  readonly definition: ToolDefinition;
  /** Of earlier runs; none where no rule chooses by it. */
  readonly history: ToolRecord;
  /** Of this run. */
  record: ToolRecord;
  state: BreakerState;
  reason: string;
  openedFor: FailureClass | null;
  /** In a row. */
  failures: number;
  openedAt: string | null;
  /** While it is open: when one attempt may try. */
  until: string | null;
  /** The attempt that tries. */
  probe: string | null;
  /** Its provider asked for a pause until then. */
  limitedUntil: string | null;
  limitedAt: string | null;
  limitReason: string;
  readonly active: Set<AttemptNode>;
  /** Times of its newest starts, as many as it may have in a minute; the engine forgets them when they are a minute old. */
  readonly starts: number[];
}

export interface AttemptNode {
  readonly table: 'attempts';
  readonly attemptId: string;
  /** Its node or, when it was tried again since, that of its former life. */
  task: TaskNode;
  readonly number: number;
  readonly tool: string;
  readonly base: string;
  /** The commit whose content its workspace holds at first. */
  readonly startFrom: string;
  /** See the event `attempt-created` for these five. */
  readonly tryNumber: number;
  readonly workerId: string | null;
  readonly lease: number | null;
  readonly requestId: string;
  readonly promptId: string | null;
  readonly createdAt: string;
  state: AttemptState;
  result: AttemptResult | null;
  failure: AttemptFailure | null;
  usage: AttemptUsage | null;
  logs: string | null;
  notes: readonly string[];
  pid: number | null;
  processStart: string | null;
  workspace: string | null;
  /** Why its worker was quarantined under it, and its lease withdrawn; null while nothing of the kind happened. */
  lost: string | null;
  /** Reports that came after its lease was withdrawn. */
  lateReports: number;
  startedAt: string | null;
  endedAt: string | null;
}

/** A place of the run's pool in which one attempt at a time runs. */
export interface WorkerNode {
  readonly table: 'workers';
  readonly workerId: string;
  /** From 1 in the run, for people. */
  readonly number: number;
  readonly spawnedAt: string;
  state: WorkerState;
  /** Why it drains or ended; empty else. */
  reason: string;
  quarantined: { readonly at: string; readonly reason: string } | null;
  /** In hand. */
  attempt: AttemptNode | null;
  /** Of the attempt in hand; null when there is none, and when it was withdrawn. */
  lease: number | null;
  busySince: string | null;
  /** Heartbeats missed in a row. */
  missed: number;
  /** The attempt in hand takes longer than it should. */
  stuck: { readonly at: string; readonly expectedMs: number; readonly basis: ExpectedBasis } | null;
  /** The newest sign of life that the log knows of. */
  lastSeenAt: string | null;
  /** What it did last: it is likely to do the same again sooner than another. */
  last: { readonly workstreamId: string; readonly tool: string; readonly base: string } | null;
  completed: number;
  failed: number;
  busyMs: number;
  terminatedAt: string | null;
}

export interface PatchNode extends InTrain {
  readonly table: 'patches';
  readonly patchId: string;
  /** As of its attempt. */
  task: TaskNode;
  readonly attempt: AttemptNode;
  readonly created: EventData['patch-created'];
  readonly createdAt: string;
  /** The first patch of its chain of replacements; its own id where it replaces none. */
  readonly chain: string;
  state: PatchState;
  reason: string;
  history: readonly HistoryEntry[];
  validation: Validation | null;
  applyErrorCode: ErrorCode | null;
  applyErrorMessage: string | null;
  appliedFiles: readonly FileChange[];
  quarantinedAt: string | null;
  /** Below the project's data folder; null where it never was in quarantine. */
  quarantineFile: string | null;
  findings: readonly Finding[];
  /** Empty until the rules have seen it. */
  signatures: readonly HunkSignature[];
  commit: string | null;
  gateRuns: GateRunNode[];
  /** The newest that it met on its way onto the head. */
  conflict: Conflict | null;
}

export type ReviewNode = Review<PatchNode>;

/** Work of a task in direct-edit mode: no artifact, no ledger entry, no history but its events. */
export interface DirectChangeNode extends InTrain {
  readonly table: 'direct_changes';
  readonly changeId: string;
  /** As of its attempt. */
  task: TaskNode;
  readonly attempt: AttemptNode;
  readonly created: EventData['direct-change-captured'];
  readonly createdAt: string;
  state: DirectChangeState;
  reason: string;
  findings: readonly Finding[];
  commit: string | null;
  gateRuns: GateRunNode[];
  /** The newest that it met on its way onto the head. */
  conflict: Conflict | null;
}

/** What the merge train integrates. */
export type Change = PatchNode | DirectChangeNode;

export interface GateRunNode extends GateRunFacts {
  /** Null where it judges a head and no change on its way there. */
  readonly change: Change | null;
}

export type Candidate = Stacked<Change>;

/** Whose rows a commit has to write. */
export type Node =
  | RunNode
  | WorkstreamNode
  | TaskNode
  | AttemptNode
  | WorkerNode
  | Change
  | GateRunNode
  | ReviewNode
  | AcceptanceNode
  | ToolNode;

export interface RunNode {
  readonly table: 'runs';
  readonly runId: string;
  readonly created: EventData['run-created'];
  readonly createdAt: string;
  readonly gates: ReadonlyMap<string, GateDefinition>;
  readonly phases: ReadonlyMap<string, PhaseNode>;
  readonly workstreams: ReadonlyMap<string, WorkstreamNode>;
  /** By the plan's id; each stands for its newest life. */
  readonly tasks: Map<string, TaskNode>;
  /** Tasks that the run added itself, oldest first. */
  readonly added: TaskNode[];
  /** Tasks whose work a task that was added for them goes on with. */
  readonly handedOn: Set<TaskNode>;
  /** Former lives of tasks by ULID, oldest first. They have ended and are in nobody's way. */
  readonly formerTasks: Map<string, TaskNode>;
  /** The tasks in plan order: none before what it comes after. */
  inOrder: readonly TaskNode[];
  /** Edges that were found while it went on. */
  dependencies: number;
  readonly attempts: Map<string, AttemptNode>;
  /** Every worker the run has had, oldest first. */
  readonly workers: Map<string, WorkerNode>;
  /** Those that have not ended. */
  readonly pool: Set<WorkerNode>;
  readonly patches: Map<string, PatchNode>;
  /** By a path they change: the newest that the rules have seen, oldest first. */
  readonly signedPatches: Map<string, readonly PatchNode[]>;
  readonly directChanges: Map<string, DirectChangeNode>;
  readonly gateRuns: Map<string, GateRunNode>;
  /** Those that have not ended, oldest first. */
  readonly openGateRuns: Set<GateRunNode>;
  /** Oldest first. */
  readonly reviews: Map<string, ReviewNode>;
  /** Those that wait for a person. */
  readonly openReviews: Set<ReviewNode>;
  /** Oldest first. */
  readonly acceptances: Map<string, AcceptanceNode>;
  /** By level and id, such as `phase PH-01`. */
  readonly newestAcceptances: Map<string, AcceptanceNode>;
  readonly openAcceptances: Set<AcceptanceNode>;
  /** The acceptance whose check runs; one at a time. */
  checking: AcceptanceNode | null;
  /** Queued tasks that nothing is known to hold; may have entries of tasks that have moved on. */
  readonly ready: ReadyQueue<TaskNode>;
  /** Queued tasks by the key of what holds them. */
  readonly holds: Map<string, ReadyQueue<TaskNode>>;
  /** Reasons from outside of the run why nothing may start just now, by key; not in the log. */
  readonly outside: Map<string, { readonly reason: string; readonly freedBy: string }>;
  /** The same for single tools, by name. */
  readonly sharedTools: Map<string, { readonly reason: string; readonly freedBy: string }>;
  /** Every part of the plan is sequential. */
  /** Tools that the project declares and the plan may use. */
  readonly tools: Map<string, ToolNode>;
  /** Rule → how many choices it made; whose turn it is follows from it. */
  readonly turns: Map<string, number>;
  readonly oneAtATime: boolean;
  readonly retrying: Set<TaskNode>;
  /** By key; see `admission/claims.ts` for these three. */
  readonly claims: Map<string, ClaimNode>;
  /** Claims on files that somebody has or waits for. */
  readonly claimTree: GlobFolder<ClaimNode>;
  claimTickets: number;
  /** How many times a task was queued. */
  queuings: number;
  /** Tasks of the background whose tool runs. */
  backgroundRunning: number;
  /** Tasks that run or whose work waits to be committed. */
  readonly inHand: Set<TaskNode>;
  wave: WaveState;
  /** Queued for the train, oldest first. */
  train: Change[];
  /** The stack that the train has in hand: the lowest is built on the head, each other on the one before. */
  candidates: readonly Candidate[];
  readonly stacking: Stacking;
  readonly resources: { [R in Resource]: ResourceStanding };
  /** The newest lease that was given: it grows with each assignment. */
  lease: number;
  state: RunState;
  reason: string;
  control: RunControl;
  controlReason: string;
  /** How far it gives up while it is stopping. */
  ending: Ending;
  /** Tools at once; at first what the run was started with. */
  maxParallel: number;
  /** Commands that were accepted, by id, oldest first. */
  readonly commands: Map<string, CommandWork>;
  head: string;
  /** Null while the head is the base, whose tree nobody asked for. */
  headTree: string | null;
  startedAt: string | null;
  endedAt: string | null;
  /** Tasks with an attempt that has not ended. */
  running: number;
  /** Tasks between their attempt's end and their own. */
  validating: number;
  completed: number;
  failed: number;
  /** Tasks that wait for a person. */
  waitingForPerson: number;
  /** How its dag would have gone; null while that is not known, or where the run has no shadow. */
  shadow: EventData['shadow-compared'] | null;
  published: { readonly branch: string; readonly to: string; readonly at: string }[];
  notes: string[];
}
