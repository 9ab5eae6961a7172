// Builds a run's state from the event that created it.

import type { ResourceStanding } from '../../shared/domain/resources.ts';
import type { ToolRecord } from '../../shared/domain/routing.ts';
import type { EventData } from '../../shared/events/event.ts';
import { present } from '../../shared/lib/assert.ts';
import { newGlobTree } from '../../shared/lib/glob-tree.ts';
import { withoutHistory } from '../../shared/plan/expected-durations.ts';
import type { Edge, Plan, TaskPlan } from '../../shared/plan/plan.ts';
import type { ToolDefinition } from '../../shared/plan/tool-definition.ts';
import { chainWeights, countDependents } from '../scheduling/chain-weights.ts';
import { planOrder } from '../scheduling/plan-order.ts';
import { giveClaims } from './admission/claims.ts';
import { countWaves } from './count-waves.ts';
import type { RunNode, TaskNode, ToolNode, WorkstreamNode } from './run-state.ts';

export interface NewRun {
  readonly runId: string;
  readonly at: string;
  readonly created: EventData['run-created'];
}

const ENOUGH: ResourceStanding = { level: 'ok', message: '', freedBy: '' };

/** A pending run whose tasks are all pending. O(tasks + edges). */
export function newRun({ runId, at, created }: NewRun): RunNode {
  const { plan } = created;
  const workstreams = newWorkstreams(plan, created.workstreamUlids);
  const tasks = newTasks(created, workstreams);
  const inOrder = [...tasks.values()].sort((a, b) => a.index - b.index);
  const run: RunNode = {
    table: 'runs',
    runId,
    created,
    createdAt: at,
    gates: new Map(plan.gates.map((gate) => [gate.gateId, gate])),
    phases: phasesOf(plan),
    workstreams,
    tasks,
    added: [],
    handedOn: new Set(),
    formerTasks: new Map(),
    inOrder,
    dependencies: 0,
    attempts: new Map(),
    workers: new Map(),
    pool: new Set(),
    patches: new Map(),
    signedPatches: new Map(),
    directChanges: new Map(),
    gateRuns: new Map(),
    openGateRuns: new Set(),
    reviews: new Map(),
    openReviews: new Set(),
    acceptances: new Map(),
    newestAcceptances: new Map(),
    openAcceptances: new Set(),
    checking: null,
    ready: [],
    holds: new Map(),
    outside: new Map(),
    sharedTools: new Map(),
    tools: newTools(created),
    turns: new Map(),
    oneAtATime: isOneAtATime(plan),
    retrying: new Set(),
    claims: new Map(),
    claimTree: newGlobTree(),
    claimTickets: 0,
    queuings: 0,
    backgroundRunning: 0,
    inHand: new Set(),
    wave: { of: new Map(), open: 0, landed: null },
    train: [],
    candidates: [],
    stacking: { depth: 1, closed: false, entered: 0, landed: 0 },
    resources: { cpu: ENOUGH, memory: ENOUGH, disk: ENOUGH },
    lease: 0,
    state: 'pending',
    reason: '',
    control: 'active',
    controlReason: '',
    // Runs from before a stop was a command were only ever cancelled.
    ending: 'cancel',
    maxParallel: created.maxParallel,
    commands: new Map(),
    head: created.base,
    headTree: null,
    startedAt: null,
    endedAt: null,
    running: 0,
    validating: 0,
    completed: 0,
    failed: 0,
    waitingForPerson: 0,
    shadow: null,
    published: [],
    notes: [],
  };
  giveClaims(run);
  countWaves(run);
  return run;
}

function newTools({ plan, toolRecords }: EventData['run-created']): RunNode['tools'] {
  const records = new Map(toolRecords.map((record) => [record.toolId, record]));
  const nodes = (plan.tools ?? []).map((definition): [string, ToolNode] => {
    const { toolId } = definition;
    return [toolId, newTool(definition, records.get(toolId))];
  });
  return new Map(nodes);
}

function newTool(definition: ToolDefinition, history?: ToolRecord): ToolNode {
  const nothing = { toolId: definition.toolId, successes: 0, failures: 0, totalMs: 0 };
  return {
    table: 'breakers',
    toolId: definition.toolId,
    definition,
    history: history ?? nothing,
    record: nothing,
    state: 'closed',
    reason: '',
    openedFor: null,
    failures: 0,
    openedAt: null,
    until: null,
    probe: null,
    limitedUntil: null,
    limitedAt: null,
    limitReason: '',
    active: new Set(),
    starts: [],
  };
}

/** A workstream of a sequential plan may still be a dag by its own word; then the plan's order alone keeps the others apart. */
function isOneAtATime({ strategy, workstreams }: Plan): boolean {
  return strategy === 'sequential' && workstreams.every((workstream) => workstream.strategy === 'sequential');
}

function phasesOf(plan: Plan): RunNode['phases'] {
  const phases = new Map(
    plan.phases.map(({ phaseId }) => [phaseId, { state: 'planned' as const, workstreams: { planned: 0 } }]),
  );
  for (const { phaseId } of plan.workstreams) present(phases.get(phaseId), `phase ${phaseId}`).workstreams.planned += 1;
  return phases;
}

function newWorkstreams(plan: Plan, ulids: Readonly<Record<string, string>>): Map<string, WorkstreamNode> {
  const nodes = new Map<string, WorkstreamNode>();
  const judged = phasesToAccept(plan);
  for (const workstream of plan.workstreams) {
    nodes.set(workstream.workstreamId, {
      table: 'workstreams',
      ulid: present(ulids[workstream.workstreamId], `ULID of workstream ${workstream.workstreamId}`),
      plan: workstream,
      tasks: [],
      dependents: [],
      state: 'planned',
      waitingFor: workstream.after.length + (judged.get(workstream.phaseId) ?? 0),
      unsettled: 0,
      active: 0,
    });
  }
  for (const node of nodes.values()) {
    for (const before of node.plan.after) present(nodes.get(before), `workstream ${before}`).dependents.push(node);
  }
  return nodes;
}

/** Phase → how many phases right before it have to be accepted. */
function phasesToAccept(plan: Plan): ReadonlyMap<string, number> {
  const judged = new Set(plan.phases.filter((phase) => phase.acceptance !== null).map((phase) => phase.phaseId));
  return new Map(plan.phases.map(({ phaseId, after }) => [phaseId, after.filter((id) => judged.has(id)).length]));
}

function newTasks(
  { plan, taskUlids: ulids, expected }: EventData['run-created'],
  workstreams: ReadonlyMap<string, WorkstreamNode>,
): Map<string, TaskNode> {
  const weights = weigh(plan, expected);
  const chains = chainWeights(plan.tasks, (task) => 1 + withoutHistory(task).ms);
  const dependents = countDependents(plan.tasks);
  const positions = new Map(planOrder(plan).map((taskId, index) => [taskId, index]));
  const nodes = new Map<string, TaskNode>();
  for (const task of plan.tasks) {
    const node = newTask(task, {
      index: present(positions.get(task.taskId), `position of task ${task.taskId}`),
      ulid: present(ulids[task.taskId], `ULID of task ${task.taskId}`),
      workstream: present(workstreams.get(task.workstreamId), `workstream ${task.workstreamId}`),
      weight: weights.get(task.taskId) ?? 1,
      chain: chains.get(task.taskId) ?? 1,
      dependents: dependents.get(task.taskId) ?? 0,
    });
    node.workstream.tasks.push(node);
    node.workstream.unsettled += 1;
    nodes.set(task.taskId, node);
  }
  for (const node of nodes.values()) {
    for (const edge of node.plan.after) {
      present(nodes.get(edge.task), `task ${edge.task}`).dependentsOf.push(dependent(node, edge));
    }
  }
  return nodes;
}

/** By time where earlier runs say something about it, else by the number of tasks. */
function weigh(plan: Plan, expected: EventData['run-created']['expected']): ReadonlyMap<string, number> {
  if (Object.keys(expected).length === 0) return chainWeights(plan.tasks);
  // A whole number above 0 for each, so that a chain of tasks always outweighs its tail.
  return chainWeights(plan.tasks, (task) => 1 + Math.round(expected[task.taskId]?.ms ?? withoutHistory(task).ms));
}

type TaskPlace = Pick<TaskNode, 'index' | 'ulid' | 'workstream' | 'weight' | 'chain' | 'dependents'>;

export function newTask(plan: TaskPlan, place: TaskPlace): TaskNode {
  return {
    table: 'tasks',
    ...place,
    retryOf: null,
    earlierFailures: 0,
    earlierAttempts: 0,
    plan,
    background: plan.background,
    age: 0,
    priority: plan.priority,
    after: plan.after,
    dependentsOf: [],
    state: 'pending',
    reason: '',
    code: null,
    waitingFor: plan.after.length,
    openBefore: plan.after.length,
    rootCause: null,
    completion: null,
    passedGates: null,
    handoff: null,
    attempts: [],
    patches: [],
    directChanges: [],
    failures: 0,
    tool: plan.tool,
    routed: false,
    uncounted: 0,
    notBefore: null,
    startedAt: null,
    endedAt: null,
    heldBy: null,
    claims: [],
    ticket: Number.POSITIVE_INFINITY,
    offeredBy: null,
    impact: 0,
    addedFor: null,
    additions: [],
  };
}

/** An edge as the task before it keeps it. */
export function dependent(task: TaskNode, { edge, gate }: Edge): TaskNode['dependentsOf'][number] {
  return gate === undefined ? { task, edge } : { task, edge, gate };
}
