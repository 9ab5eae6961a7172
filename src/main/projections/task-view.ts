// A task as its card, its row and its inspector show it.
import type { AttemptView, DirectChangeView, GateRunView, TaskView } from '../../shared/ipc/views.ts';
import { criticalPath } from '../../shared/plan/critical-path.ts';
import { waves } from '../../shared/plan/waves.ts';
import { orderNow } from '../state/order-now.ts';
import type { AttemptNode, DirectChangeNode, GateRunNode, RunNode, TaskNode } from '../state/run-state.ts';
import { livesOf } from '../state/task-lives.ts';
import { acceptanceView } from './acceptance-view.ts';
import { byName, waitingFor } from './waiting-for.ts';

interface Shape {
  /** Found dependencies and tasks that it knows of. */
  readonly dependencies: number;
  readonly tasks: number;
  readonly waves: ReadonlyMap<string, number>;
  readonly critical: ReadonlySet<string>;
}

// Waves and critical path are worked out once, and again when the graph of the run has grown.
const shapes = new WeakMap<RunNode, Shape>();

export function taskView(run: RunNode, task: TaskNode): TaskView {
  const { plan } = task;
  const shape = shapeOf(run);
  const lives = livesOf(run, task);
  const patch = task.patches.at(-1);
  const shown = (patch ?? task.directChanges.at(-1))?.created;
  return {
    key: plan.taskId,
    taskId: plan.taskId,
    name: plan.name,
    kind: plan.kind,
    tool: task.tool,
    phaseId: plan.phaseId,
    workstreamId: plan.workstreamId,
    state: task.state,
    reason: task.reason,
    waiting: waitingFor(run, task, byName(run)),
    after: task.after,
    origin: originOf(task),
    wave: shape.waves.get(plan.taskId) ?? 0,
    onCriticalPath: shape.critical.has(plan.taskId),
    maxAttempts: task.earlierAttempts + plan.maxAttempts,
    completion: task.completion,
    priority: task.priority,
    retries: lives.length - 1,
    attempts: lives.flatMap((life) => life.attempts.map((attempt) => attemptView(life, attempt))),
    patchIds: lives.flatMap((life) => life.patches.map(({ patchId }) => patchId)),
    patchState: patch?.state ?? null,
    patchMode: plan.patchMode.on,
    patchModePlace: plan.patchMode.place,
    directChanges: lives.flatMap((life) => life.directChanges.map(directChangeView)),
    insertions: shown?.insertions ?? 0,
    deletions: shown?.deletions ?? 0,
    gates: [...task.patches, ...task.directChanges].flatMap((each) => each.gateRuns.map(gateRunView)),
    acceptance: acceptanceView(run, 'task', plan.taskId),
    startedAt: task.startedAt,
    endedAt: task.endedAt,
  };
}

/** Without what only its workspace is made from. */
export function originOf({ plan: { origin } }: TaskNode): TaskView['origin'] {
  return origin === undefined ? null : { kind: origin.kind, task: origin.task, patch: origin.patch };
}

export function gateRunView(gateRun: GateRunNode): GateRunView {
  return {
    gateRunId: gateRun.gateRunId,
    gateId: gateRun.gateId,
    patchId: gateRun.change?.table === 'patches' ? gateRun.change.patchId : null,
    state: gateRun.state,
    exitCode: gateRun.exitCode,
    durationMs: gateRun.durationMs,
    tail: gateRun.tail,
    cached: gateRun.cached,
    flaky: gateRun.flaky,
    message: gateRun.message,
    failures: gateRun.failures,
    failed: gateRun.failed,
  };
}

function attemptView(task: TaskNode, attempt: AttemptNode): AttemptView {
  return {
    attemptId: attempt.attemptId,
    number: attempt.number,
    state: attempt.state,
    result: attempt.result,
    failure: attempt.failure,
    createdAt: attempt.createdAt,
    startedAt: attempt.startedAt,
    endedAt: attempt.endedAt,
    exitCode: attempt.usage?.exitCode ?? null,
    outputBytes: attempt.usage?.outputBytes ?? 0,
    notes: attempt.notes,
    patchId: task.patches.find((patch) => patch.attempt === attempt)?.patchId ?? null,
  };
}

function shapeOf(run: RunNode): Shape {
  const known = shapes.get(run);
  const { dependencies } = run;
  const tasks = run.tasks.size;
  if (known?.dependencies === dependencies && known.tasks === tasks) return known;
  const order = orderNow(run);
  const shape = { dependencies, tasks, waves: waves(order), critical: new Set(criticalPath(order)) };
  shapes.set(run, shape);
  return shape;
}

function directChangeView(change: DirectChangeNode): DirectChangeView {
  const { created } = change;
  return {
    changeId: change.changeId,
    attempt: change.attempt.number,
    state: change.state,
    reason: change.reason,
    commit: change.commit,
    base: created.base,
    insertions: created.insertions,
    deletions: created.deletions,
    paths: created.files.map(({ path }) => path),
    findings: change.findings,
    recovered: created.recovered,
  };
}
