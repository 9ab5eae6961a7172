// What may go wrong in a simulated world: every fault is a named switch with a chance, and every hit is counted.
import type { Dice } from '../seeded-random.ts';

interface Fault {
  /** Each time the question is asked, in a world of full trouble. */
  readonly chance: number;
  readonly says: string;
}

export const FAULTS = {
  'crash-before-commit': { chance: 0.006, says: 'the process dies before what it decided is written' },
  'crash-after-commit': { chance: 0.006, says: 'it dies right after a commit, before anything of it is begun' },
  'crash-between-effects': { chance: 0.006, says: 'it dies when some effects of a commit have begun and others not' },
  'crash-in-effect': { chance: 0.004, says: 'it dies in the middle of an effect, before or after the world changed' },
  'crash-in-recovery': { chance: 0.12, says: 'it dies again while it takes up what the crash before left' },
  'crash-leaves-orphans': { chance: 0.5, says: 'a tool outlives the process that started it' },
  'report-twice': { chance: 0.05, says: 'an outcome is reported a second time, some time later' },
  'report-late': { chance: 0.03, says: 'an outcome is reported minutes after the effect was done' },
  'report-lost': { chance: 0.004, says: 'an outcome is never reported, and the process dies without it' },
  'report-out-of-order': { chance: 0.06, says: 'the start of an attempt is reported after its end, or never' },
  'spawn-fails': { chance: 0.02, says: 'a tool cannot be started' },
  'setup-fails': { chance: 0.02, says: 'a workspace cannot be set up' },
  'helper-lost': { chance: 0.01, says: 'the process that watches a tool is killed, and the tool with it' },
  'tool-slow': { chance: 0.06, says: 'a tool takes nearly all the time it has' },
  'tool-hangs': { chance: 0.015, says: 'a tool writes nothing any more and is ended by its idle limit' },
  'tool-endless': { chance: 0.01, says: 'a tool goes on until its time is over' },
  'tool-fails': { chance: 0.06, says: 'a tool says that it failed' },
  'tool-limits': { chance: 0.08, says: 'the provider of a tool asks for a pause (429)' },
  'tool-overloaded': { chance: 0.06, says: 'the provider of a tool has too much to do' },
  'tool-refuses': { chance: 0.02, says: 'a tool is not signed in' },
  'tool-floods': { chance: 0.01, says: 'a tool writes more than it may and is ended' },
  'tool-changes-nothing': { chance: 0.03, says: 'a tool ends well and has changed nothing' },
  'tool-ignores-stop': { chance: 0.4, says: 'a tool that is told to stop has to be killed' },
  'tool-stopped': { chance: 0.015, says: 'a tool is stopped from outside (SIGSTOP) and does not go on' },
  'tool-silent': { chance: 0.015, says: 'a tool shows no sign of life for a while' },
  'tool-hungry': { chance: 0.01, says: 'a tool takes more memory than it may' },
  'tool-vanishes': { chance: 0.01, says: 'the process of a tool is gone and nobody hears of its end' },
  'salvage-fails': { chance: 0.1, says: 'what an interrupted attempt wrote cannot be read' },
  'release-fails': { chance: 0.02, says: 'a workspace cannot be given back' },
  'disk-full': { chance: 0.002, says: 'the disk is full for some minutes' },
  'memory-short': { chance: 0.002, says: 'other programs take nearly all the memory for some minutes' },
  'cpu-busy': { chance: 0.002, says: 'other programs keep the processors busy for some minutes' },
  'clock-forward-year': { chance: 0.0004, says: 'the wall clock is set a year ahead' },
  'clock-back-hour': { chance: 0.002, says: 'the wall clock is set back by an hour' },
  'clock-forward-hour': { chance: 0.002, says: 'the wall clock is set ahead by an hour, as in spring' },
  'git-ref-moved': { chance: 0.02, says: 'something else writes the ref of a run' },
  'git-locked': { chance: 0.01, says: 'a lock of git is held for a while' },
  'git-conflict': { chance: 0.03, says: 'a change does not apply onto the head' },
  'git-eio': { chance: 0.01, says: 'a read or a write of git fails once' },
  'git-answer-lost': { chance: 0.015, says: 'git did what it was told and answers with an error' },
  'git-gc': { chance: 0.002, says: 'the user collects garbage: every object that no ref holds is gone' },
  'git-lost-tree': { chance: 0.05, says: 'git no longer has the tree of a direct change that is to be held' },
  'patch-refused': { chance: 0.03, says: 'a rule refuses a change' },
  'patch-asks': { chance: 0.08, says: 'a rule leaves a change to a person' },
  'patch-toggles': { chance: 0.08, says: 'a patch changes lines that others change to and fro' },
  'gate-flaps': { chance: 0.08, says: 'a gate or a check fails that would pass the next time' },
  'gate-broken': { chance: 0.02, says: 'a gate or a check cannot be run' },
  'gate-hangs': { chance: 0.01, says: 'a gate or a check runs until its time is over' },
  'person-pauses': { chance: 0.004, says: 'a person pauses a run, and resumes it within the hour' },
  'person-resumes': { chance: 0.001, says: 'a person resumes a run, whether it is paused or not' },
  'person-stops': { chance: 0.0008, says: 'a person stops a run: its tools end by themselves or are killed' },
  'person-cancels': { chance: 0.001, says: 'a person cancels a run' },
  'person-reviews': { chance: 0.7, says: 'a person decides about a patch soon after the question' },
  'person-retries': { chance: 0.003, says: 'a person has a task done again, or lets a stuck run try' },
  'person-skips': { chance: 0.0015, says: 'a person takes a task for done' },
  'person-prioritises': { chance: 0.003, says: 'a person has a task go first, or later' },
  'person-resizes': { chance: 0.004, says: 'a person gives a run more or fewer workers' },
  'person-drains': { chance: 0.02, says: 'a person drains a worker' },
  'person-resets': { chance: 0.3, says: 'a person lets a tool in again that was shut off' },
  'command-twice': { chance: 0.3, says: 'the same command is given again, up to an hour later' },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[]; // the keys of the record are exactly the names

export type FaultCounts = Record<FaultName, number>;

export interface Faults {
  /** Asks whether it happens here; counts it when it does. */
  hits(name: FaultName): boolean;
  readonly counts: Readonly<FaultCounts>;
}

export interface FaultOptions {
  readonly dice: Dice;
  /** Factor on all chances; 0 is a calm world. */
  readonly trouble: number;
  /** Factor on the chances of single switches. */
  readonly factors?: Partial<Readonly<Record<FaultName, number>>>;
  /** Switches that are off. */
  readonly off?: ReadonlySet<FaultName>;
}

export function createFaults({ dice, trouble, factors = {}, off = new Set() }: FaultOptions): Faults {
  const counts = noCounts();
  const streams = new Map(FAULT_NAMES.map((name) => [name, dice.stream(name)]));
  return {
    counts,
    hits: (name) => {
      const share = FAULTS[name].chance * trouble * (factors[name] ?? 1);
      // Drawn also when it is off, so that what comes after it in a failing seed stays the same.
      const drawn = streams.get(name)?.chance(share) ?? false;
      if (!drawn || off.has(name)) return false;
      counts[name] += 1;
      return true;
    },
  };
}

export function noCounts(): FaultCounts {
  return Object.fromEntries(FAULT_NAMES.map((name) => [name, 0])) as FaultCounts; // one entry for each name
}

export function addCounts(sum: FaultCounts, more: Readonly<FaultCounts>): void {
  for (const name of FAULT_NAMES) sum[name] += more[name];
}
