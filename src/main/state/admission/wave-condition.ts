// The condition about gates at the end of a wave: tasks of later waves are held until they passed.

import type { RunNode, TaskNode } from '../run-state.ts';
import { isSettled, openTasksOfWave, waveRefusal } from '../wave-gates.ts';
import type { Naming, TaskCondition, Waiting } from './condition.ts';

const NAMES_SHOWN = 4;

export function waveKey(wave: number): string {
  return `wave:${wave}`;
}

export const WAVE: TaskCondition = {
  name: 'wave',
  of: 'task',
  hold: (run, task) => {
    const { of, open } = run.wave;
    const wave = of.get(task.plan.taskId) ?? 0;
    if (of.size === 0 || wave <= open) return null;
    const explain = (naming: Naming) => explainWave(run, naming);
    const first = firstOpen(run);
    return first === null ? { key: waveKey(wave), explain } : { key: waveKey(wave), by: first, explain };
  },
};

/** Somebody of the open wave, in whose place later ones wait. */
function firstOpen(run: RunNode): TaskNode | null {
  return run.inOrder.find((one) => (run.wave.of.get(one.plan.taskId) ?? 0) <= run.wave.open && !isSettled(one)) ?? null;
}

function explainWave(run: RunNode, naming: Naming): Waiting {
  const name = `wave ${run.wave.open + 1}`;
  const refused = waveRefusal(run);
  if (refused !== null) {
    return {
      reason: `Gate ${refused.gateId} did not pass on what ${name} left: ${refused.message.replace(/[.]$/, '')}.`,
      freedBy: `a change that mends it, or resuming the run, which runs ${refused.gateId} again`,
    };
  }
  const gates = [...run.openGateRuns].filter((one) => one.wave !== null).map((one) => one.gateId);
  if (gates.length > 0) {
    return { reason: `Gate ${gates.join(', ')} judges what ${name} left.`, freedBy: `gate ${gates.join(', ')}` };
  }
  const open = openTasksOfWave(run).map((task) => naming.task(task.plan.taskId));
  const rest = open.length > NAMES_SHOWN ? ` and ${open.length - NAMES_SHOWN} more` : '';
  return {
    reason: `The next wave begins when ${name} has landed and its gates have passed.`,
    // Its tasks may be over while a gate that nobody waited for still runs, or a judgement.
    freedBy: open.length === 0 ? 'the end of what is under way' : `${open.slice(0, NAMES_SHOWN).join(', ')}${rest}`,
  };
}
