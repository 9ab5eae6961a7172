// What can happen to a gate run.
import type { GateOutcome } from '../domain/gate.ts';
import type { History } from './upcast.ts';

export interface GateEvents {
  'gate-queued': {
    readonly gateId: string;
    /** Null for a direct change, which `changeId` names. */
    readonly patchId: string | null;
    readonly changeId: string | null;
    readonly candidateId: string;
    readonly tree: string;
    readonly commit: string;
  };
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
  ],
};
