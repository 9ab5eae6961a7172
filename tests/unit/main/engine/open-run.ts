// A run in memory whose messages a test decides one by one.
import { advance } from '../../../../src/main/engine/advance.ts';
import { decide } from '../../../../src/main/engine/decide.ts';
import type { Effect, EffectKind, EffectOf } from '../../../../src/main/engine/effect.ts';
import type { Message, OutcomeMessage, Outcomes } from '../../../../src/main/engine/message.ts';
import { type FinishedTurn, openTurn, type Turn } from '../../../../src/main/engine/turn.ts';
import type { RunNode } from '../../../../src/main/state/run-state.ts';
import type { CommandWork } from '../../../../src/shared/domain/command.ts';
import type { CapturedPatch } from '../../../../src/shared/domain/patch.ts';
import type { WhenStuck } from '../../../../src/shared/domain/run.ts';
import type { EventKind } from '../../../../src/shared/events/event.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import type { PatchbayError } from '../../../../src/shared/lib/errors.ts';
import type { Plan } from '../../../../src/shared/plan/plan.ts';
import type { SwapOutcome } from '../../../../src/shared/ports/integration.ts';
import { createCountingIds } from '../../../fakes/counting-ids.ts';
import { makeCommand } from '../../../fakes/make-command.ts';

export const RUN_ID = '01J00000000000000000RUN000';

export interface Answer {
  readonly turn: FinishedTurn;
  readonly refusal: PatchbayError | null;
}

export interface OpenRun {
  readonly runs: ReadonlyMap<string, RunNode>;
  readonly run: RunNode;
  readonly pending: ReadonlyMap<string, Effect>;
  /** Decides the messages in one turn. */
  say(...messages: readonly Message[]): FinishedTurn;
  /** Gives a command; a refusal is answered, not thrown. */
  command(work: CommandWork, more?: Parameters<typeof makeCommand>[1]): Answer;
  /** Answers the oldest pending effect of a kind. */
  answer<K extends EffectKind>(kind: K, outcome: Outcomes[K]): FinishedTurn;
  /** Decides something without a message, and lets the run go on. */
  act(then: (turn: Turn, run: RunNode) => void): FinishedTurn;
  pendingOf<K extends EffectKind>(kind: K): readonly EffectOf<K>[];
  wait(ms: number): void;
}

export interface More {
  /** `end` unless given. */
  readonly whenStuck?: WhenStuck;
  /** Comes between the start of the run and its ref. */
  readonly meanwhile?: (starting: Pick<OpenRun, 'command'>) => void;
  /** What asking for its ref is answered; it was made unless given. */
  readonly ref?: SwapOutcome;
  /** Told about every turn. */
  readonly onTurn?: (turn: FinishedTurn) => void;
}

/** The run is started and its ref exists. */
export function openRun(plan: Plan, maxParallel = 4, more: More = {}): OpenRun {
  const { whenStuck = 'end', meanwhile, ref = { kind: 'swapped' }, onTurn = () => {} } = more;
  const runs = new Map<string, RunNode>();
  const pending = new Map<string, Effect>();
  const ids = createCountingIds();
  let nowMs = Date.UTC(2026, 0, 1);
  const say = (...messages: readonly Message[]) => {
    const { turn, finish } = openTurn({ runs, pending, nowMs, nextId: () => ids.next() });
    for (const message of messages) decide(turn, message);
    const finished = finish();
    onTurn(finished);
    return finished;
  };
  const command: OpenRun['command'] = (work, more) => {
    const { turn, finish } = openTurn({ runs, pending, nowMs, nextId: () => ids.next() });
    const refusal = decide(turn, { type: 'command', runId: RUN_ID, command: makeCommand(work, more) });
    const finished = finish();
    onTurn(finished);
    return { turn: finished, refusal };
  };
  const act: OpenRun['act'] = (then) => {
    const { turn, finish } = openTurn({ runs, pending, nowMs, nextId: () => ids.next() });
    const run = present(runs.get(RUN_ID), RUN_ID);
    then(turn, run);
    advance(turn, run);
    const finished = finish();
    onTurn(finished);
    return finished;
  };
  const pendingOf = <K extends EffectKind>(kind: K) =>
    [...pending.values()].filter((effect): effect is EffectOf<K> => effect.kind === kind);
  const answer = <K extends EffectKind>(kind: K, outcome: Outcomes[K]) => {
    const effect = pendingOf(kind)[0];
    if (effect === undefined) throw new Error(`no effect ${kind} is pending`);
    return say({ type: 'outcome', kind, effect, outcome } as OutcomeMessage); // kind and outcome belong together by the signature
  };
  const facts = {
    plan,
    planFile: null,
    repository: '/r',
    base: 'b'.repeat(40),
    baseRef: null,
    maxParallel,
    requestedBy: 't',
    whenStuck,
  };
  say({ type: 'start-run', runId: RUN_ID, facts });
  meanwhile?.({ command });
  answer('create-run-ref', ref);
  const run = runs.get(RUN_ID);
  if (run === undefined) throw new Error('the run was not created');
  return { runs, run, pending, say, command, answer, act, pendingOf, wait: (ms) => (nowMs += ms) };
}

export const CAPTURED: CapturedPatch = {
  base: 'b'.repeat(40),
  tree: 't'.repeat(40),
  diff: new Uint8Array([1]),
  sha256: 'x',
  files: [],
  insertions: 1,
  deletions: 0,
  hunks: 1,
};

export const MADE_PATCH = {
  result: 'patch',
  failure: null,
  patch: CAPTURED,
  usage: null,
  logs: null,
  notes: [],
} as const;
export const GOOD = { formatOk: true, scopeOk: true, constraintsOk: true, findings: [] } as const;
export const BUILT = { kind: 'built', commit: 'c'.repeat(40), tree: 'd'.repeat(40) } as const;

export function gateOutcome(verdict: 'passed' | 'failed' | 'error') {
  return { verdict, exitCode: 0, durationMs: 1, tail: '', logs: null, cached: false, message: `it ${verdict}` };
}

/** Kinds of the events that a turn made durable. */
export function kindsOf(turn: FinishedTurn): readonly EventKind[] {
  return turn.commit.events.map((event) => event.kind);
}
