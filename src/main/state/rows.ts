// The rows of the state tables as functions of the state: what a commit writes and what verify compares.
import type { StateRows, StateTable } from '../../shared/ports/store.ts';
import type { AcceptanceNode } from './acceptance-node.ts';
import { gateRunsFor } from './gate-runs-for.ts';
import type {
  AttemptNode,
  DirectChangeNode,
  GateRunNode,
  Node,
  PatchNode,
  ReviewNode,
  RunNode,
  TaskNode,
  ToolNode,
  WorkerNode,
  WorkstreamNode,
} from './run-state.ts';

export type RowSet = { [T in StateTable]?: StateRows[T][] };

/** Says whether a patch's immutable row is wanted too; it is written once, with its bytes. */
export type WantsArtifact = (patchId: string) => boolean;

/** Adds the rows of `nodes` to `rows`, by table; a patch may have two, its artifact and its ledger entry. */
export function addRowsOf(rows: RowSet, run: RunNode, nodes: Iterable<Node>, wantsArtifact: WantsArtifact): void {
  for (const node of nodes) {
    if (node.table === 'patches' && wantsArtifact(node.patchId)) (rows.patches ??= []).push(patchRow(run, node));
    addRow(rows, run, node);
  }
}

/** Every row of a run, as a rebuild from events gives it. */
export function allRows(run: RunNode): RowSet {
  const rows: RowSet = {};
  addRowsOf(rows, run, allNodes(run), () => true);
  return rows;
}

/** Everything of a run that has a row. */
export function allNodes(run: RunNode): readonly Node[] {
  const { workstreams, tasks, formerTasks, attempts, workers, tools, patches, directChanges, gateRuns } = run;
  const { acceptances, reviews } = run;
  const maps = [
    workstreams,
    tasks,
    formerTasks,
    attempts,
    workers,
    tools,
    patches,
    directChanges,
    gateRuns,
    acceptances,
    reviews,
  ];
  return [run, ...maps.flatMap((nodes) => [...nodes.values()])];
}

function addRow(rows: RowSet, run: RunNode, node: Node): void {
  switch (node.table) {
    case 'runs':
      (rows.runs ??= []).push(runRow(node));
      return;
    case 'workstreams':
      (rows.workstreams ??= []).push(workstreamRow(run, node));
      return;
    case 'tasks':
      (rows.tasks ??= []).push(taskRow(run, node));
      return;
    case 'attempts':
      (rows.attempts ??= []).push(attemptRow(run, node));
      return;
    case 'workers':
      (rows.workers ??= []).push(workerRow(run, node));
      return;
    case 'breakers':
      (rows.breakers ??= []).push(breakerRow(run, node));
      return;
    case 'patches':
      (rows.patch_ledger_entries ??= []).push(ledgerEntryRow(run, node));
      return;
    case 'direct_changes':
      (rows.direct_changes ??= []).push(directChangeRow(run, node));
      return;
    case 'gate_runs':
      (rows.gate_runs ??= []).push(gateRunRow(run, node));
      return;
    case 'reviews':
      (rows.reviews ??= []).push(reviewRow(run, node));
      return;
    case 'acceptances':
      (rows.acceptances ??= []).push(acceptanceRow(run, node));
      return;
  }
}

function runRow(run: RunNode): StateRows['runs'] {
  const { created } = run;
  return {
    run_id: run.runId,
    project_id: created.plan.projectId,
    plan_id: created.plan.planId,
    plan_name: created.plan.name,
    plan_file: created.planFile,
    repository: created.repository,
    state: run.state,
    state_reason: run.reason === '' ? null : run.reason,
    control: run.control,
    control_reason: run.controlReason === '' ? null : run.controlReason,
    strategy: created.plan.strategy,
    max_parallel: run.maxParallel,
    base_commit: created.base,
    base_ref: created.baseRef,
    head_commit: run.head,
    created_at: run.createdAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
  };
}

function workstreamRow(run: RunNode, node: WorkstreamNode): StateRows['workstreams'] {
  return {
    workstream_ulid: node.ulid,
    run_id: run.runId,
    workstream_id: node.plan.workstreamId,
    phase_id: node.plan.phaseId,
    name: node.plan.name,
    state: node.state,
  };
}

function taskRow(run: RunNode, task: TaskNode): StateRows['tasks'] {
  return {
    task_ulid: task.ulid,
    retry_of: task.retryOf,
    run_id: run.runId,
    task_id: task.plan.taskId,
    workstream_id: task.plan.workstreamId,
    phase_id: task.plan.phaseId,
    kind: task.plan.kind,
    tool_id: task.tool,
    state: task.state,
    state_reason: task.reason === '' ? null : task.reason,
    attempts: task.attempts.length,
    not_before: task.notBefore,
    origin_kind: task.plan.origin?.kind ?? null,
    origin_task: task.plan.origin?.task ?? null,
    origin_patch: task.plan.origin?.patch ?? null,
    started_at: task.startedAt,
    ended_at: task.endedAt,
  };
}

function attemptRow(run: RunNode, attempt: AttemptNode): StateRows['attempts'] {
  return {
    attempt_ulid: attempt.attemptId,
    run_id: run.runId,
    task_ulid: attempt.task.ulid,
    execution_request_id: attempt.requestId,
    number: attempt.number,
    tool_id: attempt.tool,
    base_commit: attempt.base,
    start_from: attempt.startFrom === attempt.base ? null : attempt.startFrom,
    state: attempt.state,
    state_reason: attempt.failure?.message ?? attempt.result,
    created_at: attempt.createdAt,
    started_at: attempt.startedAt,
    ended_at: attempt.endedAt,
    pid: attempt.pid,
    process_start: attempt.processStart,
    workspace_path: attempt.workspace,
    exit_code: attempt.usage?.exitCode ?? null,
    output_bytes: attempt.usage?.outputBytes ?? 0,
    logs_path: attempt.logs,
    notes: JSON.stringify(attempt.notes),
    // The slots of older runs are no workers: there is no row to name.
    worker_ulid: attempt.lease === null ? null : attempt.workerId,
    lease: attempt.lease,
  };
}

function workerRow(run: RunNode, worker: WorkerNode): StateRows['workers'] {
  return {
    worker_ulid: worker.workerId,
    run_id: run.runId,
    number: worker.number,
    state: worker.state,
    state_reason: worker.reason === '' ? null : worker.reason,
    current_attempt: worker.attempt?.attemptId ?? null,
    lease: worker.lease,
    missed_heartbeats: worker.missed,
    last_seen_at: worker.lastSeenAt,
    quarantined_at: worker.quarantined?.at ?? null,
    quarantine_reason: worker.quarantined?.reason ?? null,
    attempts_completed: worker.completed,
    attempts_failed: worker.failed,
    busy_ms: worker.busyMs,
    spawned_at: worker.spawnedAt,
    terminated_at: worker.terminatedAt,
  };
}

function breakerRow(run: RunNode, tool: ToolNode): StateRows['breakers'] {
  return {
    breaker_id: `${run.runId}/${tool.toolId}`,
    run_id: run.runId,
    tool_id: tool.toolId,
    state: tool.state,
    state_reason: tool.reason === '' ? null : tool.reason,
    failure_class: tool.openedFor,
    failures: tool.failures,
    opened_at: tool.openedAt,
    retry_at: tool.until,
    probe_attempt: tool.probe,
    limited_until: tool.limitedUntil,
    attempts_completed: tool.record.successes,
    attempts_failed: tool.record.failures,
    busy_ms: tool.record.totalMs,
  };
}

function patchRow(run: RunNode, patch: PatchNode): StateRows['patches'] {
  const { created } = patch;
  return {
    patch_id: patch.patchId,
    run_id: run.runId,
    task_ulid: patch.task.ulid,
    attempt_ulid: patch.attempt.attemptId,
    format: 'unified_diff',
    target_repo: run.created.repository,
    base_ref: run.created.baseRef,
    base_commit: created.base,
    execution_request_id: created.requestId,
    tool_id: created.tool,
    created_at: patch.createdAt,
    summary: created.summary,
    files_touched: JSON.stringify(created.files),
    line_insertions: created.insertions,
    line_deletions: created.deletions,
    hunks: created.hunks,
    tree: created.tree,
    sha256: created.sha256,
    bytes: created.bytes,
  };
}

function ledgerEntryRow(run: RunNode, patch: PatchNode): StateRows['patch_ledger_entries'] {
  const quarantined = patch.quarantinedAt !== null;
  const ended = gateRunsFor(run, patch).filter((gateRun) => gateRun.endedAt !== null);
  return {
    ledger_id: patch.created.ledgerId,
    patch_id: patch.patchId,
    run_id: run.runId,
    project_id: run.created.plan.projectId,
    phase_id: patch.task.plan.phaseId,
    workstream_id: patch.task.plan.workstreamId,
    execution_request_id: patch.created.requestId,
    state: patch.state,
    state_history: JSON.stringify(patch.history),
    validation_format_ok: Number(patch.validation?.formatOk ?? false),
    validation_scope_ok: Number(patch.validation?.scopeOk ?? false),
    validation_constraints_ok: Number(patch.validation?.constraintsOk ?? false),
    validation_tests_ran: Number(ended.length > 0),
    validation_tests_passed: Number(ended.length > 0 && ended.every((gateRun) => gateRun.state === 'passed')),
    validation_errors: JSON.stringify(patch.findings),
    apply_attempts: patch.applyAttempts,
    apply_last_attempt_at: patch.applyLastAt,
    apply_last_error_code: patch.applyErrorCode,
    apply_last_error_message: patch.applyErrorMessage,
    apply_workspace_path: patch.attempt.workspace,
    apply_applied_files: JSON.stringify(patch.appliedFiles.map((file) => file.path)),
    quarantine_is_quarantined: Number(quarantined && patch.state === 'quarantined'),
    quarantine_reason: quarantined ? patch.reason : null,
    quarantine_path: patch.quarantineFile,
    quarantine_at: patch.quarantinedAt,
    relations_replaces_patch_id: patch.created.replaces,
    relations_rollback_of_patch_id: null,
    relations_chain_id: patch.chain,
    commit_sha: patch.commit,
  };
}

function directChangeRow(run: RunNode, change: DirectChangeNode): StateRows['direct_changes'] {
  const { created } = change;
  return {
    change_id: change.changeId,
    run_id: run.runId,
    task_ulid: change.task.ulid,
    attempt_ulid: change.attempt.attemptId,
    tool_id: created.tool,
    base_commit: created.base,
    tree: created.tree,
    files_touched: JSON.stringify(created.files),
    line_insertions: created.insertions,
    line_deletions: created.deletions,
    state: change.state,
    state_reason: change.reason === '' ? null : change.reason,
    findings: JSON.stringify(change.findings),
    apply_attempts: change.applyAttempts,
    created_at: change.createdAt,
    commit_sha: change.commit,
  };
}

function gateRunRow(run: RunNode, gateRun: GateRunNode): StateRows['gate_runs'] {
  const { change } = gateRun;
  return {
    gate_run_id: gateRun.gateRunId,
    run_id: run.runId,
    gate_id: gateRun.gateId,
    patch_id: change?.table === 'patches' ? change.patchId : null,
    change_id: change?.table === 'direct_changes' ? change.changeId : null,
    wave: gateRun.wave,
    tree: gateRun.tree,
    commit_sha: gateRun.commit,
    state: gateRun.state,
    exit_code: gateRun.exitCode,
    duration_ms: gateRun.durationMs,
    tail: gateRun.tail,
    logs_path: gateRun.logs,
    cached: Number(gateRun.cached),
    flaky: Number(gateRun.flaky),
    failures: JSON.stringify(gateRun.failures),
    failed: gateRun.failed,
    queued_at: gateRun.queuedAt,
    ended_at: gateRun.endedAt,
  };
}

function acceptanceRow(run: RunNode, acceptance: AcceptanceNode): StateRows['acceptances'] {
  return {
    acceptance_id: acceptance.acceptanceId,
    run_id: run.runId,
    level: acceptance.level,
    level_id: acceptance.levelId,
    change_id: acceptance.changeId,
    commit_sha: acceptance.commit,
    tree: acceptance.tree,
    state: acceptance.state,
    state_reason: acceptance.reason === '' ? null : acceptance.reason,
    checks: JSON.stringify(acceptance.checks),
    started_at: acceptance.startedAt,
    ended_at: acceptance.endedAt,
  };
}

function reviewRow(run: RunNode, review: ReviewNode): StateRows['reviews'] {
  const { opened } = review;
  return {
    review_id: review.reviewId,
    run_id: run.runId,
    patch_id: review.patch.patchId,
    task_id: opened.taskId,
    trigger_kind: opened.trigger,
    severity: opened.severity,
    reason: opened.reason,
    findings: JSON.stringify(opened.findings),
    approvals_needed: opened.approvalsNeeded,
    head_commit: opened.head,
    state: review.state,
    state_reason: review.reason === '' ? null : review.reason,
    votes: JSON.stringify(review.votes),
    waived: JSON.stringify(review.waives),
    opened_at: review.openedAt,
    ended_at: review.endedAt,
  };
}
