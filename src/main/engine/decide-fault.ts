// When the world refuses an effect after its retries: every kind has one answer, and none loses work.
import { present, unreachable } from '../../shared/lib/assert.ts';
import { findCandidate } from '../state/find-candidate.ts';
import type { RunNode } from '../state/run-state.ts';
import { checkFinished } from './decide-acceptance.ts';
import { attemptFinished, attemptSalvaged } from './decide-attempt.ts';
import { applyFailed } from './decide-candidate.ts';
import { changeLost } from './decide-direct-change.ts';
import { gateFinished } from './decide-gate.ts';
import { runNotBegun, runSubject } from './decide-run.ts';
import { shadowFailed } from './decide-shadow.ts';
import type { Message } from './message.ts';
import { giveUpChange, refuseChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

type EffectFailed = Extract<Message, { type: 'effect-failed' }>;

export function effectFailed(turn: Turn, run: RunNode, { effect, error }: EffectFailed): void {
  const { code, message } = error;
  switch (effect.kind) {
    case 'create-run-ref':
      return runNotBegun(turn, run, run.control === 'stopping' ? run.controlReason : message);
    case 'start-attempt': {
      const failure = { code, message };
      const outcome = { result: 'failed', failure, patch: null, usage: null, logs: null, notes: [] } as const;
      return attemptFinished(turn, run, effect.body, outcome);
    }
    case 'salvage-attempt':
      note(turn, run, `What an interrupted attempt wrote could not be saved: ${message}`);
      return attemptSalvaged(turn, run, effect.body.attemptId, null);
    case 'release-workspace':
      return note(turn, run, `A workspace could not be cleaned up: ${message}`);
    case 'keep-quarantined':
      return note(turn, run, `A patch in quarantine has no file of its own: ${message}`);
    case 'validate-patch': {
      const patch = present(run.patches.get(effect.body.patchId), `patch ${effect.body.patchId}`);
      return refuseChange(turn, run, patch, { reason: message, code, findings: [] });
    }
    case 'hold-change':
      return changeLost(turn, run, effect.body.changeId, error);
    case 'build-candidate': {
      const candidate = findCandidate(run, effect.body.candidateId);
      if (candidate === null) return;
      const { change } = candidate;
      applyFailed(turn, run, candidate, { code, message, files: [] });
      return giveUpChange(turn, run, change, { reason: message, code, findings: [] });
    }
    case 'run-gate': {
      const nothing = { exitCode: null, durationMs: 0, tail: '', logs: null, cached: false };
      return gateFinished(turn, run, effect.body.gateRunId, { verdict: 'error', ...nothing, message });
    }
    case 'run-check': {
      const nothing = { exitCode: null, durationMs: 0, tail: '', logs: null, cached: false };
      return checkFinished(turn, run, effect.body, { verdict: 'error', ...nothing, message });
    }
    case 'compare-shadow':
      return shadowFailed(turn, run, message);
    case 'swap-head':
      return swapFailed(turn, run, effect, message);
    default:
      return unreachable(effect, 'effect');
  }
}

/** Whether the ref moved is not known, so nothing may be decided: the swap is tried until git answers. */
function swapFailed(
  turn: Turn,
  run: RunNode,
  effect: Extract<EffectFailed['effect'], { kind: 'swap-head' }>,
  message: string,
): void {
  if (run.control === 'active') {
    const reason = `git does not answer: ${message}`;
    turn.emit(run.runId, 'run-control-changed', runSubject(run), { control: 'waiting', reason });
  }
  turn.want(run.runId, 'swap-head', effect.body);
}

function note(turn: Turn, run: RunNode, message: string): void {
  turn.emit(run.runId, 'run-noted', runSubject(run), { message });
}
