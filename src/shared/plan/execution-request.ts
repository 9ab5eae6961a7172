// What a task asks of a tool for one attempt, as `execution_request.v1`: made when the attempt is, and never changed.
import type { RoutingStrategy } from '../domain/routing.ts';
import type { Plan, TaskPlan } from './plan.ts';
import { type Complexity, complexityWord } from './read-classification.ts';
import { toolsOf } from './tool-definition.ts';

/** What we write of `execution_request.v1`; a test holds it against the schema. */
export interface ExecutionRequest {
  readonly request_id: string;
  readonly project_id: string;
  readonly phase_id: string;
  readonly workstream_id: string;
  readonly task_kind: string;
  readonly origin: { readonly created_by: string; readonly created_at: string };
  readonly classification: {
    readonly complexity?: Complexity;
    readonly risk_tier?: string;
    readonly domain?: string;
    readonly priority: 'low' | 'normal' | 'high' | 'critical';
  };
  readonly resource_scope: {
    readonly read: readonly string[];
    readonly write: readonly string[];
    readonly create: readonly string[];
    readonly forbidden: readonly string[];
  };
  readonly constraints: {
    /** Nothing a tool writes counts but its patch; false where direct edits were asked for. */
    readonly patch_only: boolean;
    readonly tests_must_pass: boolean;
    readonly max_lines_changed: number;
    readonly max_files_changed: number;
    readonly forbid_binary_patches: boolean;
    readonly ascii_only: boolean;
  };
  readonly prompt_spec: string | null;
  readonly routing: {
    readonly strategy: RoutingStrategy;
    readonly allowed_tools: readonly string[];
    readonly max_attempts: number;
    readonly timeout_seconds: number;
  };
  readonly telemetry: { readonly correlation_id: string };
}

/** The ids and the time that an attempt was given. */
export interface RequestFacts {
  readonly requestId: string;
  readonly promptId: string | null;
  readonly attemptId: string;
  readonly requestedBy: string;
  readonly at: string;
}

/** The same task and facts give the same request. Its globs are the effective ones, after every level has narrowed them. */
export function executionRequest(plan: Plan, task: TaskPlan, facts: RequestFacts): ExecutionRequest {
  const { scope, constraints } = task;
  const required = new Set(plan.gates.filter((gate) => gate.required).map((gate) => gate.gateId));
  return {
    request_id: facts.requestId,
    project_id: plan.projectId,
    phase_id: task.phaseId,
    workstream_id: task.workstreamId,
    task_kind: task.kind,
    origin: { created_by: facts.requestedBy, created_at: facts.at },
    classification: classificationOf(task),
    resource_scope: { read: scope.read, write: scope.write, create: scope.create, forbidden: scope.forbidden },
    constraints: {
      patch_only: task.patchMode.on,
      tests_must_pass: task.gates.some((gateId) => required.has(gateId)),
      max_lines_changed: constraints.maxLinesChanged,
      max_files_changed: constraints.maxFilesChanged,
      forbid_binary_patches: constraints.forbidBinary,
      ascii_only: constraints.asciiOnly,
    },
    prompt_spec: facts.promptId,
    routing: {
      strategy: task.route?.strategy ?? 'fixed',
      allowed_tools: task.route === undefined ? [task.tool] : toolsOf(task.route),
      max_attempts: task.maxAttempts,
      timeout_seconds: Math.max(1, Math.ceil(task.timeoutMs / 1000)),
    },
    telemetry: { correlation_id: facts.attemptId },
  };
}

/** A word that v1 does not know is left out rather than made to fit. */
function classificationOf({ classification, priority }: TaskPlan): ExecutionRequest['classification'] {
  const { complexity, riskTier, domain } = classification;
  const word = complexityWord(complexity);
  return {
    ...(word === null ? {} : { complexity: word }),
    ...(riskTier === null ? {} : { risk_tier: riskTier }),
    ...(domain === null ? {} : { domain }),
    priority: priorityWord(priority),
  };
}

/** UET has four words where we count. */
function priorityWord(priority: number): ExecutionRequest['classification']['priority'] {
  if (priority < 0) return 'low';
  if (priority === 0) return 'normal';
  return priority === 1 ? 'high' : 'critical';
}
