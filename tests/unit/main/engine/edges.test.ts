// Edges between tasks in a run: what each kind asks of the task before, and what it hands on.
import { describe, expect, test } from 'vitest';
import { uetPrompt } from '../../../../src/main/projections/uet-run.ts';
import { waitingFor } from '../../../../src/main/projections/waiting-for.ts';
import { handoffsFor } from '../../../../src/main/state/handoffs-for.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import type { FileChange } from '../../../../src/shared/domain/patch.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import type { Edge } from '../../../../src/shared/plan/plan.ts';
import { makeGate, makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { BUILT, CAPTURED, GOOD, gateOutcome, kindsOf, MADE_PATCH, type OpenRun, openRun } from './open-run.ts';

const gate = (gateId: string) => makeGate(gateId, { kind: 'lint', argv: ['x'], required: false });

function pair(edge: Omit<Edge, 'task'>, before: Partial<Parameters<typeof makeTask>[0]> = {}): OpenRun {
  const tasks = [
    makeTask({ taskId: 'a', name: 'First', gates: edge.edge === 'gate' ? ['lint'] : [], ...before }),
    makeTask({ taskId: 'b', after: [{ task: 'a', ...edge }] }),
    makeTask({ taskId: 'c', after: [{ task: 'b', edge: 'success' }] }),
  ];
  return openRun(makePlan({ tasks, gates: [gate('lint')] }));
}

const taskOf = (open: OpenRun, taskId: string) => present(open.run.tasks.get(taskId), taskId);

function commit(open: OpenRun, verdict?: 'passed' | 'failed') {
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  if (verdict !== undefined) open.answer('run-gate', gateOutcome(verdict));
  return open.answer('swap-head', { kind: 'swapped' });
}

describe('a gate edge', () => {
  const LINT = { edge: 'gate', gate: 'lint' } as const;

  test('lets the task start when the gate passed on what was committed', () => {
    const open = pair(LINT);
    expect(waitingFor(open.run, taskOf(open, 'b'))).toEqual({ reason: 'It comes after a.', freedBy: 'a' });
    commit(open, 'passed');
    expect(taskOf(open, 'b').state).toBe('running');
  });

  test('halts the chain when the gate failed, although the task before completed', () => {
    const open = pair(LINT);
    commit(open, 'failed');
    expect(['a', 'b', 'c'].map((id) => taskOf(open, id).state)).toEqual(['completed', 'blocked', 'blocked']);
    expect(taskOf(open, 'b').reason).toBe('a did not pass a gate, and this task comes after it');
    expect(waitingFor(open.run, taskOf(open, 'c'))?.reason).toBe('A gate that a had to pass did not pass.');
    expect(open.run.state).toBe('failed');
  });

  test('halts the chain when the task before changed nothing, so that no gate has judged anything', () => {
    const open = pair(LINT, { allowNoChange: true });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(taskOf(open, 'b').state).toBe('blocked');
  });

  test('is satisfied by a task that changed nothing where the gate has passed on the head as it is', () => {
    const tasks = [
      makeTask({ taskId: 'x', gates: ['lint'] }),
      makeTask({ taskId: 'a', gates: ['lint'], allowNoChange: true, after: [{ task: 'x', edge: 'success' }] }),
      makeTask({ taskId: 'b', after: [{ task: 'a', ...LINT }] }),
    ];
    const open = openRun(makePlan({ tasks, gates: [gate('lint')] }));
    commit(open, 'passed');
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(taskOf(open, 'b').state).toBe('running');
  });

  test('halts the chain when the task before fails', () => {
    const open = pair(LINT, { maxAttempts: 1 });
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit 1' } as const;
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', patch: null, failure });
    expect(taskOf(open, 'b').state).toBe('blocked');
  });
});

describe('an artifact edge', () => {
  const file = (path: string): FileChange => ({
    path,
    oldPath: null,
    change: 'modified',
    oldMode: '100644',
    newMode: '100644',
    oldOid: '1',
    newOid: '2',
    insertions: 2,
    deletions: 1,
    binary: false,
  });

  function handOn(paths: readonly string[], notes: readonly string[] = []) {
    const open = pair({ edge: 'artifact' });
    const patch = { ...CAPTURED, files: paths.map(file), insertions: 7, deletions: 3 };
    open.answer('start-attempt', { ...MADE_PATCH, patch, notes });
    open.answer('validate-patch', GOOD);
    open.answer('build-candidate', BUILT);
    return { open, turn: open.answer('swap-head', { kind: 'swapped' }) };
  }

  test('writes down once what the task before changed, before the next one starts', () => {
    const { open, turn } = handOn(['src/a.ts'], ['The tool notes: mind the units']);
    const kinds = kindsOf(turn);
    expect(kinds.filter((kind) => kind === 'handoff-written')).toHaveLength(1);
    expect(kinds.indexOf('handoff-written')).toBeLessThan(kinds.indexOf('attempt-created'));
    expect(handoffsFor(open.run, taskOf(open, 'b'))).toEqual([
      {
        taskId: 'a',
        name: 'First',
        tool: 'script',
        completion: 'committed',
        commit: BUILT.commit,
        files: [{ path: 'src/a.ts', oldPath: null, change: 'modified', insertions: 2, deletions: 1 }],
        filesTotal: 1,
        insertions: 7,
        deletions: 3,
        notes: ['The tool notes: mind the units'],
      },
    ]);
    expect(handoffsFor(open.run, taskOf(open, 'c'))).toEqual([]);
  });

  test('is part of what the tool is given', () => {
    const { open } = handOn(['src/a.ts'], ['mind the units']);
    const attempt = present(taskOf(open, 'b').attempts[0], 'attempt of b');
    const context = uetPrompt(open.run, attempt)?.sections.CONTEXT;
    expect(context).toContain(
      `Task a ("First") hands on commit ${BUILT.commit}:\n- modified src/a.ts +2 -1\n- note: "mind the units"`,
    );
  });

  test('is bounded, and says what it left out', () => {
    const paths = Array.from({ length: LIMITS.handoffFiles + 5 }, (_, at) => `f${at}`);
    const { open } = handOn(
      paths,
      Array.from({ length: 100 }, () => 'x'.repeat(10_000)),
    );
    const handoff = present(taskOf(open, 'a').handoff, 'handoff');
    expect(handoff.files).toHaveLength(LIMITS.handoffFiles);
    expect(handoff.filesTotal).toBe(LIMITS.handoffFiles + 5);
    expect(handoff.notes).toHaveLength(LIMITS.handoffNotes);
    expect(handoff.notes[0]).toHaveLength(LIMITS.handoffNoteLength);
  });

  test('of a task that changed nothing says so', () => {
    const open = pair({ edge: 'artifact' }, { allowNoChange: true });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(taskOf(open, 'b').state).toBe('running');
    expect(taskOf(open, 'a').handoff).toMatchObject({ completion: 'no_change', commit: null, filesTotal: 0 });
  });
});

test('an implied edge orders, and a failure before it does not halt', () => {
  const open = pair({ edge: 'finish', implied: true }, { maxAttempts: 1 });
  expect(waitingFor(open.run, taskOf(open, 'b'))?.reason).toBe('It reads what is written by a.');
  const failure = { code: 'E_TOOL_FAILURE', message: 'exit 1' } as const;
  open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', patch: null, failure });
  expect(taskOf(open, 'b').state).toBe('running');
});
