// What the engine asks of the spawn helper and what the helper answers.
import type { ErrorCode } from '../../../shared/lib/errors.ts';
import type { ExecOrder, ExecResult, ProcessProbe, SpawnExit, SpawnOrder } from '../../../shared/ports/spawn.ts';
import type { Channel } from './channel.ts';

/** A PatchbayError as data: classes do not survive structured clone. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly advice: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export type Request =
  | { readonly kind: 'start'; readonly order: SpawnOrder }
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'exec'; readonly call: number; readonly order: ExecOrder }
  | { readonly kind: 'probe'; readonly call: number; readonly ids: readonly string[] }
  | {
      readonly kind: 'reap';
      readonly call: number;
      readonly id: string;
      readonly pid: number | null;
      readonly processStart: string | null;
    };

export type Answer =
  | { readonly kind: 'started'; readonly id: string; readonly pid: number; readonly processStart: string | null }
  | { readonly kind: 'exited'; readonly id: string; readonly exit: SpawnExit }
  | { readonly kind: 'refused'; readonly id: string; readonly failure: Failure }
  | { readonly kind: 'executed'; readonly call: number; readonly result: ExecResult }
  | { readonly kind: 'failed'; readonly call: number; readonly failure: Failure }
  | { readonly kind: 'probed'; readonly call: number; readonly probes: readonly ProcessProbe[] }
  | { readonly kind: 'reaped'; readonly call: number; readonly count: number };

/** The engine's end of the channel. */
export type HelperChannel = Channel<Request, Answer>;
/** The helper's end. */
export type EngineChannel = Channel<Answer, Request>;
