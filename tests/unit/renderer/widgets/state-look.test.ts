// Tests that every state of every machine has a word, a tone and a glyph of its own within its noun.
import { describe, expect, it } from 'vitest';
import {
  ATTEMPT_LOOKS,
  GATE_LOOKS,
  PATCH_LOOKS,
  runLook,
  TASK_LOOKS,
} from '../../../../src/renderer/widgets/state-look.tsx';
import { ATTEMPT_MACHINE } from '../../../../src/shared/domain/attempt.ts';
import { GATE_RUN_MACHINE } from '../../../../src/shared/domain/gate.ts';
import { PATCH_MACHINE } from '../../../../src/shared/domain/patch.ts';
import { RUN_CONTROL_MACHINE } from '../../../../src/shared/domain/run.ts';
import { TASK_MACHINE } from '../../../../src/shared/domain/task.ts';
import { statesOf } from '../../../../src/shared/lib/machine.ts';

describe('looks of states', () => {
  it.each([
    ['task', TASK_MACHINE, TASK_LOOKS],
    ['patch', PATCH_MACHINE, PATCH_LOOKS],
    ['attempt', ATTEMPT_MACHINE, ATTEMPT_LOOKS],
    ['gate run', GATE_RUN_MACHINE, GATE_LOOKS],
  ])('has one word for each state of a %s', (_noun, machine, looks) => {
    expect(Object.keys(looks).sort()).toEqual(Object.keys(machine.moves).sort());
    const words = Object.values(looks).map((look) => look.word);
    expect(new Set(words).size).toBe(words.length);
  });

  it('shows what a person asked of a live run, and the end of a run that has ended', () => {
    const controls = statesOf(RUN_CONTROL_MACHINE);
    const live = controls.map((control) => runLook({ state: 'running', control }).word);
    expect(new Set(live).size).toBe(controls.length);
    expect(runLook({ state: 'failed', control: 'waiting' }).word).toBe('Failed');
  });
});
