// Edges that ask for more than an end: what they name has to be there, and the task before has to be able to give it.
import { type Draft, type DraftTask, draftTasks, type Reference } from './draft.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import type { LaunchReading } from './read-launch.ts';

export interface EdgeFacts {
  readonly launches: ReadonlyMap<string, LaunchReading>;
  /** All gates that there are. */
  readonly gateIds: ReadonlySet<string>;
  /** Ids of the gates that judge a task's patch. */
  readonly gatesOf: (task: DraftTask) => readonly string[];
}

/** Ids that are unknown altogether are told by `checkReferences`. */
export function checkEdges(draft: Draft, { launches, gateIds, gatesOf }: EdgeFacts): readonly Finding[] {
  const tasks = new Map(draftTasks(draft).map((task) => [task.id, task]));
  return draftTasks(draft).flatMap((task) =>
    (task.after ?? []).flatMap((reference) => {
      const before = tasks.get(reference.id);
      const isPerson = before !== undefined && launches.get(before.pointer)?.launch.kind === 'person';
      if (reference.edge === 'gate') return gateFindings(reference, before, { isPerson, gateIds, gatesOf });
      if (reference.gate !== null) return [strayGate(reference)];
      return reference.edge === 'artifact' && isPerson ? [nothingToHand(reference)] : [];
    }),
  );
}

interface Before {
  readonly isPerson: boolean;
  readonly gateIds: EdgeFacts['gateIds'];
  readonly gatesOf: EdgeFacts['gatesOf'];
}

function gateFindings(
  { id, gate, pointer }: Reference,
  before: DraftTask | undefined,
  { isPerson, gateIds, gatesOf }: Before,
): readonly Finding[] {
  if (gate === null) {
    const message = `The \`gate\` edge to \`${id}\` does not say which gate.`;
    return [
      errorFinding('E_PLAN_CONSISTENCY', { path: pointer, message, advice: 'Add `gate:` with the id of a gate.' }),
    ];
  }
  if (before === undefined || !gateIds.has(gate)) return [];
  const own = isPerson ? [] : gatesOf(before);
  if (own.includes(gate)) return [];
  const message = isPerson
    ? `Task \`${id}\` is for a person and leaves nothing that gate \`${gate}\` could judge.`
    : `Gate \`${gate}\` does not judge the patch of task \`${id}\`, so the edge could never be satisfied.`;
  const advice =
    own.length === 0
      ? 'Use `success`, or give that task the gate under `gates`.'
      : `Name one of its gates: ${own.join(', ')}. Or add this one to its \`gates\`.`;
  return [errorFinding('E_PLAN_CONSISTENCY', { path: `${pointer}/gate`, message, advice })];
}

function strayGate({ edge, pointer }: Reference): Finding {
  return errorFinding('E_PLAN_CONSISTENCY', {
    path: `${pointer}/gate`,
    message: `Only an edge of the kind \`gate\` names a gate; this one is \`${edge}\`.`,
    advice: 'Say `edge: gate`, or leave the gate out.',
  });
}

function nothingToHand({ id, pointer }: Reference): Finding {
  return warningFinding('E_PLAN_CONSISTENCY', {
    path: pointer,
    message: `Task \`${id}\` is for a person and hands on nothing but that it was done.`,
    advice: 'Use `success`.',
  });
}
