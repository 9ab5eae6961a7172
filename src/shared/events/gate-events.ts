// What can happen to a gate run.
import type { GateOutcome } from '../domain/gate.ts';
import type { History } from './upcast.ts';

export interface GateEvents {
  'gate-queued': {
    readonly gateId: string;
    /** Null for a direct change, which `changeId` names. */
    readonly patchId: string | null;
    readonly changeId: string | null;
    /** Null where a head is judged and no change on its way there. */
    readonly candidateId: string | null;
    readonly tree: string;
    readonly commit: string;
    /** The wave that ended with this head, from 0; null for a change. */
    readonly wave: number | null;
    /** Gates that have to pass first: as long as there are any, it is blocked. */
    readonly blockedBy: readonly string[];
  };
  /** What it comes after has passed. */
  'gate-unblocked': { readonly gateId: string };
  'gate-skipped': { readonly gateId: string; readonly reason: string };
  'gate-started': { readonly gateId: string };
  'gate-finished': GateOutcome & { readonly gateId: string };
}

export const GATE_HISTORY: History<keyof GateEvents> = {
  'gate-queued': [
    {
      change: 'It may judge a direct change in place of a patch.',
      example: { gateId: 'unit', patchId: '01J0000000000000000000PAT1', candidateId: 'c', tree: 't', commit: 'c' },
      up: (older) => ({ ...older, changeId: null }),
    },
    {
      change: 'It may judge the head at the end of a wave, and says which gates it waits for.',
      example: {
        ...{ gateId: 'unit', patchId: '01J0000000000000000000PAT1', changeId: null },
        ...{ candidateId: 'c', tree: 't', commit: 'c' },
      },
      up: (older) => ({ ...older, wave: null, blockedBy: [] }),
    },
  ],
};
