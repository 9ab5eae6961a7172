// Gives a random plan gates of every sort: side by side, one after another, not required, not waited for, at the end of waves.
import type { GateDefinition, Plan, TaskPlan } from '../../src/shared/plan/plan.ts';
import { makeGate } from '../fakes/make-plan.ts';
import { createDice } from './seeded-random.ts';

export function withGates(plan: Plan, seed: number): Plan {
  const dice = createDice(seed).stream('gates');
  const gates: readonly GateDefinition[] = [
    makeGate('lint', { required: dice.chance(0.5) }),
    makeGate('unit', dice.chance(0.5) ? { after: ['lint'] } : {}),
    makeGate('security'),
    makeGate('slow', { blocking: false, required: dice.chance(0.3) }),
    makeGate('integration', { after: ['unit'] }),
    makeGate('whole', { waveBoundary: true, required: dice.chance(0.7) }),
    makeGate('after-whole', { waveBoundary: true, after: ['whole'] }),
  ];
  const late = new Set(gates.filter((gate) => gate.waveBoundary === true).map((gate) => gate.gateId));
  const isWaved = dice.chance(0.5);
  const gated = (task: TaskPlan): TaskPlan => {
    const asked = gates.map((gate) => gate.gateId).filter(() => dice.chance(0.4));
    const waveGates = isWaved ? asked.filter((id) => late.has(id)) : [];
    const own = { ...task, gates: asked.filter((id) => !late.has(id)) };
    return waveGates.length === 0 ? own : { ...own, waveGates };
  };
  const used = isWaved ? gates : gates.filter((gate) => !late.has(gate.gateId));
  return { ...plan, gates: used, gateSlots: dice.between(1, 4), tasks: plan.tasks.map(gated) };
}
