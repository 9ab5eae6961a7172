// Draft → plan: references, order, scopes and limits worked out, with everything that is wrong listed at once.
import { LIMITS } from '../domain/limits.ts';
import type { MergePolicy } from '../domain/merge-policy.ts';
import type { PatchPolicy } from '../domain/patch-policy.ts';
import { checkBudget, checkPriorities, readPriority } from './check-availability.ts';
import { checkCycles, checkOrder } from './check-cycles.ts';
import { checkEdges } from './check-edges.ts';
import { checkFlags } from './check-flags.ts';
import { checkOverlaps, type TaskScope } from './check-overlaps.ts';
import { checkPolicies, issueRefs } from './check-policies.ts';
import { checkReferences } from './check-references.ts';
import { checkReviews } from './check-reviews.ts';
import { type Draft, type DraftTask, draftTasks, draftWorkstreams } from './draft.ts';
import { toConstraints, withProductLimits } from './effective-policy.ts';
import type { Overlap } from './find-overlaps.ts';
import { errorFinding, type Finding } from './finding.ts';
import { implyEdges, type NamedFiles } from './imply-edges.ts';
import { type LevelAcceptances, readAcceptances } from './level-acceptances.ts';
import { gatesByTask, mergeGates } from './merge-gates.ts';
import type { NarrowedScope, ScopeOwner } from './narrow-scope.ts';
import { type OpenedRouter, openRouter, type RouterFiles } from './open-router.ts';
import {
  chainTasks,
  declaredOrder,
  isShadowed,
  type PlanOrder,
  strategyOf,
  toOrdered,
  withImplied,
} from './order-plan.ts';
import type { PatchLookup } from './patch-file.ts';
import type { FeedbackPlan, GateDefinition, PatchMode, Plan, TaskPlan } from './plan.ts';
import type { PolicyFile, PolicyLookup } from './policy-file.ts';
import type { ProjectSettings } from './project-settings.ts';
import { readClassification } from './read-classification.ts';
import { readFeedback, resolveFeedback } from './read-feedback.ts';
import { asBoolean, asNumber, asText, field } from './read-json.ts';
import { type LaunchReading, needsRouter, readLaunch } from './read-launch.ts';
import { type LevelReading, readLevels } from './read-levels.ts';
import { checkMergeTool, mergePolicyOf, readMerge } from './read-merge.ts';
import { repairDraft } from './repair-draft.ts';
import { DEFAULT_PATCH_MODE } from './resolve-patch-mode.ts';
import type { Router } from './route-task.ts';
import { shadowOrder } from './shadow-order.ts';
import { type TaskAreas, taskAreas } from './task-areas.ts';
import { taskForTool } from './task-for-tool.ts';
import { toolsOf } from './tool-definition.ts';
import { validatorGates, validatorsOf } from './validator-gates.ts';

export interface ResolveOptions {
  readonly project: ProjectSettings;
  /** The command line's strategy, over every word in the file. */
  readonly strategy: string | null;
  /** Tool of tasks that name none. */
  readonly tool: string | null;
  /** The policy given on the command line, on top of the project's. */
  readonly policy: PolicyFile | null;
  readonly policies: PolicyLookup;
  readonly router: RouterFiles;
  readonly patches: PatchLookup;
  /** The plan's file, for places. */
  readonly file: string;
  /** Line of a JSON pointer in the plan's file. */
  readonly lineOf: (pointer: string) => number;
}

export interface Resolution {
  /** Null when the order cannot be worked out, or when any finding is an error. */
  readonly plan: Plan | null;
  readonly overlaps: readonly Overlap[];
  readonly findings: readonly Finding[];
}

export function resolvePlan(draft: Draft, options: ResolveOptions): Resolution {
  const opened = openRouter(options.router, options.project.tools);
  const words = {
    fallback: options.tool,
    router: opened.router,
    isRouting: opened.isUsable,
    patches: options.patches,
  };
  const launches = new Map(draftTasks(draft).map((task) => [task.pointer, readLaunch(task, words)]));
  const gates = mergeGates(draft, options.project, validatorGates(launches.values()));
  const accepted = readAcceptances(draft, options.project.hooks);
  const { project, file, lineOf } = options;
  const levels = readLevels(draft, { project, file, lineOf, lookup: options.policies, document: options.policy });
  const areas = taskAreas(levels, project.areas);
  const issues = issueRefs(draft);
  // A flag of a tool holds where a plan names it: which one a router gives is not known yet.
  const toolOf = (task: DraftTask) => namedToolOf(launches.get(task.pointer));
  const mending = resolveFeedback(options.project.feedback, readFeedback(draft.feedback), opened.router.tools);
  const flags = checkFlags(draft, options.project.flags, toolOf);
  const gatesOf = gatesByTask(draft, gates, areas.gatesOf);
  const gateIds = new Set(gates.definitions.map((gate) => gate.gateId));
  const findings: Finding[] = [
    ...checkSize(draft),
    ...gates.findings,
    ...checkReferences(draft, gateIds),
    ...checkCycles(draft),
    ...routerFindings(draft, options, opened),
    ...[...launches.values()].flatMap((one) => one.findings),
    ...levels.findings,
    ...accepted.findings,
    ...checkPolicies(
      draftTasks(draft).map((task) => {
        const mode = flags.modes.get(task.pointer);
        const directBy = mode?.on === false ? mode.place : null;
        return { task, policy: areas.policyOf(task), issueRef: issues.get(task) ?? null, directBy };
      }),
    ),
    ...checkReviews(draft, launches),
    ...checkEdges(draft, { launches, gateIds, gatesOf: (task) => byTime(gatesOf(task), gates.definitions).own }),
    ...checkBudget(draft, launches),
    ...checkPriorities(draft),
    ...flags.findings,
    ...mending.findings,
    ...checkMergeTool(readMerge(draft.merge), '/merge/tool', opened.router.tools),
  ];
  const faulty = findings.some((one) => one.code === 'E_CYCLE' || one.code === 'E_DUPLICATE_ID');
  const sound = faulty ? repairDraft(draft) : draft;
  const orders = workOutOrder(sound, options, findings);
  if (orders === null) return { plan: null, overlaps: [], findings };
  const { own: ordering, dag } = orders;
  const scopes = draftTasks(sound).map((task) => ({
    task,
    narrowed: levels.scopeOf(task),
    conflictGroup: asText(task.raw['conflict_group']),
  }));
  const { overlaps, findings: clashes } = checkOverlaps(toOrdered(sound, dag ?? ordering), scopes);
  // What only the dag would do is to be known, and keeps nothing from running in sequence.
  findings.push(...(dag === null ? clashes : clashes.map((one) => ({ ...one, severity: 'warning' as const }))));
  if (findings.some((one) => one.severity === 'error')) return { plan: null, overlaps, findings };
  const { definitions } = gates;
  const { modes } = flags;
  const implied = (order: PlanOrder) => withImplied(order, implyEdges(toOrdered(sound, order), scopes.map(filesNamed)));
  const plan = buildPlan({
    draft,
    options,
    ordering: implied(ordering),
    dag: dag === null ? null : implied(dag),
    levels,
    areas,
    launches,
    gates: definitions,
    gatesOf,
    modes,
    issues,
    accepted,
    router: opened.router,
    feedback: mending.feedback,
  });
  return { plan, overlaps, findings };
}

function namedToolOf(reading: LaunchReading | undefined): string {
  return reading?.declared?.routed == null ? (reading?.tool ?? '') : '';
}

/** What is wrong with the router's file, at the first task that needs it; warnings where none does. */
function routerFindings(draft: Draft, { tool }: ResolveOptions, opened: OpenedRouter): readonly Finding[] {
  const first = draftTasks(draft).find((task) => needsRouter(task, tool));
  return opened.findings({ path: first?.pointer ?? '', isNeeded: first !== undefined });
}

function checkSize(draft: Draft): readonly Finding[] {
  const count = draftTasks(draft).length;
  if (count > 0 && count <= LIMITS.planTasks) return [];
  if (count === 0 && !draft.bare) return []; // the schema has said so
  const words =
    count === 0
      ? { message: 'The workstream has no tasks, so there is nothing to run.', advice: 'Add a task.' }
      : { message: `The plan has ${count} tasks; at most ${LIMITS.planTasks} can run.`, advice: 'Split the plan.' };
  return [errorFinding('E_SCHEMA', { path: draft.bare ? '/tasks' : '/phases', ...words })];
}

interface Orders {
  readonly own: PlanOrder;
  /** The dag that shadows it; null where nothing does. */
  readonly dag: PlanOrder | null;
}

/** Null when the order of the levels contradicts itself; adds what it finds to `findings`. */
function workOutOrder(draft: Draft, options: ResolveOptions, findings: Finding[]): Orders | null {
  const { flags } = options.project;
  const words = {
    override: options.strategy,
    ofWorkstream: (id: string) => strategyOf(flags.workstreams.get(id)?.parallel ?? null),
    fallback: flags.parallelStrategy,
  };
  const order = declaredOrder(draft, words);
  const places = new Map(draftTasks(draft).map((task) => [task.id, task.pointer]));
  const contradictions = checkOrder(toOrdered(draft, order), (id) => places.get(id) ?? '');
  findings.push(...contradictions);
  if (contradictions.length > 0) return null;
  const own = chainTasks(draft, order);
  if (!isShadowed(draft, options.strategy)) return { own, dag: null };
  // A dag has fewer links than the sequence, so it contradicts itself no more than that.
  return { own, dag: chainTasks(draft, declaredOrder(draft, { ...words, shadowAs: 'dag' })) };
}

/** What a task names itself: words of the levels above are wide and say nothing about order. */
function filesNamed({ task, narrowed }: TaskScope): NamedFiles {
  const { scope, owner, reader } = narrowed;
  const isOwn = (one: ScopeOwner | null) => one?.pointer === task.pointer;
  return {
    taskId: task.id,
    read: isOwn(reader) ? scope.read : [],
    write: isOwn(owner) ? [...scope.write, ...scope.create] : [],
  };
}

interface Parts {
  readonly draft: Draft;
  readonly options: ResolveOptions;
  readonly ordering: PlanOrder;
  readonly dag: PlanOrder | null;
  readonly levels: LevelReading;
  readonly areas: TaskAreas;
  readonly launches: ReadonlyMap<string, LaunchReading>;
  readonly gates: readonly GateDefinition[];
  readonly gatesOf: (task: DraftTask) => readonly string[];
  readonly modes: ReadonlyMap<string, PatchMode>;
  readonly issues: ReadonlyMap<DraftTask, string | null>;
  readonly accepted: LevelAcceptances;
  readonly router: Router;
  readonly feedback: FeedbackPlan;
}

function buildPlan(parts: Parts): Plan {
  const { draft, options, ordering } = parts;
  const policies = createPolicyList(parts.gates);
  const merge = mergePolicyOf(readMerge(draft.merge), options.project.merge);
  return {
    planId: draft.planId,
    projectId: draft.projectId ?? options.project.projectId,
    name: draft.name,
    strategy: ordering.strategy,
    mergeOrder: draft.mergeOrder === 'plan' ? 'plan' : 'ready',
    budgetMicroUsd: draft.budgetUsd === null ? null : Math.round(draft.budgetUsd * 1_000_000),
    gates: parts.gates,
    ...(options.project.gateSlots === null ? {} : { gateSlots: options.project.gateSlots }),
    phases: draft.phases.map((phase) => ({
      phaseId: phase.id,
      name: phase.name,
      category: asText(phase.raw['category']) ?? '',
      after: ordering.phaseAfter.get(phase.id) ?? [],
      acceptance: parts.accepted.of(phase),
    })),
    workstreams: draftWorkstreams(draft).map((one) => ({
      workstreamId: one.id,
      phaseId: one.phaseId,
      name: one.name,
      objective: asText(one.raw['objective']) ?? '',
      after: ordering.workstreamAfter.get(one.id) ?? [],
      strategy: ordering.workstreamStrategy.get(one.id) ?? 'sequential',
      maxParallel: asNumber(field(one.raw['concurrency'], 'max_parallel')),
      acceptance: parts.accepted.of(one),
    })),
    tasks: draftTasks(draft).map((task) => buildTask(task, parts, policies.of)),
    policies: policies.all,
    setup: options.project.setup,
    feedback: parts.feedback,
    ...(parts.dag === null ? {} : { shadow: shadowOrder(ordering, parts.dag) }),
    ...(merge === undefined ? {} : { merge }),
    ...toolsOfPlan(parts, merge),
  };
}

/** Of the project's tools those that a task may get, also one that mends or joins what others made. */
function toolsOfPlan({ launches, router, feedback }: Parts, merge: MergePolicy | undefined): Pick<Plan, 'tools'> {
  const names = new Set<string>([feedback.tool, merge?.tool ?? null].flatMap((name) => name ?? []));
  for (const { declared } of launches.values()) {
    if (declared === undefined) continue;
    names.add(declared.definition.toolId);
    for (const name of declared.routed === null ? [] : toolsOf(declared.routed.route)) names.add(name);
  }
  const tools = [...names].flatMap((name) => router.tools.get(name) ?? []);
  return tools.length === 0 ? {} : { tools };
}

type TaskLimits = Pick<TaskPlan, 'policy' | 'constraints'>;

/** Tasks of a level mostly share policy and gates: what follows from them is worked out and kept once. */
function createPolicyList(definitions: readonly GateDefinition[]) {
  const all: PatchPolicy[] = [];
  const known = new Map<PatchPolicy | string, number>();
  const limits: Map<readonly string[], TaskLimits>[] = [];
  const add = (policy: PatchPolicy): number => {
    const place = known.get(policy);
    if (place !== undefined) return place;
    const whole = withProductLimits(policy);
    const text = JSON.stringify(whole);
    const own = known.get(text) ?? all.push(whole) - 1;
    known.set(policy, own).set(text, own);
    return own;
  };
  const of = (policy: PatchPolicy, gates: readonly string[]): TaskLimits => {
    const place = add(policy);
    limits[place] ??= new Map();
    const shared = limits[place].get(gates);
    if (shared !== undefined) return shared;
    const own = definitions.filter((gate) => gates.includes(gate.gateId));
    const made = { policy: place, constraints: toConstraints(policy, own) };
    limits[place].set(gates, made);
    return made;
  };
  return { all, of };
}

function buildTask(
  task: DraftTask,
  parts: Parts,
  limitsOf: (policy: PatchPolicy, gates: readonly string[]) => TaskLimits,
): TaskPlan {
  const execution = task.raw['execution'];
  const seconds = (key: string): number | null => asNumber(field(execution, key));
  const reading = parts.launches.get(task.pointer);
  const narrowed = parts.levels.scopeOf(task);
  const declared = reading?.declared;
  const gates =
    reading?.launch.kind === 'person' || reading?.mode === 'patch_review'
      ? []
      : withValidators(parts.gatesOf(task), reading, parts.gates);
  const { policy, constraints } = limitsOf(parts.areas.policyOf(task), gates);
  const { own, wave } = byTime(gates, parts.gates);
  const built: TaskPlan = {
    taskId: task.id,
    name: task.name,
    kind: asText(task.raw['kind']) ?? '',
    phaseId: task.phaseId,
    workstreamId: task.workstreamId,
    after: parts.ordering.taskAfter.get(task.id) ?? [],
    tool: reading?.tool ?? '',
    launch: reading?.launch ?? { kind: 'person' },
    scope: narrowed.scope,
    scopeBy: scopeByOf(narrowed),
    constraints,
    policy,
    issueRef: parts.issues.get(task) ?? null,
    acceptance: parts.accepted.of(task),
    maxAttempts: seconds('max_attempts') ?? attemptsOf(reading),
    timeoutMs: (seconds('timeout_seconds') ?? (declared?.routed?.timeoutMs ?? LIMITS.taskTimeoutMs) / 1000) * 1000,
    idleTimeoutMs: (seconds('idle_timeout_seconds') ?? LIMITS.idleTimeoutMs / 1000) * 1000,
    gates: own,
    ...(wave.length === 0 ? {} : { waveGates: wave }),
    conflictGroup: asText(task.raw['conflict_group']),
    priority: readPriority(task.raw),
    classification: readClassification(task.raw),
    background: asBoolean(field(execution, 'background')) ?? false,
    critical: asBoolean(task.raw['critical']) ?? true,
    // A review that changed something would have failed.
    allowNoChange: reading?.mode === 'patch_review' || (asBoolean(task.raw['allow_no_change']) ?? false),
    patchMode: parts.modes.get(task.pointer) ?? DEFAULT_PATCH_MODE,
    line: parts.options.lineOf(task.pointer),
    ...(reading?.mode === undefined ? {} : { mode: reading.mode }),
    ...(reading?.reviews === undefined ? {} : { reviews: reading.reviews }),
    ...(declared === undefined ? {} : { prompt: declared.prompt }),
    ...(declared?.routed == null ? {} : { route: declared.routed.route }),
  };
  // A named tool's own limits hold at once; those of a routed one when it is chosen.
  return declared === undefined || declared.routed !== null ? built : taskForTool(built, declared.definition);
}

/** What judges the task's patch, and what judges the head when its wave has landed. */
function byTime(ids: readonly string[], all: readonly GateDefinition[]) {
  const late = new Set(all.flatMap((gate) => (gate.waveBoundary === true ? [gate.gateId] : [])));
  if (late.size === 0) return { own: ids, wave: [] };
  return { own: ids.filter((id) => !late.has(id)), wave: ids.filter((id) => late.has(id)) };
}

/** A routed task may ask each of its tools as often as one may be asked. */
function attemptsOf(reading: LaunchReading | undefined): number {
  const route = reading?.declared?.routed?.route;
  return route === undefined ? LIMITS.attempts : route.attemptsPerTool * toolsOf(route).length;
}

function withValidators(
  gates: readonly string[],
  reading: LaunchReading | undefined,
  all: readonly GateDefinition[],
): readonly string[] {
  const more = validatorsOf(reading);
  if (more.length === 0) return gates;
  return all.map((gate) => gate.gateId).filter((id) => gates.includes(id) || more.includes(id));
}

/** Most tasks share one: that of their level, or none. */
const UNNAMED = { write: null, read: null };

function scopeByOf({ owner, reader }: NarrowedScope): TaskPlan['scopeBy'] & object {
  return owner === null && reader === null ? UNNAMED : { write: levelWords(owner), read: levelWords(reader) };
}

function levelWords(owner: ScopeOwner | null): string | null {
  return owner === null ? null : `${owner.noun} ${owner.id}`;
}
