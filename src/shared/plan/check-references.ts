// Ids that stand twice, and mentions of what is not there.
import { didYouMean } from '../lib/nearest-word.ts';
import { type Draft, type DraftLevel, draftTasks, draftWorkstreams, type Reference } from './draft.ts';
import { errorFinding, type Finding } from './finding.ts';

interface Named {
  readonly id: string;
  readonly pointer: string;
}

/** `gateIds` are all gates the plan may use, its project's included. */
export function checkReferences(draft: Draft, gateIds: ReadonlySet<string>): readonly Finding[] {
  const workstreams = draftWorkstreams(draft);
  const tasks = draftTasks(draft);
  const known: Known = {
    phase: new Set(draft.phases.map((one) => one.id)),
    workstream: new Set(workstreams.map((one) => one.id)),
    task: new Set(tasks.map((one) => one.id)),
    gate: gateIds,
  };
  const findings = [
    ...duplicates('phase', draft.phases),
    ...duplicates('workstream', workstreams),
    ...duplicates('task', tasks),
  ];
  const look = (level: DraftLevel) => {
    for (const one of level.after ?? [])
      if (!known[level.noun].has(one.id)) findings.push(unknown(level.noun, one, known));
    for (const one of gateMentions(level)) if (!known.gate.has(one.id)) findings.push(unknown('gate', one, known));
  };
  draft.phases.forEach(look);
  workstreams.forEach(look);
  tasks.forEach(look);
  return findings;
}

/** Gates that a level asks for, and those of its edges. */
function gateMentions(level: DraftLevel): readonly Reference[] {
  const ofEdges = (level.after ?? []).flatMap((one) =>
    one.gate === null ? [] : [{ ...one, id: one.gate, pointer: `${one.pointer}/gate` }],
  );
  return ofEdges.length === 0 ? (level.gates ?? []) : [...(level.gates ?? []), ...ofEdges];
}

/** One finding for each repetition, at the repetition. */
export function duplicates(noun: string, named: readonly Named[]): readonly Finding[] {
  const seen = new Set<string>();
  return named.flatMap((one) => {
    if (one.id === '' || !seen.has(one.id)) {
      seen.add(one.id);
      return [];
    }
    return errorFinding('E_DUPLICATE_ID', {
      path: `${one.pointer}/${noun}_id`,
      message: `The ${noun} id \`${one.id}\` is used twice.`,
      advice: `Give this ${noun} an id of its own; ids are unique in the whole plan.`,
    });
  });
}

interface Known {
  readonly phase: ReadonlySet<string>;
  readonly workstream: ReadonlySet<string>;
  readonly task: ReadonlySet<string>;
  readonly gate: ReadonlySet<string>;
}

function unknown(noun: keyof Known, reference: Reference, known: Known): Finding {
  const other = (['phase', 'workstream', 'task', 'gate'] as const).find((one) => known[one].has(reference.id));
  const finding = unknownReference(noun, reference, known[noun]);
  return other ? { ...finding, advice: `\`${reference.id}\` is a ${other}; name a ${noun} here.` } : finding;
}

/** `known` are the ids of that noun. */
export function unknownReference(noun: string, { id, pointer }: Reference, known: ReadonlySet<string>): Finding {
  const advice =
    known.size === 0
      ? `No ${noun} is defined in the plan or its project; define it, or remove this mention.`
      : `Name a ${noun} that exists, or remove this mention.${didYouMean(id, known)}`;
  return errorFinding('E_UNKNOWN_REFERENCE', { path: pointer, message: `There is no ${noun} \`${id}\`.`, advice });
}
