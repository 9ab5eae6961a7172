// A command of a person: judged, remembered by its id, and carried out, all in one turn.
import type { Command } from '../../shared/domain/command.ts';
import { present } from '../../shared/lib/assert.ts';
import type { PatchbayError } from '../../shared/lib/errors.ts';
import type { RunNode } from '../state/run-state.ts';
import { trimPool } from './assign-worker.ts';
import { cancelRun, pauseRun, resumeRun, stopRun } from './decide-control.ts';
import { addDependency } from './decide-dependency.ts';
import { importPatch } from './decide-import.ts';
import { prioritise, retry, skip } from './decide-retry.ts';
import { castVote } from './decide-review.ts';
import { runSubject } from './decide-run.ts';
import { resetTool } from './decide-tool.ts';
import { drainWorker, releaseWorker } from './decide-worker.ts';
import { judgeCommand } from './judge-command.ts';
import type { Turn } from './turn.ts';

/** The reason of a refusal, which leaves everything as it was; null when the command holds, now or since its first delivery. */
export function decideCommand(turn: Turn, run: RunNode, command: Command): PatchbayError | null {
  const judgement = judgeCommand(run, command);
  if (judgement.kind === 'refused') return judgement.error;
  if (judgement.kind === 'repeated') return null;
  const { commandId, work, by, why } = command;
  turn.emit(run.runId, 'command-accepted', runSubject(run), { commandId, work, by, why });
  carryOut(turn, run, command);
  return null;
}

function carryOut(turn: Turn, run: RunNode, command: Command): void {
  const { work, by, why } = command;
  const reason = reasonOf(command);
  switch (work.name) {
    case 'pause':
      return pauseRun(turn, run, reason);
    case 'resume':
      return resumeRun(turn, run);
    case 'stop':
      return stopRun(turn, run, work.mode, reason);
    case 'cancel':
      return cancelRun(turn, run, reason);
    case 'retry':
      return retry(turn, run, work.taskId);
    case 'skip':
      return skip(turn, run, work.taskId, { by, why });
    case 'prioritise':
      return prioritise(turn, run, work.taskId, work.priority);
    case 'parallel':
      turn.emit(run.runId, 'run-parallel-changed', runSubject(run), { maxParallel: work.maxParallel });
      return trimPool(turn, run);
    case 'depend':
      return addDependency(turn, run, work, reason);
    case 'drain-worker':
      return drainWorker(turn, run, work.workerId, reason);
    case 'release-worker':
      return releaseWorker(turn, run, work.workerId, reason);
    case 'approve':
    case 'reject':
      return castVote(turn, run, work, why);
    case 'import-patch':
      return importPatch(turn, run, work, present(command.patch, `bytes of ${work.file}`));
    case 'reset-tool':
      return resetTool(turn, run, work.tool, reason);
  }
}

/** What is shown as the reason of everything that a command brings about. */
function reasonOf({ by, why }: Command): string {
  return why === '' ? `${by} asked for it` : why;
}
