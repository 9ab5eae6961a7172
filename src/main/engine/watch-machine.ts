// Looks at the machine every few seconds while runs go on, and tells each run when a resource gets scarce or is back.
import { LIMITS } from '../../shared/domain/limits.ts';
import {
  type MachineSample,
  RESOURCES,
  type Resource,
  type ResourceLevel,
  resourceLevel,
  resourceWords,
} from '../../shared/domain/resources.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Machine } from '../../shared/ports/machine.ts';
import type { RunNode } from '../state/run-state.ts';
import type { Message } from './message.ts';

export interface MachineWatchParts {
  readonly runs: ReadonlyMap<string, RunNode>;
  /** Null where nobody can look: what a run met by itself is then over at the next look. */
  readonly machine: Machine | null;
  readonly clock: Clock;
  readonly post: (message: Message) => void;
}

export interface MachineWatch {
  /** A run changed: while any goes on, the machine is looked at; what the last look found is told at once. */
  note(run: RunNode): void;
  /** One look now, for who is about to start a run. */
  look(): Promise<void>;
  close(): void;
}

const RANKS: Readonly<Record<ResourceLevel, number>> = { ok: 0, soft: 1, hard: 2 };
const UNSEEN: MachineSample = { cpuBusy: null, memoryFree: null, disk: null };

export function watchMachine(parts: MachineWatchParts): MachineWatch {
  const levels = new Map<Resource, ResourceLevel>(RESOURCES.map((resource) => [resource, 'ok']));
  let known: MachineSample | null = null;
  let cancel: (() => void) | null = null;
  let closed = false;

  const look = async () => {
    await see();
    const open = closed ? [] : [...parts.runs.values()].filter(isWatched);
    for (const run of open) tell(run, 'all');
    cancel = open.length === 0 ? null : parts.clock.after(LIMITS.machineSampleMs, () => void look());
  };

  const see = async () => {
    // A look that fails leaves everything as it was: the next one may tell.
    const sample = parts.machine === null ? UNSEEN : await parts.machine.sample().catch(() => null);
    if (sample === null) return;
    known = sample;
    for (const resource of RESOURCES)
      levels.set(resource, resourceLevel(resource, levels.get(resource) ?? 'ok', sample));
  };

  /** What the run's log does not know yet. That there is enough again takes a new look: the run may have met what the last one did not see. */
  const tell = (run: RunNode, what: 'all' | 'worse') => {
    if (known === null) return;
    for (const [resource, level] of levels) {
      const told = run.resources[resource].level;
      if (told === level || (what === 'worse' && RANKS[level] < RANKS[told])) continue;
      const words = resourceWords(resource, level, known);
      parts.post({ type: 'resource-changed', runId: run.runId, change: { resource, level, ...words } });
    }
  };

  const isWatched = (run: RunNode) =>
    isOpen(run) && (parts.machine !== null || RESOURCES.some((resource) => run.resources[resource].level !== 'ok'));

  return {
    note: (run) => {
      if (closed || !isWatched(run)) return;
      if (parts.machine !== null) tell(run, 'worse');
      cancel ??= parts.clock.after(LIMITS.machineSampleMs, () => void look());
    },
    look: see,
    close: () => {
      closed = true;
      cancel?.();
    },
  };
}

function isOpen(run: RunNode): boolean {
  return run.state === 'pending' || run.state === 'running';
}
