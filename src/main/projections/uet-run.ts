// A run as pure UET v1 documents: a record for each phase, its attempts, what was asked of the tools and what they were given.
import type { RunState } from '../../shared/domain/run.ts';
import { type ExecutionRequest, executionRequest } from '../../shared/plan/execution-request.ts';
import { type PromptInstance, promptInstance } from '../../shared/plan/prompt-instance.ts';
import { handoffsFor } from '../state/handoffs-for.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { AttemptNode, RunNode, TaskNode, WorkstreamNode } from '../state/run-state.ts';
import { plannedFor } from '../state/tools.ts';

/** `run_record.v1`, one for each phase of the plan: a record of v1 has exactly one phase. All carry the run's id. */
export function uetRunRecords(run: RunNode): readonly Record<string, unknown>[] {
  const { plan } = run.created;
  const workstreams = Map.groupBy(run.workstreams.values(), (workstream) => workstream.plan.phaseId);
  const tasks = Map.groupBy(run.tasks.values(), (task) => task.plan.phaseId);
  const stopper = plan.phases.find(({ phaseId }) => phaseStanding(run, phaseId) === 'failed');
  return plan.phases.map(({ phaseId }) =>
    runRecord(run, {
      phaseId,
      workstreams: workstreams.get(phaseId) ?? [],
      tasks: tasks.get(phaseId) ?? [],
      stopper: stopper?.phaseId ?? null,
    }),
  );
}

interface PhaseParts {
  readonly phaseId: string;
  readonly workstreams: readonly WorkstreamNode[];
  readonly tasks: readonly TaskNode[];
  /** The first phase of the run that failed. */
  readonly stopper: string | null;
}

function runRecord(run: RunNode, parts: PhaseParts): Record<string, unknown> {
  const { plan, planFile, requestedBy } = run.created;
  const { phaseId, workstreams, tasks } = parts;
  const attempts = tasks.flatMap((task) => task.attempts);
  const patches = tasks.flatMap((task) => task.patches);
  const { state, reason } = stateOfPhase(run, parts);
  const open = state === 'pending' || state === 'running';
  return {
    run_id: run.runId,
    project_id: plan.projectId,
    phase_id: phaseId,
    workstream_id: workstreams.length === 1 ? (workstreams[0]?.plan.workstreamId ?? null) : null,
    execution_request_id: null,
    created_at: run.createdAt,
    started_at: tasks.map((task) => task.startedAt).reduce(earlier, null),
    ended_at: open ? null : (tasks.map((task) => task.endedAt).reduce(later, null) ?? run.endedAt),
    state,
    state_reason: reason === '' ? null : reason,
    origin: {
      trigger_type: requestedBy === 'person' ? 'manual' : 'other',
      trigger_ref: planFile,
      requested_by: requestedBy,
    },
    counters: {
      step_attempts: attempts.length,
      patches_created: patches.length,
      patches_applied: patches.filter((patch) => patch.commit !== null).length,
      errors: attempts.filter((attempt) => attempt.state === 'error').length,
    },
  };
}

/** A phase that had no chance to begin before the run ended is canceled: in v1 nothing else ends what never ran. */
function stateOfPhase(run: RunNode, parts: PhaseParts): { readonly state: RunState; readonly reason: string } {
  const own = phaseStanding(run, parts.phaseId);
  if (own === 'completed') return { state: 'succeeded', reason: '' };
  if (own === 'failed') return { state: 'failed', reason: firstFailure(run, parts) };
  if (own === 'cancelled') return { state: 'canceled', reason: run.reason };
  if (run.endedAt === null) return { state: own === 'executing' ? 'running' : 'pending', reason: run.controlReason };
  if (parts.stopper === null) return { state: run.state, reason: run.reason };
  return { state: 'canceled', reason: `Phase ${parts.stopper} did not succeed, so this one could not be finished.` };
}

function firstFailure(run: RunNode, { phaseId, tasks, workstreams }: PhaseParts): string {
  const failed = tasks.find((task) => task.state === 'failed');
  if (failed !== undefined) return `${failed.plan.taskId}: ${failed.reason}`;
  const ids = new Set([phaseId, ...workstreams.map((one) => one.plan.workstreamId)]);
  const refused = [...run.acceptances.values()].find((one) => one.state === 'failed' && ids.has(one.levelId));
  return refused === undefined ? run.reason : `${refused.level} ${refused.levelId}: ${refused.reason}`;
}

/** `step_attempt.v1`, numbered through the run. v1 wants a start even of what has not started: then it is its making. */
export function uetStepAttempts(run: RunNode): readonly Record<string, unknown>[] {
  return [...run.attempts.values()].map((attempt, at) => ({
    step_attempt_id: attempt.attemptId,
    run_id: run.runId,
    sequence: at + 1,
    tool_id: attempt.tool,
    tool_run_id: attempt.attemptId,
    execution_request_id: attempt.requestId,
    prompt_id: attempt.promptId,
    started_at: attempt.startedAt ?? attempt.createdAt,
    ended_at: attempt.endedAt,
    state: attempt.state,
    state_reason: attempt.failure?.message ?? attempt.result,
    outputs: {
      patch_ids: patchesOf(attempt.task, attempt),
      logs_path: attempt.logs,
      raw_response_path: null,
    },
  }));
}

function patchesOf(task: TaskNode, attempt: AttemptNode): readonly string[] {
  return task.patches.filter((patch) => patch.attempt === attempt).map((patch) => patch.patchId);
}

/** `execution_request.v1` of an attempt from before requests were kept, made from the run's plan as it would be today. */
export function uetRequest(run: RunNode, attempt: AttemptNode): ExecutionRequest {
  const { requestId, promptId, attemptId, createdAt: at } = attempt;
  const { plan, requestedBy } = run.created;
  return executionRequest(plan, plannedFor(run, attempt), { requestId, promptId, attemptId, requestedBy, at });
}

/** `prompt_instance.v1`; null for an attempt from before prompts had ids. */
export function uetPrompt(run: RunNode, attempt: AttemptNode): PromptInstance | null {
  const { promptId, tryNumber, task } = attempt;
  return promptId === null
    ? null
    : promptInstance(run.created.plan, plannedFor(run, attempt), {
        promptId,
        tryNumber,
        handoffs: handoffsFor(run, task),
      });
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
