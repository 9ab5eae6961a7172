// Gates of a plan and of its project in one list, and which of them a task's patch must pass.
import { checkGateOrder } from './check-cycles.ts';
import type { Draft, DraftTask, Reference } from './draft.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { GateDefinition } from './plan.ts';
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
  project: readonly GateDefinition[],
  validators: readonly GateDefinition[] = [],
): MergedGates {
  const { gates: own, findings } = readGates(draft.gates, '/gates');
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
  const inOrder = (ids: ReadonlySet<string>): readonly string[] =>
    merged.definitions.map((gate) => gate.gateId).filter((id) => ids.has(id));
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

function loosenedGate(gate: ReadGate, project: readonly GateDefinition[]): readonly Finding[] {
  const above = project.find((one) => one.gateId === gate.id);
  if (!above?.required || gate.definition.required) return [];
  return [
    errorFinding('E_LOOSENED', {
      path: `${gate.pointer}/required`,
      message: `\`required\` of gate \`${gate.id}\` is false, but the project allows only true.`,
      advice: 'Leave the gate required, or change it in patchbay.yaml: a plan may only tighten.',
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
