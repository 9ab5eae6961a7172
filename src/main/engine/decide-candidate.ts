// What git answers: a candidate was built or does not fit, the head stands at the gated commit or was moved by somebody else.
import type { GatedIn } from '../../shared/domain/gated-in.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ErrorCode } from '../../shared/lib/errors.ts';
import type { CandidateOutcome, SwapOutcome } from '../../shared/ports/integration.ts';
import { findCandidate } from '../state/find-candidate.ts';
import { changeIdOf } from '../state/find-change.ts';
import type { Candidate, RunNode } from '../state/run-state.ts';
import { changeSubject } from './change-subject.ts';
import { resolveConflict } from './decide-conflict.ts';
import { cancelTask, completeTask, isCancelling } from './decide-order.ts';
import type { EffectBody } from './effect.ts';
import { dropReplaced } from './feedback/mend.ts';
import { dropChange, refuseChange } from './set-aside.ts';
import { verdictOf } from './train/candidate-verdict.ts';
import { clearStackAbove, discardFrom } from './train/discard-candidates.ts';
import type { Turn } from './turn.ts';

export function candidateAnswered(turn: Turn, run: RunNode, candidateId: string, outcome: CandidateOutcome): void {
  const candidate = findCandidate(run, candidateId);
  if (candidate === null) return;
  const { change } = candidate;
  if (outcome.kind === 'built') {
    const { commit, tree } = outcome;
    turn.emit(run.runId, 'candidate-built', changeSubject(change), { candidateId, onto: candidate.onto, commit, tree });
    return;
  }
  const { message, files, conflict, joined = null } = outcome;
  if (!candidate.alone) {
    // What it does not fit on has not landed either: it is tried again when it is the next one.
    return discardFrom(turn, run, candidate, {
      reason: `${message}; it is built again on the head`,
      cause: 'conflict',
    });
  }
  if (conflict !== undefined) turn.emit(run.runId, 'conflict-found', changeSubject(change), { candidateId, conflict });
  applyFailed(turn, run, candidate, { code: 'E_MERGE_CONFLICT', message, files });
  resolveConflict(turn, run, change, { message, conflict: conflict ?? null, joined });
}

interface ApplyFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly files: readonly string[];
}

/** An entry of the ledger says that its patch did not apply; a direct change has none and only goes out of the train. */
export function applyFailed(turn: Turn, run: RunNode, { change, number }: Candidate, failure: ApplyFailure): void {
  if (change.table !== 'patches') return;
  clearStackAbove(turn, run, change);
  turn.emit(run.runId, 'patch-apply-failed', changeSubject(change), { ...failure, attempt: number });
}

/** The head is at the last of those that land together; each becomes a commit of its own in the ledger, as it is one in git. */
export function headSwapped(turn: Turn, run: RunNode, body: EffectBody<'swap-head'>, outcome: SwapOutcome): void {
  const tip = findCandidate(run, body.candidateId);
  if (tip === null) return;
  if (run.control === 'waiting') {
    turn.emit(run.runId, 'run-control-changed', { entity: 'run', id: run.runId }, { control: 'active', reason: '' });
  }
  const landing = run.candidates.slice(0, run.candidates.indexOf(tip) + 1);
  if (outcome.kind !== 'swapped') return notLanded(turn, run, landing, outcome);
  // Who speaks for each is known only as long as all of them are in the stack.
  const spoken = landing.map((candidate) => ({ candidate, gatedIn: gatedIn(run, candidate, tip) }));
  for (const { candidate, gatedIn } of spoken) recordCommit(turn, run, candidate, gatedIn);
  for (const { change } of landing) {
    completeTask(turn, run, change.task, change.table === 'patches' ? 'committed' : 'committed_directly');
  }
}

/** Null where its own gates passed on its own tree. */
function gatedIn(run: RunNode, candidate: Candidate, tip: Candidate): GatedIn | null {
  if (candidate === tip || verdictOf(run, candidate) === 'passed') return null;
  return { changeId: changeIdOf(tip.change), commit: commitOf(tip), tree: treeOf(tip) };
}

function recordCommit(turn: Turn, run: RunNode, candidate: Candidate, spokenFor: GatedIn | null): void {
  const { change, onto } = candidate;
  const [commit, tree] = [commitOf(candidate), treeOf(candidate)];
  const subject = changeSubject(change);
  // What was not waited for has not verified anything yet.
  const gates = change.task.plan.gates.filter((gateId) => run.gates.get(gateId)?.blocking !== false);
  const where = spokenFor === null ? {} : { gatedIn: spokenFor };
  if (change.table === 'direct_changes') {
    return turn.emit(run.runId, 'direct-change-committed', subject, { commit, onto, tree, gates, ...where });
  }
  turn.emit(run.runId, 'patch-applied', subject, { commit, onto });
  turn.emit(run.runId, 'patch-verified', subject, { tree, gates, ...where });
  turn.emit(run.runId, 'patch-committed', subject, { commit, tree });
  dropReplaced(turn, run, change);
}

function commitOf({ candidateId, commit }: Candidate): string {
  return present(commit, `commit of candidate ${candidateId}`);
}

function treeOf({ candidateId, tree }: Candidate): string {
  return present(tree, `tree of candidate ${candidateId}`);
}

type NotSwapped = Exclude<SwapOutcome, { kind: 'swapped' }>;

/**
 * Somebody else wrote the run's ref, or git does not have what was gated. The stack is built and gated again; what keeps
 * happening is not ours to fight over.
 */
function notLanded(turn: Turn, run: RunNode, landing: readonly Candidate[], outcome: NotSwapped): void {
  const lowest = present(landing[0], 'a landing candidate');
  const { change, onto } = lowest;
  const reason =
    outcome.kind === 'moved'
      ? `the run's ref stands at ${outcome.actual ?? 'nothing'} and not at ${onto}; something else wrote it`
      : `what would land is not what was gated: ${outcome.reason}`;
  discardFrom(turn, run, lowest, { reason });
  if (isCancelling(run)) {
    for (const one of landing) {
      dropChange(turn, run, one.change, `the run was cancelled: ${run.controlReason}`);
      cancelTask(turn, run, one.change.task, run.controlReason);
    }
    return;
  }
  if (change.swapsLost < LIMITS.integrationTries) return;
  const code = outcome.kind === 'moved' ? 'E_BRANCH_MOVED' : 'E_GIT';
  refuseChange(turn, run, change, { reason, code, findings: [] });
}
