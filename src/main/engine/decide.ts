// Turns one message into events and effects. Pure but for the turn it writes to: no clock, no I/O, no randomness.
import { unreachable } from '../../shared/lib/assert.ts';
import type { PatchbayError } from '../../shared/lib/errors.ts';
import { advance } from './advance.ts';
import { seatFreed } from './ask-for-seat.ts';
import { checkFinished } from './decide-acceptance.ts';
import { archiveRun, restoreRun } from './decide-archive.ts';
import { attemptFinished, attemptSalvaged, attemptStarted } from './decide-attempt.ts';
import { candidateAnswered, headSwapped } from './decide-candidate.ts';
import { decideCommand } from './decide-command.ts';
import { changeHeld } from './decide-direct-change.ts';
import { effectFailed } from './decide-fault.ts';
import { gateFinished } from './decide-gate.ts';
import { requeueDue } from './decide-order.ts';
import { patchChecked } from './decide-patch.ts';
import { resourceChanged } from './decide-resource.ts';
import { recoverRun, refCreated, startRun } from './decide-run.ts';
import { shadowCompared } from './decide-shadow.ts';
import { toolsDue } from './decide-tool.ts';
import { lateReport, workersSeen } from './decide-worker.ts';
import type { Message, OutcomeMessage } from './message.ts';
import type { Turn } from './turn.ts';

/** The reason why a command was refused; null for everything else, which cannot be. */
export function decide(turn: Turn, message: Message): PatchbayError | null {
  if (message.type === 'command') {
    let refusal: PatchbayError | null = null;
    withRun(turn, message.runId, (run) => {
      refusal = decideCommand(turn, run, message.command);
    });
    return refusal;
  }
  decideFact(turn, message);
  return null;
}

/** What has happened already: it is taken note of and cannot be refused. */
function decideFact(turn: Turn, message: Exclude<Message, { type: 'command' }>): void {
  switch (message.type) {
    case 'start-run':
      return startRun(turn, message.runId, message.facts);
    case 'run-published':
      return turn.emit(message.runId, 'run-published', { entity: 'run', id: message.runId }, message.published);
    case 'archive-run':
      return archiveRun(turn, message.record);
    case 'restore-run':
      return restoreRun(turn, message.archived, message.from);
    case 'note-run':
      return turn.emit(message.runId, 'run-noted', { entity: 'run', id: message.runId }, { message: message.message });
    case 'recover-run':
      return withRun(turn, message.runId, (run) => recoverRun(turn, run));
    case 'attempt-started':
      return withRun(turn, message.runId, (run) => attemptStarted(turn, run, message));
    case 'seat-freed':
      withRun(turn, message.runId, seatFreed);
      return turn.seats?.answered(message.runId);
    case 'resource-changed':
      return withRun(turn, message.runId, (run) => resourceChanged(turn, run, message.change));
    case 'workers-seen':
      return withRun(turn, message.runId, (run) => workersSeen(turn, run, message.seen));
    case 'wake':
      return withRun(turn, message.runId, (run) => requeueDue(turn, run, message.due));
    case 'tool-due':
      return withRun(turn, message.runId, (run) => toolsDue(turn, run, message.dues));
    case 'effect-failed':
      if (!turn.pending.has(message.effect.effectId)) return;
      turn.settle(message.effect.effectId);
      return withRun(turn, message.effect.runId, (run) => effectFailed(turn, run, message));
    case 'outcome':
      return outcome(turn, message);
    default:
      return unreachable(message, 'message');
  }
}

type RunOf<T> = T extends ReadonlyMap<string, infer R> ? R : never;

/** Runs `then` on the run and lets it go on afterwards; a message for a run that is not open comes too late and is nothing. */
function withRun(turn: Turn, runId: string, then: (run: RunOf<Turn['runs']>) => void): void {
  const run = turn.runs.get(runId);
  if (run === undefined) return;
  then(run);
  advance(turn, run);
}

/** An outcome counts once: a late or repeated one finds its effect settled. */
function outcome(turn: Turn, message: OutcomeMessage): void {
  if (!turn.pending.has(message.effect.effectId)) return cameLate(turn, message);
  turn.settle(message.effect.effectId);
  withRun(turn, message.effect.runId, (run) => {
    switch (message.kind) {
      case 'create-run-ref':
        return refCreated(turn, run, message.outcome);
      case 'start-attempt':
        return attemptFinished(turn, run, message.effect.body, message.outcome);
      case 'salvage-attempt':
        return attemptSalvaged(turn, run, message.effect.body.attemptId, message.outcome);
      case 'release-workspace':
      case 'keep-quarantined':
        return undefined;
      case 'validate-patch':
        return patchChecked(turn, run, message.effect.body.patchId, message.outcome);
      case 'hold-change':
        return changeHeld(turn, run, message.effect.body.changeId, message.outcome);
      case 'build-candidate':
        return candidateAnswered(turn, run, message.effect.body.candidateId, message.outcome);
      case 'run-gate':
        return gateFinished(turn, run, message.effect.body.gateRunId, message.outcome);
      case 'run-check':
        return checkFinished(turn, run, message.effect.body, message.outcome);
      case 'compare-shadow':
        return shadowCompared(turn, run, message.outcome);
      case 'swap-head':
        return headSwapped(turn, run, message.effect.body, message.outcome);
      default:
        return unreachable(message, 'outcome');
    }
  });
}

/** Only a report under a withdrawn lease is worth a word. */
function cameLate(turn: Turn, message: OutcomeMessage): void {
  const run = turn.runs.get(message.effect.runId);
  if (run !== undefined && message.kind === 'start-attempt') lateReport(turn, run, message);
}
