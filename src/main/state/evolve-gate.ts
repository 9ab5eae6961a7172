// How a gate run changes.
import { GATE_RUN_MACHINE } from '../../shared/domain/gate.ts';
import type { GateEvents } from '../../shared/events/gate-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { findChange } from './find-change.ts';
import type { GateRunNode, RunNode } from './run-state.ts';
import type { Family } from './step.ts';

export const GATE_FAMILY: Family<keyof GateEvents> = {
  'gate-queued': ({ run, at, id, data, touch }) => {
    const change = findChange(run, present(data.patchId ?? data.changeId, `what gate run ${id} judges`));
    const gateRun: GateRunNode = {
      table: 'gate_runs',
      gateRunId: id,
      gateId: data.gateId,
      change,
      candidateId: data.candidateId,
      tree: data.tree,
      commit: data.commit,
      queuedAt: at,
      state: 'pending',
      exitCode: null,
      durationMs: null,
      tail: '',
      logs: null,
      cached: false,
      message: '',
      endedAt: null,
    };
    run.gateRuns.set(id, gateRun);
    change.gateRuns.push(gateRun);
    touch(gateRun);
    touch(change.task);
  },
  'gate-started': ({ run, id, touch }) => {
    const gateRun = gateRunOf(run, id);
    gateRun.state = move(GATE_RUN_MACHINE, gateRun.state, 'running', id);
    touch(gateRun);
    touch(gateRun.change.task);
  },
  'gate-skipped': ({ run, at, id, data, touch }) => {
    const gateRun = gateRunOf(run, id);
    gateRun.state = move(GATE_RUN_MACHINE, gateRun.state, 'skipped', id);
    gateRun.message = data.reason;
    gateRun.endedAt = at;
    touch(gateRun);
    touch(gateRun.change.task);
  },
  'gate-finished': ({ run, at, id, data, touch }) => {
    const gateRun = gateRunOf(run, id);
    gateRun.state = move(GATE_RUN_MACHINE, gateRun.state, data.verdict, id);
    gateRun.exitCode = data.exitCode;
    gateRun.durationMs = data.durationMs;
    gateRun.tail = data.tail;
    gateRun.logs = data.logs;
    gateRun.cached = data.cached;
    gateRun.message = data.message;
    gateRun.endedAt = at;
    touch(gateRun);
    touch(gateRun.change);
    touch(gateRun.change.task);
  },
};

export function gateRunOf(run: RunNode, gateRunId: string): GateRunNode {
  return present(run.gateRuns.get(gateRunId), `gate run ${gateRunId} of run ${run.runId}`);
}
