// What the engine wants done in the world. Its intent is committed first; doing it twice does no harm.
import type { AcceptanceFacts } from '../../shared/plan/acceptance-facts.ts';

interface Body {
  readonly 'create-run-ref': { readonly ref: string; readonly base: string };
  readonly 'start-attempt': {
    readonly attemptId: string;
    readonly taskId: string;
    /** Counts only failures of the tool's own doing, from 1: a crash of the engine does not change what a tool is asked. */
    readonly tryNumber: number;
    /** The assignment it belongs to. */
    readonly lease: number;
  };
  readonly 'salvage-attempt': { readonly attemptId: string; readonly taskId: string; readonly tryNumber: number };
  readonly 'release-workspace': { readonly attemptId: string };
  /** Writes the diff into the quarantine folder. */
  readonly 'keep-quarantined': { readonly patchId: string };
  readonly 'validate-patch': { readonly patchId: string };
  /** Gives a direct change a ref of its own and asks the rules; only then its workspace may go. */
  readonly 'hold-change': { readonly changeId: string; readonly atSeconds: number };
  readonly 'build-candidate': {
    readonly candidateId: string;
    /** A patch or a direct change. */
    readonly changeId: string;
    readonly onto: string;
    readonly message: string;
    readonly atSeconds: number;
  };
  readonly 'run-gate': {
    readonly gateRunId: string;
    readonly gateId: string;
    /** Null where it judges a head. */
    readonly changeId: string | null;
    /** What the tree grew from; absent in intents from before it was asked for. */
    readonly base?: string;
    readonly commit: string;
    readonly tree: string;
  };
  readonly 'run-check': {
    readonly acceptanceId: string;
    readonly checkId: string;
    readonly checkRunId: string;
    readonly commit: string;
    readonly tree: string;
    /** As they were when the check was decided upon. */
    readonly facts: AcceptanceFacts;
  };
  /** Compares a run in sequence with the dag that shadows it; nothing but its log and its diffs is looked at. */
  readonly 'compare-shadow': Readonly<Record<never, never>>;
  readonly 'swap-head': {
    readonly candidateId: string;
    readonly changeId: string;
    readonly old: string;
    readonly commit: string;
  };
}

export type EffectKind = keyof Body;
export type EffectBody<K extends EffectKind> = Body[K];

export type Effect = {
  [K in EffectKind]: {
    readonly kind: K;
    readonly effectId: string;
    readonly runId: string;
    readonly body: Body[K];
  };
}[EffectKind];

/** Wanted at once and worth nothing after a crash: stopping what runs. */
export type StopEffect = { readonly kind: 'stop-attempt' | 'stop-gate'; readonly id: string; readonly reason: string };

/** Does an effect in the world; knows the rooms, not the engine. */
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>;
