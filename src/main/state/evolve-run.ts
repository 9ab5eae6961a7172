// How a run and its workstreams change.
import { PHASE_MACHINE } from '../../shared/domain/phase.ts';
import { RUN_CONTROL_MACHINE, RUN_MACHINE } from '../../shared/domain/run.ts';
import { WORKSTREAM_MACHINE } from '../../shared/domain/workstream.ts';
import type { RunEvents } from '../../shared/events/run-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { freeKey } from './admission/holds.ts';
import { BACKGROUND_KEY } from './admission/task-conditions.ts';
import type { PhaseNode, RunNode } from './run-state.ts';
import type { Family } from './step.ts';

const NOTES_KEPT = 20;

export const RUN_FAMILY: Family<Exclude<keyof RunEvents, 'run-created'>> = {
  'run-started': ({ run, at, touch }) => {
    run.state = move(RUN_MACHINE, run.state, 'running', run.runId);
    run.startedAt = at;
    touch(run);
  },
  'run-control-changed': ({ run, data, touch }) => {
    // The same control again is another reason for it.
    if (run.control !== data.control) run.control = move(RUN_CONTROL_MACHINE, run.control, data.control, run.runId);
    run.controlReason = data.reason;
    touch(run);
  },
  'shadow-compared': ({ run, data, touch }) => {
    run.shadow = data;
    touch(run);
  },
  'run-finished': ({ run, at, data, touch }) => {
    run.state = move(RUN_MACHINE, run.state, data.state, run.runId);
    run.reason = data.reason;
    run.control = 'active';
    run.controlReason = '';
    run.endedAt = at;
    touch(run);
  },
  'run-published': ({ run, at, data, touch }) => {
    run.published.push({ branch: data.branch, to: data.to, at });
    touch(run);
  },
  'run-parallel-changed': ({ run, data, touch }) => {
    run.maxParallel = data.maxParallel;
    freeKey(run, BACKGROUND_KEY);
    touch(run);
  },
  'resource-changed': ({ run, data, touch }) => {
    const { resource, level, message, freedBy } = data;
    run.resources[resource] = level === 'ok' ? { level, message: '', freedBy: '' } : { level, message, freedBy };
    touch(run);
  },
  'run-noted': ({ run, data, touch }) => {
    run.notes.push(data.message);
    if (run.notes.length > NOTES_KEPT) run.notes.shift();
    touch(run);
  },
  // Where it lies is no part of its state.
  'run-archived': () => {},
  'run-restored': () => {},
  'phase-moved': ({ run, data, touch }) => {
    const phase = phaseOf(run, data.phaseId);
    phase.state = move(PHASE_MACHINE, phase.state, data.to, data.phaseId);
    touch(run);
  },
  'workstream-moved': ({ run, data, touch }) => {
    const node = present(run.workstreams.get(data.workstreamId), `workstream ${data.workstreamId}`);
    const counts = phaseOf(run, node.plan.phaseId).workstreams;
    counts[node.state] = (counts[node.state] ?? 0) - 1;
    counts[data.state] = (counts[data.state] ?? 0) + 1;
    node.state = move(WORKSTREAM_MACHINE, node.state, data.state, data.workstreamId);
    if (node.state === 'completed') for (const next of node.dependents) next.waitingFor -= 1;
    touch(node);
  },
};

export function phaseOf(run: RunNode, phaseId: string): PhaseNode {
  return present(run.phases.get(phaseId), `phase ${phaseId} of run ${run.runId}`);
}
