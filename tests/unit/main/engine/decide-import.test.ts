// A patch from elsewhere enters a run as a task: held to everything, and in nobody's way.
import { describe, expect, test } from 'vitest';
import { packRun, unpackRun } from '../../../../src/main/state/pack-run.ts';
import type { CommandWork } from '../../../../src/shared/domain/command.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, MADE_PATCH, openRun } from './open-run.ts';

const PATCH = 'ZGlmZg==';
const work = (more: Partial<Extract<CommandWork, { name: 'import-patch' }>> = {}): CommandWork => {
  return { name: 'import-patch', taskId: null, file: 'x.patch', sha256: 'a', paths: ['src/x.js'], ...more };
};

function begin() {
  const tasks = [makeTask({ taskId: 'a' }), makeTask({ taskId: 'b', after: successOf('a') })].map((task, at) => {
    const constraints = { ...task.constraints, maxLinesChanged: 10 + at, asciiOnly: at === 1 };
    return { ...task, constraints, scope: { read: [], write: [`${task.taskId}/**`], create: [], forbidden: [] } };
  });
  return openRun(makePlan({ tasks, gates: [makeGate('lint'), makeGate('unit')] }), 4, {
    whenStuck: 'wait',
  });
}

describe('a patch from elsewhere', () => {
  test('that stands for itself is held to the limits of its workstream, to its own files and to every gate', () => {
    const open = begin();
    expect(open.command(work(), { patch: PATCH }).refusal).toBeNull();
    const { plan, claims, attempts } = open.run.tasks.get('import-1') ?? {};
    expect(plan).toMatchObject({
      tool: 'patch',
      launch: { kind: 'patch', patch: { file: 'x.patch', base64: PATCH } },
      scope: { write: ['src/x.js'] },
      gates: ['lint', 'unit'],
      maxAttempts: 1,
      critical: false,
      origin: { kind: 'import', task: null },
    });
    expect(plan?.constraints).toMatchObject({ maxLinesChanged: 10, asciiOnly: true });
    expect(claims?.length).toBeGreaterThan(0);
    expect(attempts).toHaveLength(1);
  });

  test('is not in the command, which is known by its sum, and survives a snapshot', () => {
    const open = begin();
    open.command(work(), { patch: PATCH });
    expect(JSON.stringify([...open.run.commands.values()])).not.toContain(PATCH);
    const again = unpackRun(packRun(open.run));
    expect(again.tasks.get('import-1')?.plan.launch).toEqual({
      kind: 'patch',
      patch: { file: 'x.patch', base64: PATCH },
    });
  });

  test('comes once by the same command, and another one under that id is refused', () => {
    const open = begin();
    const commandId = '01J00000000000000000000C01';
    open.command(work(), { patch: PATCH, commandId });
    expect(open.command(work(), { patch: PATCH, commandId }).refusal).toBeNull();
    expect(open.run.added).toHaveLength(1);
    expect(open.command(work({ sha256: 'b' }), { patch: PATCH, commandId }).refusal?.code).toBe('E_USAGE');
  });

  test('that fails does not fail the run', () => {
    const open = begin();
    open.command(work(), { patch: PATCH });
    const effect = open.pendingOf('start-attempt').find(({ body }) => body.taskId === 'import-1');
    if (effect === undefined) throw new Error('it was not started');
    const failure = { code: 'E_PATCH_REFUSED', message: 'It does not apply' } as const;
    const outcome = { ...MADE_PATCH, result: 'failed', patch: null, failure } as const;
    open.say({ type: 'outcome', kind: 'start-attempt', effect, outcome });
    expect(open.run.tasks.get('import-1')).toMatchObject({ state: 'failed' });
    expect(open.run).toMatchObject({ state: 'running', control: 'active' });
  });

  test('has no place where no task waits for a person, where nothing is open, and above the limit', () => {
    const open = begin();
    expect(open.command(work({ taskId: 'nope' }), { patch: PATCH }).refusal?.code).toBe('E_NOT_FOUND');
    expect(open.command(work({ taskId: 'a' }), { patch: PATCH }).refusal?.code).toBe('E_WRONG_STATE');
    for (let number = 0; number < LIMITS.importedPatches; number += 1)
      expect(open.command(work({ sha256: `${number}` }), { patch: PATCH }).refusal).toBeNull();
    expect(open.command(work(), { patch: PATCH }).refusal?.code).toBe('E_LIMIT');
  });

  test('takes the place of one that waits for a person: the question is withdrawn, and its commit completes the task', () => {
    const open = begin();
    open.answer('start-attempt', MADE_PATCH);
    const findings = [
      { rule: 'protected-paths', severity: 'warning', action: 'review', path: 'a', line: 0, message: 'm', advice: 'a' },
    ] as const;
    open.answer('validate-patch', { ...GOOD, findings });
    expect(open.run.openReviews.size).toBe(1);
    expect(open.command(work({ taskId: 'a' }), { patch: PATCH }).refusal).toBeNull();
    expect(open.run.openReviews.size).toBe(0);
    const [old] = open.run.patches.values();
    expect(old?.state).toBe('dropped');
    open.answer('start-attempt', MADE_PATCH);
    open.answer('validate-patch', GOOD);
    expect([...open.run.patches.values()].at(-1)?.created.replaces).toBe(old?.patchId);
    open.answer('build-candidate', BUILT);
    open.answer('swap-head', { kind: 'swapped' });
    expect(open.run.tasks.get('a')?.state).toBe('completed');
  });
});
