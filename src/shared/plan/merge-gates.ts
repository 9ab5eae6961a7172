// Gates of a plan and of its project in one list, and which of them a task's patch must pass.
import { checkGateOrder } from './check-cycles.ts';
import type { Draft, DraftTask, Reference } from './draft.ts';
import { findCycles } from './find-cycles.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { GateDefinition } from './plan.ts';
import type { ProjectSettings } from './project-settings.ts';
import { type ReadGate, readGates } from './read-gates.ts';

export interface MergedGates {
  /** Gates in an order that respects each one's `after` where that is possible. */
  readonly definitions: readonly GateDefinition[];
  readonly own: readonly ReadGate[];
  /** Those of plan and project alone. */
  readonly named: readonly GateDefinition[];
  readonly findings: readonly Finding[];
}

/** Checks that the router asks for come last, and only where no gate has their name. A plan's gate takes the place of the project's gate of the same id, but may not make a required one optional. */
export function mergeGates(
  draft: Draft,
  { gates: project, profileId }: Pick<ProjectSettings, 'gates' | 'profileId'>,
  validators: readonly GateDefinition[] = [],
): MergedGates {
  const { gates: own, findings } = readGates(draft.gates, '/gates', profileId);
  const ids = new Set(own.map((gate) => gate.id));
  const named = [...own.map((gate) => gate.definition), ...project.filter((gate) => !ids.has(gate.gateId))];
  const all = [...named, ...validators.filter((gate) => !named.some((one) => one.gateId === gate.gateId))];
  return {
    definitions: sortGates(all),
    own,
    named,
    findings: [
      ...findings,
      ...own.flatMap((gate) => loosenedGate(gate, project)),
      ...checkGateOrder(own, new Set(all.map((gate) => gate.gateId))),
      ...circlesAmong(own, all),
      ...own.flatMap((gate) => earlyGate(gate, all)),
    ],
  };
}

/**
 * For each task the gates of the nearest level that names any; where none does, all of the plan's, or when the plan has
 * none those of the areas that the task may write in (`ofAreas`; null: all of the project's).
 */
export function gatesByTask(
  draft: Draft,
  merged: MergedGates,
  ofAreas: (task: DraftTask) => ReadonlySet<string> | null = () => null,
): (task: DraftTask) => readonly string[] {
  const byId = new Map(merged.definitions.map((gate) => [gate.gateId, gate]));
  const inOrder = (asked: ReadonlySet<string>): readonly string[] => {
    const ids = withBefore(asked, byId);
    return merged.definitions.map((gate) => gate.gateId).filter((id) => ids.has(id));
  };
  const named = (references: readonly Reference[] | null): readonly string[] | null =>
    references && inOrder(new Set(references.map((one) => one.id)));
  const own = inOrder(new Set(merged.own.map((gate) => gate.id)));
  const all = inOrder(new Set(merged.named.map((gate) => gate.gateId)));
  const otherwise = (task: DraftTask): readonly string[] => {
    if (merged.own.length > 0) return own;
    const inAreas = ofAreas(task);
    return inAreas === null ? all : inOrder(inAreas);
  };
  const levels = new Map<string, readonly string[] | null>();
  for (const phase of draft.phases) {
    const inPhase = named(phase.gates);
    for (const workstream of phase.workstreams) levels.set(workstream.id, named(workstream.gates) ?? inPhase);
  }
  return (task) => named(task.gates) ?? levels.get(task.workstreamId) ?? otherwise(task);
}

/** What a gate comes after has to pass first, so a task that asks for it asks for that, too. */
function withBefore(asked: ReadonlySet<string>, byId: ReadonlyMap<string, GateDefinition>): ReadonlySet<string> {
  const all = new Set(asked);
  for (const id of all) for (const before of byId.get(id)?.after ?? []) all.add(before);
  return all;
}

function loosenedGate(gate: ReadGate, project: readonly GateDefinition[]): readonly Finding[] {
  const above = project.find((one) => one.gateId === gate.id);
  if (above === undefined) return [];
  const { definition, pointer } = gate;
  const loosened = (field: string, has: unknown, only: unknown) =>
    errorFinding('E_LOOSENED', {
      path: `${pointer}/${field}`,
      message: `\`${field}\` of gate \`${gate.id}\` is ${String(has)}, but the project allows only ${String(only)}.`,
      advice: `Leave \`${field}\` as the project has it, or change it in patchbay.yaml: a plan may only tighten.`,
    });
  const isLate = definition.blocking === false || definition.waveBoundary === true;
  const wasLate = above.blocking === false || above.waveBoundary === true;
  return [
    ...(above.required && !definition.required ? [loosened('required', false, true)] : []),
    ...(above.required && isLate && !wasLate
      ? [
          loosened(
            definition.blocking === false ? 'blocking' : 'wave_boundary',
            definition.blocking !== false,
            definition.blocking === false,
          ),
        ]
      : []),
    ...(above.flaky === 'fail' && definition.flaky !== 'fail' ? [loosened('flaky', 'pass', 'fail')] : []),
  ];
}

/** A circle that closes only through the project's gates: each of the two files is right by itself. */
function circlesAmong(own: readonly ReadGate[], all: readonly GateDefinition[]): readonly Finding[] {
  const ownIds = new Set(own.map((gate) => gate.id));
  const number = new Map(all.map((gate, index) => [gate.gateId, index]));
  const successors = all.map((gate) => gate.after.flatMap((id) => number.get(id) ?? []));
  return findCycles(successors).flatMap((cycle) => {
    const ids = cycle.flatMap((index) => all[index]?.gateId ?? []);
    const first = own.find((gate) => ids.includes(gate.id));
    if (first === undefined || ids.every((id) => ownIds.has(id))) return []; // told for each file by itself
    return [
      errorFinding('E_CYCLE', {
        path: `${first.pointer}/after`,
        message: `These gates wait for each other in a circle, through those of the project: ${[...ids, ids[0]].join(' \u2192 ')}.`,
        advice: 'Remove one of these dependencies.',
      }),
    ];
  });
}

/** A patch is judged long before its wave has landed. */
function earlyGate({ definition, after }: ReadGate, all: readonly GateDefinition[]): readonly Finding[] {
  if (definition.waveBoundary === true) return [];
  const late = after.find((one) => all.some((gate) => gate.gateId === one.id && gate.waveBoundary === true));
  if (late === undefined) return [];
  return [
    errorFinding('E_PLAN_CONSISTENCY', {
      path: late.pointer,
      message: `Gate \`${definition.gateId}\` judges each patch and comes after \`${late.id}\`, which runs only when a wave has landed.`,
      advice: 'Make both gates of one sort, or remove the dependency.',
    }),
  ];
}

/** Depth first in file order; a cycle, reported elsewhere, is cut where it closes. */
function sortGates(gates: readonly GateDefinition[]): readonly GateDefinition[] {
  const byId = new Map(gates.map((gate) => [gate.gateId, gate]));
  const sorted = new Set<GateDefinition>();
  const open = new Set<string>();
  const visit = (gate: GateDefinition): void => {
    if (open.has(gate.gateId)) return;
    open.add(gate.gateId);
    for (const id of gate.after) {
      const before = byId.get(id);
      if (before) visit(before);
    }
    sorted.add(gate);
  };
  for (const gate of gates) visit(gate);
  return [...sorted];
}
