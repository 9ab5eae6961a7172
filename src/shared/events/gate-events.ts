// What can happen to a gate run.
import type { GateVerdict } from '../domain/gate.ts';

export interface GateEvents {
  'gate-queued': {
    readonly gateId: string;
    readonly patchId: string;
    readonly candidateId: string;
    readonly tree: string;
    readonly commit: string;
  };
  'gate-skipped': { readonly gateId: string; readonly reason: string };
  'gate-started': { readonly gateId: string };
  'gate-finished': {
    readonly gateId: string;
    readonly verdict: GateVerdict;
    readonly exitCode: number | null;
    readonly durationMs: number;
    /** Last lines of the output, at most 4 KiB; the whole lies in `logs`. */
    readonly tail: string;
    readonly logs: string | null;
    /** True when the verdict of an equal earlier run was used. */
    readonly cached: boolean;
    readonly message: string;
  };
}
