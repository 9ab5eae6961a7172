// Plans for tests, as short as what a test is about.
import { LIMITS } from '../../src/shared/domain/limits.ts';
import { toConstraints } from '../../src/shared/plan/effective-policy.ts';
import type { GateDefinition, Plan, TaskPlan, WorkstreamPlan } from '../../src/shared/plan/plan.ts';

export interface TaskSketch extends Partial<TaskPlan> {
  readonly taskId: string;
  readonly after?: TaskPlan['after'];
}

/** A task with defaults; it writes a file of its own name with the built-in tool. */
export function makeTask(sketch: TaskSketch): TaskPlan {
  return {
    name: `Task ${sketch.taskId}`,
    kind: 'code_edit',
    phaseId: 'PH',
    workstreamId: 'WS',
    after: [],
    tool: 'script',
    launch: {
      kind: 'script',
      script: {
        tool: 'script',
        attempts: [{ waitSeconds: 0, edits: [{ write: `${sketch.taskId}.txt`, text: 'x\n' }] }],
      },
    },
    scope: { read: [], write: [], create: [], forbidden: [] },
    constraints: { ...toConstraints({}, []), forbidBinary: true },
    policy: 0,
    issueRef: null,
    acceptance: null,
    maxAttempts: 3,
    timeoutMs: LIMITS.taskTimeoutMs,
    idleTimeoutMs: LIMITS.idleTimeoutMs,
    gates: [],
    conflictGroup: null,
    priority: 0,
    classification: { complexity: null, riskTier: null, domain: null },
    background: false,
    critical: true,
    allowNoChange: false,
    patchMode: { on: true, by: 'default', place: '' },
    line: 0,
    ...sketch,
  };
}

export interface PlanSketch extends Partial<Plan> {
  readonly tasks: readonly TaskPlan[];
}

/** A plan of one phase; its workstreams are those its tasks name, in order, unless given. */
export function makePlan(sketch: PlanSketch): Plan {
  const workstreamIds = [...new Set(sketch.tasks.map((task) => task.workstreamId))];
  return {
    planId: 'plan',
    projectId: 'project',
    name: 'A plan',
    strategy: 'dag',
    mergeOrder: 'ready',
    budgetMicroUsd: null,
    gates: [],
    phases: [{ phaseId: 'PH', name: 'Phase', category: 'core', after: [], acceptance: null }],
    workstreams: workstreamIds.map((workstreamId) =>
      makeWorkstream({ workstreamId, strategy: sketch.strategy ?? 'dag' }),
    ),
    policies: [{}],
    setup: { commands: [], copyIgnored: [], env: {}, keyFiles: [], timeoutMs: 1000 },
    ...sketch,
  };
}

export function makeWorkstream(sketch: Partial<WorkstreamPlan> & { readonly workstreamId: string }): WorkstreamPlan {
  return {
    phaseId: 'PH',
    name: sketch.workstreamId,
    objective: '',
    after: [],
    strategy: 'dag',
    maxParallel: null,
    acceptance: null,
    ...sketch,
  };
}

/** `success` edges to the named tasks. */
export function successOf(...tasks: readonly string[]): TaskPlan['after'] {
  return tasks.map((task) => ({ task, edge: 'success' as const }));
}

/** A required gate whose command always passes. */
export function makeGate(gateId: string, more: Partial<GateDefinition> = {}): GateDefinition {
  return {
    gateId,
    kind: 'unit',
    argv: ['true'],
    shell: false,
    after: [],
    required: true,
    timeoutMs: 1000,
    expectedExit: 0,
    env: {},
    ...more,
  };
}
