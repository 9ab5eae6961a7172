// Lets a run in memory go on by itself: effects are answered in any order, and commits say which tasks they hold.

import type { Effect } from '../../../../../src/main/engine/effect.ts';
import type { OutcomeMessage } from '../../../../../src/main/engine/message.ts';
import { findCandidate } from '../../../../../src/main/state/find-candidate.ts';
import { findChange } from '../../../../../src/main/state/find-change.ts';
import type { Validation } from '../../../../../src/shared/domain/patch.ts';
import { present } from '../../../../../src/shared/lib/assert.ts';
import { GOOD, gateOutcome, MADE_PATCH, type OpenRun } from '../open-run.ts';

/** What a gate looks at: the tasks whose work its tree holds, in their order. */
export interface Judged {
  readonly holds: readonly string[];
  /** Built on the head itself. */
  readonly alone: boolean;
}

export interface Play {
  /** In [0, 1): which of the pending effects is answered next; left out, the oldest. */
  readonly random?: () => number;
  readonly passes?: (judged: Judged) => boolean;
  /** Only effects for which it is true are answered. */
  readonly answers?: (effect: Effect) => boolean;
  /** Told after every answer. */
  readonly onStep?: () => void;
  /** What the rules say about the patch of a task; they let it pass unless given. */
  readonly judge?: (taskId: string) => Validation;
}

const COMMITS = new WeakMap<OpenRun, Map<string, readonly string[]>>();

/** Commit → the tasks whose work it holds. */
function heldIn(open: OpenRun): Map<string, readonly string[]> {
  const known = COMMITS.get(open) ?? new Map([[open.run.created.base, []]]);
  COMMITS.set(open, known);
  return known;
}

/** Returns the tasks whose work is on the head, in their order, when nothing is left to answer. */
export function playTrain(open: OpenRun, play: Play = {}): readonly string[] {
  const { random = () => 0, passes = () => true, answers = () => true, onStep = () => {}, judge = () => GOOD } = play;
  const held = heldIn(open);
  const holds = (commit: string) => present(held.get(commit), `commit ${commit}`);
  const outcomeOf = ({ kind, body }: Effect) => {
    switch (kind) {
      case 'start-attempt':
        return MADE_PATCH;
      case 'validate-patch':
        return judge(findChange(open.run, body.patchId).task.plan.taskId);
      case 'build-candidate': {
        const tasks = [...holds(body.onto), findChange(open.run, body.changeId).task.plan.taskId];
        const commit = `${tasks.join('+')} ${body.candidateId}`;
        held.set(commit, tasks);
        return { kind: 'built', commit, tree: tasks.join('+') };
      }
      case 'run-gate': {
        const { candidateId } = present(open.run.gateRuns.get(body.gateRunId), body.gateRunId);
        const alone = findCandidate(open.run, candidateId ?? '')?.alone ?? false;
        return gateOutcome(passes({ holds: holds(body.commit), alone }) ? 'passed' : 'failed');
      }
      case 'swap-head':
        return { kind: 'swapped' };
      default:
        return null;
    }
  };
  for (;;) {
    const pending = [...open.pending.values()].filter(answers);
    const effect = pending[Math.floor(random() * pending.length)];
    if (effect === undefined) return holds(open.run.head);
    open.say({ type: 'outcome', kind: effect.kind, effect, outcome: outcomeOf(effect) } as OutcomeMessage); // as outcomeOf gives it
    onStep();
  }
}
