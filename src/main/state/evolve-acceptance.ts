// How an acceptance and its checks change, and what a phase that is accepted lets go on.
import { ACCEPTANCE_MACHINE, type AcceptanceLevel } from '../../shared/domain/acceptance.ts';
import type { AcceptanceEvents } from '../../shared/events/acceptance-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import type { Acceptance } from '../../shared/plan/plan.ts';
import type { AcceptanceNode } from './acceptance-node.ts';
import type { CheckNode } from './check-node.ts';
import type { RunNode, WorkstreamNode } from './run-state.ts';
import type { Family } from './step.ts';

export const ACCEPTANCE_FAMILY: Family<keyof AcceptanceEvents> = {
  'acceptance-started': ({ run, at, id, data, touch }) => {
    const { level, levelId } = data;
    const plan = present(acceptancePlan(run, level, levelId), `acceptance of ${level} ${levelId}`);
    const acceptance: AcceptanceNode = {
      table: 'acceptances',
      acceptanceId: id,
      ...data,
      plan,
      startedAt: at,
      state: 'running',
      reason: '',
      checks: plan.checks.map(newCheck),
      endedAt: null,
    };
    run.acceptances.set(id, acceptance);
    run.newestAcceptances.set(`${level} ${levelId}`, acceptance);
    run.openAcceptances.add(acceptance);
    touch(acceptance);
    touchTask(run, acceptance, touch);
  },
  'check-started': ({ run, id, data, touch }) => {
    const acceptance = acceptanceOf(run, id);
    const check = checkOf(acceptance, data.checkId);
    check.state = 'running';
    check.checkRunId = data.checkRunId;
    run.checking = acceptance;
    touch(acceptance);
    touchTask(run, acceptance, touch);
  },
  'check-finished': ({ run, id, data, touch }) => {
    const acceptance = acceptanceOf(run, id);
    const check = checkOf(acceptance, data.checkId);
    check.state = data.verdict;
    check.exitCode = data.exitCode;
    check.durationMs = data.durationMs;
    check.tail = data.tail;
    check.logs = data.logs;
    check.cached = data.cached;
    check.message = data.message;
    run.checking = null;
    touch(acceptance);
    touchTask(run, acceptance, touch);
  },
  'acceptance-finished': ({ run, at, id, data, touch }) => {
    const acceptance = acceptanceOf(run, id);
    acceptance.state = move(ACCEPTANCE_MACHINE, acceptance.state, data.state, id);
    acceptance.reason = data.reason;
    acceptance.endedAt = at;
    for (const check of acceptance.checks) {
      if (check.state === 'pending' || check.state === 'running') check.state = 'skipped';
    }
    if (run.checking === acceptance) run.checking = null;
    run.openAcceptances.delete(acceptance);
    if (data.level === 'phase' && data.state === 'passed') {
      for (const next of workstreamsAfter(run, data.levelId)) {
        next.waitingFor -= 1;
        touch(next);
      }
    }
    touch(acceptance);
    touch(run);
    touchTask(run, acceptance, touch);
  },
};

function newCheck({ checkId }: Acceptance['checks'][number]): CheckNode {
  return {
    checkId,
    checkRunId: null,
    state: 'pending',
    exitCode: null,
    durationMs: null,
    tail: '',
    logs: null,
    cached: false,
    message: '',
  };
}

/** A task's card shows how it is judged. */
function touchTask(
  run: RunNode,
  { level, levelId }: AcceptanceNode,
  touch: (node: RunNode['inOrder'][number]) => void,
) {
  const task = level === 'task' ? run.tasks.get(levelId) : undefined;
  if (task !== undefined) touch(task);
}

export function acceptanceOf(run: RunNode, acceptanceId: string): AcceptanceNode {
  return present(run.acceptances.get(acceptanceId), `acceptance ${acceptanceId} of run ${run.runId}`);
}

function checkOf(acceptance: AcceptanceNode, checkId: string): CheckNode {
  const check = acceptance.checks.find((one) => one.checkId === checkId);
  return present(check, `check ${checkId} of acceptance ${acceptance.acceptanceId}`);
}

/** What the plan asks of a level; null where it asks nothing. */
export function acceptancePlan(run: RunNode, level: AcceptanceLevel, levelId: string): Acceptance | null {
  switch (level) {
    case 'phase':
      return run.created.plan.phases.find((phase) => phase.phaseId === levelId)?.acceptance ?? null;
    case 'workstream':
      return run.workstreams.get(levelId)?.plan.acceptance ?? null;
    case 'task':
      return run.tasks.get(levelId)?.plan.acceptance ?? null;
  }
}

/** Workstreams of the phases that come right after this one; while it has to be accepted they wait for it, too. */
export function workstreamsAfter(run: RunNode, phaseId: string): readonly WorkstreamNode[] {
  const after = run.created.plan.phases.filter((phase) => phase.after.includes(phaseId));
  const phaseIds = new Set(after.map((phase) => phase.phaseId));
  return [...run.workstreams.values()].filter((workstream) => phaseIds.has(workstream.plan.phaseId));
}

/** The newest judgement of a level; null while there is none. */
export function newestAcceptance(run: RunNode, level: AcceptanceLevel, levelId: string): AcceptanceNode | null {
  return run.newestAcceptances.get(`${level} ${levelId}`) ?? null;
}
