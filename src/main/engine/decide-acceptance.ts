// Checks run one at a time in a run; when the verdict of a level is known, it ends or goes back.
import type { GateOutcome } from '../../shared/domain/gate.ts';
import { present } from '../../shared/lib/assert.ts';
import { checkSentence, decides, judgeAcceptance } from '../../shared/plan/judge-acceptance.ts';
import type { AcceptanceNode } from '../state/acceptance-node.ts';
import { acceptanceOf } from '../state/evolve-acceptance.ts';
import { findCandidate } from '../state/find-candidate.ts';
import { findChange } from '../state/find-change.ts';
import type { RunNode } from '../state/run-state.ts';
import { completeTask, endPhase, endWorkstream, retryOrFail } from './decide-order.ts';
import type { EffectBody } from './effect.ts';
import { levelFacts } from './level-facts.ts';
import { releaseBlocked } from './release-blocked.ts';
import { giveUpChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

/** The stage: wants the next check of the oldest acceptance that is open. */
export function startCheck(turn: Turn, run: RunNode): void {
  if (run.checking !== null) return;
  const [acceptance] = run.openAcceptances;
  const check = acceptance?.checks.find((one) => one.state === 'pending');
  if (acceptance === undefined || check === undefined) return;
  const { acceptanceId, commit, tree } = acceptance;
  const { checkId } = check;
  const checkRunId = turn.nextId();
  turn.emit(run.runId, 'check-started', { entity: 'acceptance', id: acceptanceId }, { checkId, checkRunId });
  const facts = levelFacts(run, acceptance);
  turn.want(run.runId, 'run-check', { acceptanceId, checkId, checkRunId, commit, tree, facts });
}

export function checkFinished(turn: Turn, run: RunNode, body: EffectBody<'run-check'>, outcome: GateOutcome): void {
  const acceptance = acceptanceOf(run, body.acceptanceId);
  if (acceptance.state !== 'running') return;
  const subject = { entity: 'acceptance', id: body.acceptanceId } as const;
  turn.emit(run.runId, 'check-finished', subject, { checkId: body.checkId, ...outcome });
  const verdict = judgeAcceptance(acceptance.plan, new Map(acceptance.checks.map((one) => [one.checkId, one])));
  if (verdict.state === 'open') return;
  const { level, levelId } = acceptance;
  const reason = verdict.state === 'failed' ? `it was not accepted: ${verdict.reason}` : '';
  turn.emit(run.runId, 'acceptance-finished', subject, { level, levelId, state: verdict.state, reason });
  if (verdict.state === 'passed') noteTheRest(turn, run, acceptance);
  accepted(turn, run, acceptance);
}

/** Checks that failed without deciding: a person should read it. */
function noteTheRest(turn: Turn, run: RunNode, { plan, checks, level, levelId }: AcceptanceNode): void {
  if (plan.mode !== 'all') return;
  for (const check of plan.checks) {
    const found = checks.find((one) => one.checkId === check.checkId);
    if (decides(check) || (found?.state !== 'failed' && found?.state !== 'error')) continue;
    const message = `${level} ${levelId}: ${checkSentence(check, found)} (${check.required ? check.severity : 'not required'})`;
    turn.emit(run.runId, 'run-noted', { entity: 'run', id: run.runId }, { message });
  }
}

/** What the verdict means for the level. A task's candidate goes on by itself when it passed. */
function accepted(turn: Turn, run: RunNode, acceptance: AcceptanceNode): void {
  const { level, levelId, state, reason } = acceptance;
  if (level === 'phase') {
    endPhase(turn, run, levelId);
    // It was refused before, when a task of it has been tried again since.
    if (state === 'passed') releaseBlocked(turn, run);
    return;
  }
  if (level === 'workstream') {
    return endWorkstream(turn, run, present(run.workstreams.get(levelId), `workstream ${levelId}`), state === 'passed');
  }
  const task = present(run.tasks.get(levelId), `task ${levelId}`);
  const change = acceptance.changeId === null ? null : findChange(run, acceptance.changeId);
  // Judged on a candidate that is gone, it says nothing.
  if (acceptance.candidateId !== null && findCandidate(run, acceptance.candidateId) === null) return;
  if (state === 'passed') {
    if (change === null) completeTask(turn, run, task, 'no_change');
    return;
  }
  const code = 'E_ACCEPTANCE_FAILED';
  if (change === null) retryOrFail(turn, run, task, { code, message: reason }, true);
  else giveUpChange(turn, run, change, { reason, code, findings: [] });
}
