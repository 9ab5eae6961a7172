// A run as the command line answers it (cli.md, the public contract).
import type { PredictedOverlap } from '../../shared/domain/overlap.ts';
import type { RunReport } from '../../shared/ipc/contract.ts';
import type { RunNode } from '../state/run-state.ts';
import { formerLives, livesOf } from '../state/task-lives.ts';
import { acceptanceReport } from './acceptance-view.ts';
import { runWaiting } from './run-waiting.ts';
import { shadowAnswer } from './shadow-answer.ts';
import { originOf } from './task-view.ts';
import { waitingFor } from './waiting-for.ts';

/** `overlaps` are not in the log: whoever looks at the tools has them. */
export function runReport(run: RunNode, overlaps: readonly PredictedOverlap[] = []): RunReport {
  const tasks = [...run.tasks.values()];
  return {
    run_id: run.runId,
    state: run.state,
    control: run.control,
    reason: run.reason !== '' ? run.reason : run.controlReason,
    max_parallel: run.maxParallel,
    base: run.created.base,
    head: run.head,
    notes: [...new Set(run.notes)],
    tasks: tasks.map((task) => ({
      task_id: task.plan.taskId,
      state: task.state,
      reason: task.reason,
      completion: task.completion,
      origin: originOf(task),
      priority: task.priority,
      retries: formerLives(run, task).length,
      attempts: task.earlierAttempts + task.attempts.length,
      notes: [...new Set(livesOf(run, task).flatMap((life) => life.attempts.flatMap(({ notes }) => notes)))],
      patch_ids: livesOf(run, task).flatMap((life) => life.patches.map(({ patchId }) => patchId)),
      patch_mode: task.plan.patchMode.on,
      direct_change_ids: livesOf(run, task).flatMap((life) => life.directChanges.map(({ changeId }) => changeId)),
    })),
    patches: [...run.patches.values()].map((patch) => ({
      patch_id: patch.patchId,
      task_id: patch.task.plan.taskId,
      state: patch.state,
      commit: patch.commit,
      files: patch.created.files.map(({ path }) => path),
    })),
    direct_changes: [...run.directChanges.values()].map((change) => ({
      change_id: change.changeId,
      task_id: change.task.plan.taskId,
      state: change.state,
      reason: change.reason,
      commit: change.commit,
      files: change.created.files.map(({ path }) => path),
      findings: change.findings,
      unprotected: true,
    })),
    acceptance: [...run.acceptances.values()].map(acceptanceReport),
    waiting: [
      ...runEntry(run),
      ...tasks.flatMap((task) => {
        const waiting = waitingFor(run, task);
        return waiting === null ? [] : [{ id: task.plan.taskId, reason: waiting.reason, freed_by: waiting.freedBy }];
      }),
    ],
    // Scripts and commands cost nothing by themselves; what a tool of the project asks its provider for is not counted.
    cost: { micro_usd: 0, basis: run.tools.size === 0 ? 'reported' : 'unknown' },
    shadow: shadowAnswer(run),
    overlaps,
  };
}

/** What the run as a whole waits for, under its own id. */
function runEntry(run: RunNode): RunReport['waiting'] {
  const waiting = runWaiting(run);
  return waiting === null ? [] : [{ id: run.runId, reason: waiting.reason, freed_by: waiting.freedBy }];
}
