// How a patch moves through the ledger, and the train with it.
import { LIMITS } from '../../shared/domain/limits.ts';
import type { HunkSignature } from '../../shared/domain/oscillation.ts';
import { PATCH_MACHINE, type PatchState } from '../../shared/domain/patch.ts';
import type { PatchEvents } from '../../shared/events/patch-events.ts';
import { present } from '../../shared/lib/assert.ts';
import { move } from '../../shared/lib/machine.ts';
import { attemptOf } from './evolve-attempt.ts';
import { findCandidate } from './find-candidate.ts';
import { findChange } from './find-change.ts';
import { chained } from './history-entry.ts';
import type { Candidate, PatchNode, RunNode } from './run-state.ts';
import type { Family, Step } from './step.ts';
import { joinTrain } from './train/join-train.ts';
import { landInTrain, leaveTrain, unstack } from './train/leave-train.ts';

export const PATCH_FAMILY: Family<keyof PatchEvents> = {
  'patch-created': (step) => createPatch(step),
  'patch-validated': (step) => {
    const patch = enter(step, 'validated', 'format, scope and limits are in order');
    patch.validation = step.data.validation;
    patch.findings = step.data.validation.findings;
    signed(step.run, patch, step.data.validation.signatures);
  },
  'patch-queued': (step) => {
    const patch = enter(step, 'queued', `position ${step.data.position} in the train`);
    joinTrain(step.run, patch);
  },
  'patch-quarantined': (step) => {
    const patch = enter(step, 'quarantined', step.data.reason);
    patch.quarantinedAt = step.at;
    patch.quarantineFile = step.data.file ?? null;
    patch.findings = step.data.findings;
    signed(step.run, patch, step.data.signatures);
    leaveTrain(step.run, patch);
  },
  'patch-dropped': (step) => {
    const patch = enter(step, 'dropped', step.data.reason);
    if (step.data.findings !== undefined) patch.findings = step.data.findings;
    signed(step.run, patch, step.data.signatures);
    leaveTrain(step.run, patch);
  },
  'patch-apply-failed': (step) => {
    const patch = enter(step, 'apply_failed', step.data.message);
    patch.applyErrorCode = step.data.code;
    patch.applyErrorMessage = step.data.message;
    leaveTrain(step.run, patch);
  },
  'candidate-started': ({ run, at, id, data, touch }) => {
    const change = findChange(run, id);
    change.applyAttempts += 1;
    change.applyLastAt = at;
    const alone = run.candidates.length === 0;
    run.candidates = [...run.candidates, { ...data, change, alone, commit: null, tree: null, accepted: false }];
    touch(change);
  },
  'candidate-built': ({ run, data, touch }) => {
    const candidate = stacked(run, data.candidateId);
    candidate.commit = data.commit;
    candidate.tree = data.tree;
    touch(candidate.change);
  },
  'candidate-discarded': ({ run, data, touch }) => {
    const candidate = stacked(run, data.candidateId);
    const { change } = candidate;
    if (data.cause === undefined) change.swapsLost += 1;
    if (data.cause === 'conflict') run.stacking.closed = true;
    unstack(run, candidate);
    touch(change);
  },
  'candidate-accepted': ({ run, data, touch }) => {
    const candidate = stacked(run, data.candidateId);
    candidate.accepted = true;
    touch(candidate.change);
  },
  'patch-applied': (step) => {
    const patch = enter(step, 'applied', `on top of ${step.data.onto.slice(0, 10)}`);
    patch.appliedFiles = patch.created.files;
  },
  'patch-verified': (step) => {
    const { gates, gatedIn = null } = step.data;
    const where = gatedIn === null ? '' : ` on ${gatedIn.commit.slice(0, 10)}, which is built on it and landed with it`;
    const patch = enter(
      step,
      'verified',
      gates.length === 0 ? 'no gate asked for' : `passed ${gates.join(', ')}${where}`,
    );
    patch.gatedIn = gatedIn;
  },
  'patch-committed': (step) => {
    const patch = enter(step, 'committed', `as ${step.data.commit.slice(0, 10)}`);
    patch.commit = step.data.commit;
    step.run.head = step.data.commit;
    step.run.headTree = step.data.tree;
    landInTrain(step.run, patch);
    step.touch(step.run);
  },
};

/** The newest patches of each file, for whoever asks which of them undo each other. */
function signed(run: RunNode, patch: PatchNode, signatures: readonly HunkSignature[] = []): void {
  if (signatures.length === 0) return;
  patch.signatures = signatures;
  for (const path of new Set(signatures.map((one) => one.path))) {
    const before = run.signedPatches.get(path) ?? [];
    run.signedPatches.set(path, [...before, patch].slice(-LIMITS.oscillationWindowMax));
  }
}

export function patchOf(run: RunNode, patchId: string): PatchNode {
  return present(run.patches.get(patchId), `patch ${patchId} of run ${run.runId}`);
}

function createPatch({ run, at, id, data, touch }: Step<'patch-created'>): void {
  const attempt = attemptOf(run, data.attemptId);
  const patch: PatchNode = {
    table: 'patches',
    patchId: id,
    task: attempt.task,
    attempt,
    created: data,
    createdAt: at,
    chain: (data.replaces === null ? undefined : run.patches.get(data.replaces)?.chain) ?? id,
    state: 'created',
    reason: '',
    history: [chained([], { state: 'created', at, reason: data.recovered ? 'kept from a stopped attempt' : '' })],
    validation: null,
    applyAttempts: 0,
    applyLastAt: null,
    place: null,
    swapsLost: 0,
    gatedIn: null,
    applyErrorCode: null,
    applyErrorMessage: null,
    appliedFiles: [],
    quarantinedAt: null,
    quarantineFile: null,
    findings: [],
    signatures: [],
    commit: null,
    gateRuns: [],
    conflict: null,
  };
  run.patches.set(id, patch);
  patch.task.patches.push(patch);
  touch(patch);
  touch(patch.task);
}

function enter<K extends keyof PatchEvents>(step: Step<K>, to: PatchState, reason: string): PatchNode {
  const patch = patchOf(step.run, step.id);
  patch.state = move(PATCH_MACHINE, patch.state, to, patch.patchId);
  patch.reason = reason;
  patch.history = [...patch.history, chained(patch.history, { state: to, at: step.at, reason })];
  step.touch(patch);
  step.touch(patch.task);
  return patch;
}

function stacked(run: RunNode, candidateId: string): Candidate {
  return present(findCandidate(run, candidateId), `candidate ${candidateId} of run ${run.runId}`);
}
