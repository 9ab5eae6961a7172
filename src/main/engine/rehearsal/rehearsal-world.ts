// The world of a rehearsal: what each effect would take and come to, if the tools did what is assumed of them.
import type { AttemptFailure } from '../../../shared/domain/attempt.ts';
import type { CapturedPatch } from '../../../shared/domain/patch.ts';
import { Bug, present } from '../../../shared/lib/assert.ts';
import type { TaskPlan } from '../../../shared/plan/plan.ts';
import { findChange } from '../../state/find-change.ts';
import type { RunNode } from '../../state/run-state.ts';
import type { Effect, EffectKind, EffectOf } from '../effect.ts';
import type { OutcomeMessage, Outcomes } from '../message.ts';

/** One attempt as it is assumed to go. `tryNumber` counts from 1. */
export interface AssumedAttempt {
  readonly ms: number;
  readonly result: 'patch' | 'no_change' | 'failed';
  /** For `failed` only. */
  readonly failure: AttemptFailure | null;
  /** What becomes of its change: it lands, gives way to another attempt, or is refused for good. */
  readonly verdict: 'lands' | 'gives-way' | 'refused';
  /** From the merge train's taking it up to its commit, gates aside. */
  readonly landMs: number;
}

export interface Assumptions {
  attempt(task: TaskPlan, tryNumber: number): AssumedAttempt;
  gateMs(gateId: string): number;
}

/** An outcome and when it comes. */
export interface Answer<K extends EffectKind> {
  readonly afterMs: number;
  readonly outcome: Outcomes[K];
}

interface Scene {
  readonly run: RunNode;
  readonly assumed: Assumptions;
}

type Answers = { readonly [K in EffectKind]: (effect: EffectOf<K>, scene: Scene) => Answer<K> };

const NO_OUTPUT = { exitCode: 0, tail: '', logs: null, cached: false, message: '' } as const;
const PASSED = { verdict: 'passed', ...NO_OUTPUT } as const;
const EMPTY: Omit<CapturedPatch, 'base' | 'tree'> = {
  diff: new Uint8Array(),
  sha256: '',
  files: [],
  insertions: 0,
  deletions: 0,
  hunks: 0,
};

const ANSWERS: Answers = {
  'create-run-ref': () => ({ afterMs: 0, outcome: { kind: 'swapped' } }),
  'start-attempt': ({ body }, { run, assumed }) => {
    const { plan } = present(run.tasks.get(body.taskId), `task ${body.taskId}`);
    const { ms, result, failure } = assumed.attempt(plan, body.tryNumber);
    const patch = result === 'patch' ? { base: run.head, tree: body.attemptId, ...EMPTY } : null;
    return { afterMs: ms, outcome: { result, failure, patch, usage: null, logs: null, notes: [] } };
  },
  // A rehearsal is never interrupted.
  'salvage-attempt': () => ({ afterMs: 0, outcome: null }),
  'release-workspace': () => ({ afterMs: 0, outcome: null }),
  'keep-quarantined': () => ({ afterMs: 0, outcome: null }),
  'validate-patch': ({ body }, scene) => {
    const isGood = assumedOf(scene, body.patchId).verdict !== 'refused';
    return { afterMs: 0, outcome: { formatOk: true, scopeOk: isGood, constraintsOk: true, findings: [] } };
  },
  'hold-change': ({ body }, scene) => {
    const isGood = assumedOf(scene, body.changeId).verdict !== 'refused';
    const refusal = { rule: 'assumed', severity: 'error', path: '', line: 0, message: '', advice: '' } as const;
    return { afterMs: 0, outcome: { refusals: isGood ? [] : [refusal], waived: [] } };
  },
  'build-candidate': ({ body }, scene) => {
    const { verdict, landMs } = assumedOf(scene, body.changeId);
    if (verdict === 'gives-way') return { afterMs: landMs, outcome: { kind: 'conflict', message: '', files: [] } };
    return { afterMs: landMs, outcome: { kind: 'built', commit: body.candidateId, tree: body.candidateId } };
  },
  'run-gate': ({ body }, { assumed }) => gate(assumed.gateMs(body.gateId)),
  'run-check': ({ body }, { assumed }) => gate(assumed.gateMs(body.checkId)),
  // What is rehearsed is never shadowed itself.
  'compare-shadow': () => {
    throw new Bug('A rehearsal asked for its shadow');
  },
  'swap-head': () => ({ afterMs: 0, outcome: { kind: 'swapped' } }),
};

function gate(durationMs: number) {
  return { afterMs: durationMs, outcome: { ...PASSED, durationMs } };
}

/** What is assumed of the attempt that made a change. */
function assumedOf({ run, assumed }: Scene, changeId: string): AssumedAttempt {
  const { task, attempt } = findChange(run, changeId);
  return assumed.attempt(task.plan, attempt.tryNumber);
}

/** The message that an effect leads to, and after how long. */
export function answerTo(effect: Effect, scene: Scene): { readonly afterMs: number; readonly message: OutcomeMessage } {
  const answer = ANSWERS[effect.kind] as (effect: Effect, scene: Scene) => Answer<EffectKind>; // kind and effect belong together
  const { afterMs, outcome } = answer(effect, scene);
  return { afterMs, message: { type: 'outcome', kind: effect.kind, effect, outcome } as OutcomeMessage }; // as above
}
