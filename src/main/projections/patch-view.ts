// A patch as the ledger's list and the patch screen show it.
import { EMPTY_POLICY } from '../../shared/domain/patch-policy.ts';
import type { PatchDetail, PatchView } from '../../shared/ipc/views.ts';
import { policyLines } from '../../shared/plan/effective-policy.ts';
import type { PatchNode, RunNode } from '../state/run-state.ts';
import { conflictView } from './conflict-view.ts';
import { reviewView } from './review-view.ts';
import { gateRunView } from './task-view.ts';

export function patchView(run: RunNode, patch: PatchNode): PatchView {
  const { created, task } = patch;
  return {
    key: patch.patchId,
    patchId: patch.patchId,
    runId: run.runId,
    taskId: task.plan.taskId,
    taskName: task.plan.name,
    attempt: patch.attempt.number,
    tool: created.tool,
    state: patch.state,
    reason: patch.reason,
    createdAt: patch.createdAt,
    summary: created.summary,
    base: created.base,
    commit: patch.commit,
    insertions: created.insertions,
    deletions: created.deletions,
    filesChanged: created.files.length,
    paths: created.files.map((file) => file.path),
    recovered: created.recovered,
    replaces: created.replaces,
  };
}

function chainOf(run: RunNode, { chain }: PatchNode): readonly string[] {
  return [...run.patches.values()].filter((one) => one.chain === chain).map(({ patchId }) => patchId);
}

export function patchDetail(run: RunNode, patch: PatchNode): PatchDetail {
  return {
    ...patchView(run, patch),
    files: patch.created.files,
    findings: patch.findings,
    history: patch.history.map(({ state, at, reason }) => ({ state, at, reason })),
    gates: patch.gateRuns.map(gateRunView),
    conflict: conflictView(run, patch),
    sha256: patch.created.sha256,
    bytes: patch.created.bytes,
    chain: chainOf(run, patch),
    replacedBy: [...run.patches.values()].find(({ created }) => created.replaces === patch.patchId)?.patchId ?? null,
    quarantineFile: patch.quarantineFile,
    policy: policyLines(run.created.plan.policies[patch.task.plan.policy] ?? EMPTY_POLICY),
    reviews: [...run.reviews.values()]
      .filter((review) => review.patch === patch)
      .reverse()
      .map((review) => reviewView(run, review)),
  };
}
