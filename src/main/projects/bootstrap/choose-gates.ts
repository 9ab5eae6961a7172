// Which of the found commands become gates, under which names, and which are only proposed.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { type FoundCommand, PURPOSES } from '../discovery/evidence.ts';
import { slug } from '../slug.ts';

export interface ChosenGate {
  readonly gate_id: string;
  readonly kind: string;
  readonly command: readonly string[];
  /** Where the command was found. */
  readonly from: string;
  readonly module: string | null;
  /** Folder of what the gate checks, '' for the whole repository. */
  readonly folder: string;
}

export interface ProposedGate extends Omit<ChosenGate, 'module' | 'folder'> {
  /** Why it is not simply written. */
  readonly hesitation: string;
}

export interface GateChoice {
  readonly gates: readonly ChosenGate[];
  readonly proposed: readonly ProposedGate[];
}

/** In the order of purposes; a build only where no test would notice that it fails. */
export function chooseGates(commands: readonly FoundCommand[]): GateChoice {
  const ordered = PURPOSES.flatMap((purpose) => distinct(commands.filter((one) => one.purpose === purpose)));
  const named = nameGates(ordered);
  const isTested = ordered.some((one) => one.hesitation === null && (one.purpose === 'unit' || one.purpose === 'docs'));
  const hesitations = named.map(({ found }) => {
    if (found.hesitation !== null) return found.hesitation;
    return found.purpose === 'build' && isTested ? 'the tests run without it' : null;
  });
  const sure = named.filter((_, at) => hesitations[at] === null);
  const gates = sure.slice(0, LIMITS.initGates);
  const more = sure.slice(LIMITS.initGates).map((one) => proposal(one, `only ${LIMITS.initGates} gates are written`));
  const unsure = named.flatMap((one, at) => {
    const hesitation = hesitations[at];
    return typeof hesitation === 'string' ? [proposal(one, hesitation)] : [];
  });
  return {
    gates: gates.map(({ id, found }) => ({ ...gateOf(id, found), module: found.module, folder: found.folder })),
    proposed: [...unsure, ...more],
  };
}

interface Named {
  readonly id: string;
  readonly found: FoundCommand;
}

/** `unit` where there is one, else `unit-api`, `unit-web` by folder, and numbers where that is not enough. */
function nameGates(commands: readonly FoundCommand[]): readonly Named[] {
  const taken = new Set<string>();
  return commands.map((found) => {
    const alone = commands.filter((one) => one.purpose === found.purpose).length === 1;
    const folder = slug(found.folder, '');
    const program = slug(found.module?.split(':')[1] ?? found.argv[0] ?? '', '');
    const plain = alone ? found.purpose : [found.purpose, folder || program].filter(Boolean).join('-');
    let id = plain;
    for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
    taken.add(id);
    return { id, found };
  });
}

function gateOf(id: string, { purpose, argv, from }: FoundCommand) {
  return { gate_id: id, kind: purpose, command: argv, from };
}

function proposal({ id, found }: Named, hesitation: string): ProposedGate {
  return { ...gateOf(id, found), hesitation };
}

function distinct(commands: readonly FoundCommand[]): readonly FoundCommand[] {
  return [...new Map(commands.map((one) => [JSON.stringify(one.argv), one])).values()];
}
