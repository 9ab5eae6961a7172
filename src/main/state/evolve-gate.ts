// How a gate run changes.
import { GATE_RUN_MACHINE, type GateRunState } from '../../shared/domain/gate.ts';
import type { GateEvents } from '../../shared/events/gate-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { isTerminal, move } from '../../shared/lib/machine.ts';
import { findCandidate } from './find-candidate.ts';
import { findChange } from './find-change.ts';
import type { GateRunNode, RunNode } from './run-state.ts';
import type { Family, Step, Touch } from './step.ts';

export const GATE_FAMILY: Family<keyof GateEvents> = {
  'gate-queued': (step) => {
    const gateRun = newGateRun(step);
    const { run, id, touch } = step;
    run.gateRuns.set(id, gateRun);
    run.openGateRuns.add(gateRun);
    gateRun.change?.gateRuns.push(gateRun);
    if (gateRun.blockedBy.length > 0) gateRun.state = move(GATE_RUN_MACHINE, gateRun.state, 'blocked', id);
    touchGateRun(gateRun, touch);
  },
  'gate-unblocked': (step) => void enter(step, 'pending'),
  'gate-started': (step) => void enter(step, 'running'),
  'gate-skipped': (step) => {
    const gateRun = enter(step, 'skipped');
    gateRun.message = step.data.reason;
    gateRun.endedAt = step.at;
    touchSpokenFor(step.run, gateRun, step.touch);
  },
  'gate-finished': (step) => {
    const { at, data, touch } = step;
    const gateRun = enter(step, data.verdict);
    gateRun.exitCode = data.exitCode;
    gateRun.durationMs = data.durationMs;
    gateRun.tail = data.tail;
    gateRun.logs = data.logs;
    gateRun.cached = data.cached;
    gateRun.message = data.message;
    gateRun.flaky = data.flaky === true;
    gateRun.missing = data.missing !== undefined;
    gateRun.failures = data.failures ?? [];
    gateRun.failed = data.failed ?? gateRun.failures.length;
    gateRun.endedAt = at;
    // A stack is worth its while only as long as what is in it passes.
    const counts = data.verdict !== 'passed' && step.run.gates.get(data.gateId)?.required !== false;
    const isStacked = step.run.candidates.some(({ candidateId }) => candidateId === gateRun.candidateId);
    if (counts && isStacked) step.run.stacking.depth = 1;
    touchSpokenFor(step.run, gateRun, touch);
  },
};

function newGateRun({ run, at, id, data }: Step<'gate-queued'>): GateRunNode {
  const changeId = data.patchId ?? data.changeId;
  return {
    table: 'gate_runs',
    gateRunId: id,
    gateId: data.gateId,
    change: changeId === null ? null : findChange(run, changeId),
    candidateId: data.candidateId,
    wave: data.wave,
    blockedBy: data.blockedBy,
    tree: data.tree,
    commit: data.commit,
    onto: (data.candidateId === null ? null : findCandidate(run, data.candidateId)?.onto) ?? run.head,
    queuedAt: at,
    state: 'pending',
    exitCode: null,
    durationMs: null,
    tail: '',
    logs: null,
    cached: false,
    message: '',
    flaky: false,
    missing: false,
    failures: [],
    failed: 0,
    endedAt: null,
  };
}

export function gateRunOf(run: RunNode, gateRunId: string): GateRunNode {
  return present(run.gateRuns.get(gateRunId), `gate run ${gateRunId} of run ${run.runId}`);
}

function enter<K extends keyof GateEvents>({ run, id, touch }: Step<K>, to: GateRunState): GateRunNode {
  const gateRun = gateRunOf(run, id);
  gateRun.state = move(GATE_RUN_MACHINE, gateRun.state, to, id);
  if (isTerminal(GATE_RUN_MACHINE, to)) run.openGateRuns.delete(gateRun);
  touchGateRun(gateRun, touch);
  return gateRun;
}

/** The entries that say whether gates passed: its change's own, and those of what landed with that and was not judged by itself. */
function touchSpokenFor(run: RunNode, { change, commit }: GateRunNode, touch: Touch): void {
  if (change === null) return;
  touch(change);
  if (change.commit !== commit) return;
  for (const other of [...run.patches.values(), ...run.directChanges.values()]) {
    if (other.gatedIn?.commit === commit) touch(other);
  }
}

/** A run of its own where it judges a head: no task's card shows it. */
function touchGateRun(gateRun: GateRunNode, touch: Touch): void {
  touch(gateRun);
  if (gateRun.change !== null) touch(gateRun.change.task);
}
