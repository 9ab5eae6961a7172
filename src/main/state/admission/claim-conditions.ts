// Conditions about claims: somebody has it, somebody earlier in the plan needs it first, or somebody has waited long enough.
import { present } from '../../../shared/lib/assert.ts';
import { isOver } from '../is-over.ts';
import type { ClaimNode, RunNode, TaskNode } from '../run-state.ts';
import { isAhead, isDue, mayShare, rivalsOf, turnKey } from './claims.ts';
import type { Hold, TaskCondition } from './condition.ts';
import { taskKey } from './task-conditions.ts';

/**
 * In plan order a later task must not take a claim first: its patch would wait for the earlier one, and that one for
 * the claim. It waits for the last of those before it, which waits for the one before, so that each moves once.
 */
export const CLAIM_ORDER: TaskCondition = {
  name: 'claim-order',
  of: 'task',
  hold: (run, task) => {
    if (run.created.plan.mergeOrder !== 'plan') return null;
    return firstHold(run, task, (claim, rival) => {
      const before = lastBefore(run, task, rival);
      if (before === null || (claim !== rival && mayShare(before, task))) return null;
      return waitsFor(before, taskKey(before.plan.taskId), (name) => {
        return `${claimWords(claim)} to ${name} first, which is earlier in the plan.`;
      });
    });
  },
};

/** Taken until the work of the one who has it is on the head or given up, so that changes never cross. */
export const CLAIM_TAKEN: TaskCondition = {
  name: 'claim-taken',
  of: 'task',
  hold: (run, task) =>
    firstHold(run, task, (claim, rival) => {
      for (const holder of rival.holders) {
        if (holder === task || (claim !== rival && mayShare(holder, task))) continue;
        return waitsFor(holder, rival.key, (name) => takenWords(claim, rival, name));
      }
      return null;
    }),
};

/** Nobody waits for ever: who was overtaken often enough goes first. */
export const CLAIM_TURN: TaskCondition = {
  name: 'claim-turn',
  of: 'task',
  hold: (run, task) =>
    firstHold(run, task, (claim, rival) => {
      const [first] = rival.waiting;
      if (first === undefined || !isDue(rival) || !isAhead(first, task)) return null;
      if (claim !== rival && mayShare(first, task)) return null;
      return waitsFor(
        first,
        turnKey(rival),
        (name) => `${claimWords(claim)} to ${name} first, which has waited longer.`,
      );
    }),
};

type Look = (claim: ClaimNode, rival: ClaimNode) => Hold | null;

function firstHold(run: RunNode, task: TaskNode, look: Look): Hold | null {
  for (const claim of task.claims) {
    for (const rival of rivalsOf(run, claim)) {
      const hold = look(claim, rival);
      if (hold !== null) return hold;
    }
  }
  return null;
}

function waitsFor(by: TaskNode, key: string, words: (name: string) => string): Hold {
  return {
    key,
    by,
    isClaim: true,
    explain: (naming) => {
      const name = naming.task(by.plan.taskId);
      return { reason: words(name), freedBy: name };
    },
  };
}

function claimWords({ kind, key, globs }: ClaimNode): string {
  if (kind === 'group') return `Conflict group ${nameOf(key)} goes`;
  return `${kind === 'read' ? 'Reading' : 'Writing'} ${globs.join(', ')} is given`;
}

function takenWords(claim: ClaimNode, rival: ClaimNode, name: string): string {
  if (claim.kind === 'group') return `Conflict group ${nameOf(claim.key)} is taken by ${name}.`;
  const own = claim.globs.join(', ');
  if (rival.kind === 'read') return `It may write ${own}, which ${name} reads.`;
  return `It ${claim.kind === 'read' ? 'reads' : 'may write'} ${own}, which ${name} may write.`;
}

function nameOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** The last task before this one in plan order that needs the claim and is not over. */
function lastBefore(run: RunNode, task: TaskNode, { line }: ClaimNode): TaskNode | null {
  for (let at = placeIn(run, line, task.index) - 1; at >= 0; at -= 1) {
    const before = present(run.tasks.get(line[at] ?? ''), `task ${line[at]}`);
    if (!isOver(before)) return before;
  }
  return null;
}

/** How many of a line come before an index: the line is in plan order. */
function placeIn(run: RunNode, line: readonly string[], index: number): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((run.tasks.get(line[middle] ?? '')?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
