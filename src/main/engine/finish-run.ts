// How a run ends: by itself when nothing is left to do, or because a person stopped it.
import type { RunState } from '../../shared/domain/run.ts';
import { holdOf } from '../state/admission/admission.ts';
import { newestAcceptance } from '../state/evolve-acceptance.ts';
import { isSwapping } from '../state/find-candidate.ts';
import { tasksInReview } from '../state/open-reviews.ts';
import { phaseStanding } from '../state/phase-standing.ts';
import type { GateRunNode, RunNode, TaskNode } from '../state/run-state.ts';
import { lastWave, lateRefusal, waveRefusal } from '../state/wave-gates.ts';
import { endPool } from './assign-worker.ts';
import { dropGateRun } from './decide-gate.ts';
import { cancelTask, cancelWorkstreams } from './decide-order.ts';
import { withdrawReviews } from './decide-review.ts';
import { awaitsShadow } from './decide-shadow.ts';
import { isInHand } from './is-in-hand.ts';
import { dropUnbegun, settleAdditions } from './settle-additions.ts';
import { advanceStages } from './stages.ts';
import type { Turn } from './turn.ts';

export function finishIfOver(turn: Turn, run: RunNode): void {
  if (isInHand(run) || run.retrying.size > 0) return;
  const refused = waveRefusal(run);
  if (refused !== null) return stuck(turn, run, refusedWords(refused));
  if (hasOpenTasks(run)) {
    const asked = askedOf(run);
    if (asked !== null && !goesOnByItself(run)) waitForPerson(turn, run, asked);
    return;
  }
  const late = lateRefusal(run);
  if (late === null && isWhole(run)) end(turn, run, 'succeeded', '');
  else stuck(turn, run, late === null ? failureReason(run) : refusedWords(late));
}

/** Only a person can help it on. What waits for a wave that never opens is given up with it. */
function stuck(turn: Turn, run: RunNode, reason: string): void {
  if (run.created.whenStuck === 'wait') return waitForPerson(turn, run, reason);
  if (hasOpenTasks(run)) {
    for (const task of run.tasks.values()) cancelTask(turn, run, task, reason);
    cancelWorkstreams(turn, run);
  }
  end(turn, run, 'failed', reason);
}

function refusedWords({ gateId, wave, commit, message }: GateRunNode): string {
  const where = wave === null ? `on ${commit.slice(0, 10)}, which is committed` : `on what wave ${wave + 1} left`;
  return `Gate ${gateId} did not pass ${where}: ${message.replace(/[.]$/, '')}.`;
}

/** A paused run in which nothing is left to do has ended all the same. */
export function finishIfWhole(turn: Turn, run: RunNode): void {
  if (!isInHand(run) && !hasOpenTasks(run) && isWhole(run) && isUnrefused(run)) end(turn, run, 'succeeded', '');
}

/** Nothing new starts. What is finished is still committed, unless the run was cancelled; then it ends by what it came to. */
export function advanceStopping(turn: Turn, run: RunNode): void {
  withdrawReviews(turn, run, run.controlReason);
  if (run.ending !== 'cancel') {
    dropUnbegun(turn, run);
    advanceStages(turn, run);
    settleAdditions(turn, run);
    if (isInHand(run)) return;
  }
  if (run.running > 0 || isSwapping(run)) return;
  if (!hasOpenTasks(run) && isWhole(run) && isUnrefused(run)) return end(turn, run, 'succeeded', '');
  const hasFailed = run.ending !== 'cancel' && (hasLostTask(run) || refusalOf(run) !== null);
  const reason = hasFailed ? failureReason(run) : run.controlReason;
  for (const task of run.tasks.values()) cancelTask(turn, run, task, run.controlReason);
  cancelWorkstreams(turn, run);
  end(turn, run, hasFailed ? 'failed' : 'canceled', reason);
}

/** What a person is asked; null when nobody is. */
function askedOf(run: RunNode): string | null {
  const [review] = run.openReviews;
  if (review !== undefined) {
    const { taskId, reason } = review.opened;
    const more = run.openReviews.size === 1 ? '' : ` ${run.openReviews.size - 1} more wait.`;
    return `A person has to decide about the patch of ${taskId}: ${reason.replace(/[.]$/, '')}.${more}`;
  }
  return run.waitingForPerson > 0 ? 'A person has to approve a task.' : null;
}

/** A queued task waits for something else than a person, such as room on the machine or the pause of a tool. */
function goesOnByItself(run: RunNode): boolean {
  const held = tasksInReview(run);
  if (held.size > 0 && run.oneAtATime) return false;
  return [...run.tasks.values()].some((task) => task.state === 'queued' && !standsBehind(run, task, held));
}

/** Whatever it waits for waits for one of these in the end. */
function standsBehind(run: RunNode, task: TaskNode, held: ReadonlySet<TaskNode>): boolean {
  const seen = new Set<TaskNode>();
  for (let one: TaskNode | undefined = task; one !== undefined && !seen.has(one); one = holdOf(run, one)?.by) {
    if (held.has(one) || run.train.some((change) => change.task === one)) return true;
    seen.add(one);
  }
  return false;
}

/** Some task may still start, or waits for a person. */
function hasOpenTasks(run: RunNode): boolean {
  return [...run.workstreams.values()].some((workstream) => workstream.unsettled > 0);
}

function isWhole(run: RunNode): boolean {
  return run.created.plan.phases.every(({ phaseId }) => phaseStanding(run, phaseId) === 'completed');
}

/** Every wave has been let through, and no gate that nobody waited for says no. */
function isUnrefused(run: RunNode): boolean {
  return (run.wave.of.size === 0 || run.wave.open > lastWave(run)) && lateRefusal(run) === null;
}

function waitForPerson(turn: Turn, run: RunNode, reason: string): void {
  const isNews = run.control === 'active' || (run.control === 'waiting' && run.controlReason !== reason);
  if (!isNews) return;
  turn.emit(run.runId, 'run-control-changed', { entity: 'run', id: run.runId }, { control: 'waiting', reason });
}

/** A run with a shadow is compared with it first; one that was cancelled has too little to compare. */
function end(turn: Turn, run: RunNode, state: RunState, reason: string): void {
  if (state !== 'canceled' && awaitsShadow(turn, run)) return;
  dropPending(turn, run);
  endPool(turn, run, 'the run has ended');
  turn.emit(run.runId, 'run-finished', { entity: 'run', id: run.runId }, { state, reason });
}

/** Gates that run were stopped with the run, or their ends would have been awaited. */
function dropPending(turn: Turn, run: RunNode): void {
  for (const gateRun of [...run.openGateRuns]) {
    if (gateRun.state !== 'running') dropGateRun(turn, run, gateRun, 'the run has ended');
  }
}

function hasLostTask(run: RunNode): boolean {
  return [...run.tasks.values()].some((task) => task.state === 'failed' && task.plan.critical);
}

function failureReason(run: RunNode): string {
  const failed = [...run.tasks.values()].filter((task) => task.state === 'failed' && task.addedFor === null);
  const halted = [...run.tasks.values()].filter((task) => task.state === 'blocked').length;
  const first = failed[0];
  const head = first === undefined ? refusalOf(run) : `${first.plan.name}: ${first.reason.replace(/[.]$/, '')}.`;
  const more = failed.length > 1 ? ` ${failed.length - 1} more failed.` : '';
  return `${head ?? 'Nothing could go on.'}${more}${halted > 0 ? ` ${halted} after it could not start.` : ''}`;
}

/** The first phase or workstream that was not accepted; null when none was refused. */
function refusalOf(run: RunNode): string | null {
  for (const { acceptanceId, level, levelId, state, reason } of run.acceptances.values()) {
    if (level === 'task' || state !== 'failed' || newestAcceptance(run, level, levelId)?.acceptanceId !== acceptanceId)
      continue;
    return `${level === 'phase' ? 'Phase' : 'Workstream'} ${levelId}: ${reason.replace(/[.]$/, '')}.`;
  }
  return null;
}
