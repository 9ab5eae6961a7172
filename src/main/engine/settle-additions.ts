// What becomes of a task when the one that went on with its work has failed.
import { present } from '../../shared/lib/assert.ts';
import type { TaskOrigin } from '../../shared/plan/plan.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import { isMergedAgain } from './decide-conflict.ts';
import { cancelTask, failTask } from './decide-order.ts';
import { afterFix } from './feedback/mend.ts';
import type { Turn } from './turn.ts';

type Sequel = (turn: Turn, run: RunNode, ended: { readonly original: TaskNode; readonly added: TaskNode }) => void;

/** By the kind of the task that failed: another one is added, or the original ends. */
const SEQUELS: { readonly [K in TaskOrigin['kind']]: Sequel } = {
  fix: afterFix,
  merge: mergeAgain,
  import: failAlong,
};

/** True when something was decided. A committed, skipped or cancelled addition took its original along at once. */
export function settleAdditions(turn: Turn, run: RunNode): boolean {
  let isNews = false;
  for (const original of [...run.handedOn]) {
    const added = present(original.additions.at(-1), `task added for ${original.plan.taskId}`);
    if (added.state !== 'failed') continue;
    isNews = true;
    if (run.control === 'stopping') cancelTask(turn, run, original, run.controlReason);
    else sequelOf(added)(turn, run, { original, added });
  }
  return isNews;
}

/** What a gate refused can be mended, whatever it was made for. */
function sequelOf({ code, plan }: TaskNode): Sequel {
  return code === 'E_GATE_FAILED' ? afterFix : SEQUELS[present(plan.origin, 'its origin').kind];
}

/** A run that stops starts nothing: what was handed on and has not begun is given up. */
export function dropUnbegun(turn: Turn, run: RunNode): void {
  for (const original of [...run.handedOn]) {
    const state = original.additions.at(-1)?.state;
    if (state !== 'running' && state !== 'validating') cancelTask(turn, run, original, run.controlReason);
  }
}

/** The tool may have left it undone; another task begins where that one began, as long as the policy has any left. */
function mergeAgain(turn: Turn, run: RunNode, ended: Parameters<Sequel>[2]): void {
  if (!isMergedAgain(turn, run, ended)) failAlong(turn, run, ended);
}

function failAlong(turn: Turn, run: RunNode, { original, added }: Parameters<Sequel>[2]): void {
  const { taskId } = added.plan;
  failTask(turn, run, original, {
    code: added.code ?? 'E_INTERNAL',
    message: `${taskId}, which went on with it, failed: ${added.reason}`,
  });
}
