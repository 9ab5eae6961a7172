// A patch as the ledger's list and the patch screen show it.
import type { PatchDetail, PatchView } from '../../shared/ipc/views.ts';
import type { PatchNode, RunNode } from '../state/run-state.ts';
import { conflictView } from './conflict-view.ts';
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
  };
}
