// How a direct change moves, and the train with it.
import { DIRECT_CHANGE_MACHINE, type DirectChangeState } from '../../shared/domain/direct-change.ts';
import type { DirectChangeEvents } from '../../shared/events/direct-change-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { attemptOf } from './evolve-attempt.ts';
import type { DirectChangeNode } from './run-state.ts';
import type { Family, Step } from './step.ts';
import { joinTrain } from './train/join-train.ts';
import { landInTrain, leaveTrain } from './train/leave-train.ts';

export const DIRECT_CHANGE_FAMILY: Family<keyof DirectChangeEvents> = {
  'direct-change-captured': ({ run, at, id, data, touch }) => {
    const attempt = attemptOf(run, data.attemptId);
    const change: DirectChangeNode = {
      table: 'direct_changes',
      changeId: id,
      task: attempt.task,
      attempt,
      created: data,
      createdAt: at,
      state: 'captured',
      reason: '',
      findings: [],
      applyAttempts: 0,
      applyLastAt: null,
      place: null,
      swapsLost: 0,
      gatedIn: null,
      commit: null,
      gateRuns: [],
      conflict: null,
    };
    run.directChanges.set(id, change);
    change.task.directChanges.push(change);
    touch(change);
    touch(change.task);
  },
  'direct-change-queued': (step) => {
    const change = enter(step, 'queued', '');
    change.findings = step.data.findings;
    joinTrain(step.run, change);
  },
  'direct-change-kept': (step) => {
    const change = enter(step, 'kept', step.data.reason);
    change.findings = [...change.findings, ...step.data.findings];
    leaveTrain(step.run, change);
  },
  'direct-change-dropped': (step) => leaveTrain(step.run, enter(step, 'dropped', step.data.reason)),
  'direct-change-committed': (step) => {
    const change = enter(step, 'committed', '');
    change.commit = step.data.commit;
    change.gatedIn = step.data.gatedIn ?? null;
    step.run.head = step.data.commit;
    step.run.headTree = step.data.tree;
    landInTrain(step.run, change);
    step.touch(step.run);
  },
};

function enter<K extends keyof DirectChangeEvents>(
  step: Step<K>,
  to: DirectChangeState,
  reason: string,
): DirectChangeNode {
  const change = present(step.run.directChanges.get(step.id), `direct change ${step.id} of run ${step.run.runId}`);
  change.state = move(DIRECT_CHANGE_MACHINE, change.state, to, change.changeId);
  change.reason = reason;
  step.touch(change);
  step.touch(change.task);
  return change;
}
