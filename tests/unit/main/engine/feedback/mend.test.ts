// What a gate refuses is mended by tasks of the run, bounded by what they mend and what they bring.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../../../src/main/state/evolve.ts';
import { allRows } from '../../../../../src/main/state/rows.ts';
import type { FailingTest, GateOutcome } from '../../../../../src/shared/domain/gate.ts';
import type { WhenStuck } from '../../../../../src/shared/domain/run.ts';
import type { NewEvent } from '../../../../../src/shared/events/event.ts';
import type { Launch } from '../../../../../src/shared/plan/plan.ts';
import type { PlanSketch, TaskSketch } from '../../../../fakes/make-plan.ts';
import { makeGate, makePlan, makeTask, successOf } from '../../../../fakes/make-plan.ts';
import { BUILT, CAPTURED, GOOD, gateOutcome, kindsOf, MADE_PATCH, type OpenRun, openRun, RUN_ID } from '../open-run.ts';

const COMMAND: Launch = {
  kind: 'command',
  command: {
    tool: 'command',
    argv: ['node', 'tool.js'],
    shell: false,
    stdin: '',
    successExit: [0],
    litter: [],
    env: {},
  },
};

function failing(...names: readonly string[]): GateOutcome {
  const failures = names.map((name): FailingTest => ({ name, file: 'a.test.js', line: 3, message: 'no' }));
  return { ...gateOutcome('failed'), exitCode: 1, message: 'it ended with exit code 1', tail: 'the tail', failures };
}

interface Mending {
  readonly open: OpenRun;
  readonly events: NewEvent[];
  /** The tool of the newest attempt makes a patch with this tree, which is built. */
  make(tree?: string): void;
  /** And the gate says so about it. */
  gate(outcome: GateOutcome): ReturnType<OpenRun['answer']>;
  task(taskId: string): NonNullable<ReturnType<OpenRun['run']['tasks']['get']>>;
  /** What was tried, in order: state of each patch. */
  patches(): readonly string[];
}

function mending(
  more: Partial<TaskSketch> = {},
  plan: Partial<PlanSketch> = {},
  whenStuck: WhenStuck = 'end',
): Mending {
  const events: NewEvent[] = [];
  const tasks = [
    makeTask({ taskId: 'a', tool: 'command', launch: COMMAND, gates: ['unit'], maxAttempts: 2, ...more }),
    makeTask({ taskId: 'b', after: successOf('a'), allowNoChange: true }),
  ];
  const onTurn = (turn: { commit: { events: readonly NewEvent[] } }) => void events.push(...turn.commit.events);
  const open = openRun(makePlan({ tasks, gates: [makeGate('unit', { argv: ['node', '--test'] })], ...plan }), 4, {
    onTurn,
    whenStuck,
  });
  let made = 0;
  return {
    open,
    events,
    make: (tree) => {
      made += 1;
      const patch = { ...CAPTURED, tree: tree ?? `${made}`.repeat(40) };
      open.answer('start-attempt', { ...MADE_PATCH, patch });
      open.answer('validate-patch', GOOD);
      open.answer('build-candidate', { ...BUILT, commit: `${made}c`.repeat(20), tree: `${made}d`.repeat(20) });
    },
    gate: (outcome) => open.answer('run-gate', outcome),
    task: (taskId) => {
      const task = open.run.tasks.get(taskId);
      if (task === undefined) throw new Error(`no task ${taskId}`);
      return task;
    },
    patches: () => [...open.run.patches.values()].map(({ state }) => state),
  };
}

describe('a fix task', () => {
  test('is added when a gate refuses a patch, which is kept; it knows what failed and begins from there', () => {
    const { open, make, gate, task } = mending();
    make();
    const turn = gate(failing('adds', 'takes'));
    expect(kindsOf(turn)).toEqual(
      expect.arrayContaining(['gate-finished', 'patch-quarantined', 'task-added', 'attempt-created']),
    );
    const [patch] = open.run.patches.values();
    expect(patch).toMatchObject({ state: 'quarantined', commit: null });
    expect(patch?.reason).toContain('task fix-a-1 goes on from it');
    const fix = task('fix-a-1');
    expect(fix.plan.origin).toMatchObject({
      kind: 'fix',
      task: 'a',
      patch: patch?.patchId,
      start: { from: '1c'.repeat(20), base: open.run.created.base },
      fix: { gateId: 'unit', number: 1, of: 3, failed: 2, tail: 'the tail', command: ['node', '--test'] },
    });
    expect(fix.plan.prompt).toContain('adds (a.test.js:3): no');
    expect(fix.attempts[0]).toMatchObject({ base: open.run.created.base, startFrom: '1c'.repeat(20) });
    expect(task('a').state).toBe('validating');
    expect(task('b').state).toBe('pending');
  });

  test('that passes lands in place of the patch; the task is completed and what comes after it starts', () => {
    const { open, make, gate, task, patches } = mending();
    make();
    gate(failing('adds'));
    make();
    gate(gateOutcome('passed'));
    open.answer('swap-head', { kind: 'swapped' });
    expect(patches()).toEqual(['dropped', 'committed']);
    expect(task('a')).toMatchObject({ state: 'completed', completion: 'replaced' });
    expect(task('b').state).toBe('running');
    const swap = open.run.head;
    expect(swap).toBe('2c'.repeat(20));
    open.answer('start-attempt', { ...MADE_PATCH, result: 'no_change', patch: null });
    expect(open.run.state).toBe('succeeded');
  });

  test('is not made a fourth time for one signature; the patch stays in quarantine and the task fails', () => {
    const { open, make, gate, task, patches, events } = mending();
    make();
    for (let fix = 1; fix <= 3; fix += 1) {
      gate(failing('adds'));
      expect(task(`fix-a-${fix}`).plan.origin?.fix?.number).toBe(fix);
      make();
    }
    gate(failing('adds'));
    expect(events.filter(({ kind }) => kind === 'task-added')).toHaveLength(3);
    expect(open.run.tasks.has('fix-a-4')).toBe(false);
    expect(patches()).toEqual(['quarantined', 'dropped', 'dropped', 'dropped']);
    expect(task('a').state).toBe('failed');
    expect(task('a').reason).toMatch(
      /gate unit failed: it ended with exit code 1; 3 fixes for this signature of errors \([0-9a-f]{12}\) did not mend it/,
    );
    expect(task('b')).toMatchObject({ state: 'blocked', rootCause: 'a' });
    expect(open.run.state).toBe('failed');
  });

  test('that fails less is what the next one begins from; one that fails as much or more is not', () => {
    const { make, gate, task, patches } = mending();
    make();
    gate(failing('adds', 'takes', 'shows'));
    make();
    gate(failing('takes'));
    expect(task('fix-a-2').plan.origin).toMatchObject({
      start: { from: '2c'.repeat(20) },
      fix: { number: 1, failed: 1 },
    });
    make();
    gate(failing('adds', 'takes'));
    expect(task('fix-a-3').plan.origin).toMatchObject({
      start: { from: '2c'.repeat(20) },
      fix: { number: 2, failed: 1 },
    });
    expect(patches()).toEqual(['dropped', 'quarantined', 'dropped']);
  });

  test('that passes the gate and fails another one has got further', () => {
    const gates = [makeGate('lint'), makeGate('unit', { after: ['lint'] })];
    const { make, gate, task } = mending({ gates: ['lint', 'unit'] }, { gates });
    make();
    gate(failing('semi'));
    make();
    gate(gateOutcome('passed'));
    gate(failing('adds', 'takes', 'shows'));
    expect(task('fix-a-2').plan.origin).toMatchObject({
      start: { from: '2c'.repeat(20) },
      fix: { gateId: 'unit', number: 1 },
    });
    make();
    gate(failing('semi'));
    expect(task('fix-a-3').plan.origin).toMatchObject({
      start: { from: '2c'.repeat(20) },
      fix: { gateId: 'unit', number: 2 },
    });
  });

  test('whose failure names no tests is not less than what did', () => {
    const { make, gate, task } = mending();
    make();
    gate(failing('adds', 'takes'));
    make();
    gate({ ...gateOutcome('failed'), tail: 'SyntaxError' });
    expect(task('fix-a-2').plan.origin).toMatchObject({
      start: { from: '1c'.repeat(20) },
      fix: { number: 2, failed: 2 },
    });
  });

  test('that leaves what it began with has changed nothing, which counts', () => {
    const { open, make, gate, task } = mending();
    make();
    gate(failing('adds'));
    open.answer('start-attempt', { ...MADE_PATCH, patch: { ...CAPTURED, tree: '1d'.repeat(20) } });
    expect(task('fix-a-1')).toMatchObject({ state: 'failed', code: 'E_NO_CHANGE' });
    expect(task('fix-a-2').plan.origin?.fix?.number).toBe(2);
    expect(open.run.patches.size).toBe(1);
  });

  test('whose tool fails for good takes the task along: the next one would have the same tool', () => {
    const { open, make, gate, task, patches } = mending();
    make();
    gate(failing('adds'));
    const failure = { code: 'E_TOOL_FAILURE', message: 'exit code 7' } as const;
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure, patch: null });
    expect(task('fix-a-1').state).toBe('retrying');
    open.wait(60_000);
    open.say({ type: 'wake', runId: RUN_ID });
    open.answer('start-attempt', { ...MADE_PATCH, result: 'failed', failure, patch: null });
    expect(task('a').reason).toBe(
      'gate unit failed: it ended with exit code 1; fix-a-1 could not mend it: exit code 7',
    );
    expect(patches()).toEqual(['quarantined']);
  });

  test('all of one task have a limit, whatever they bring', () => {
    const { open, make, gate, task, events } = mending(
      {},
      { feedback: { on: true, tool: null, perTask: 4, perSignature: 3 } },
    );
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    make();
    for (let left = names.length; left > 2; left -= 1) {
      gate(failing(...names.slice(0, left)));
      if (open.pendingOf('start-attempt').length > 0) make();
    }
    expect(events.filter(({ kind }) => kind === 'task-added')).toHaveLength(4);
    expect(task('a').reason).toContain('4 fixes did not mend it, and there may be no more for one task');
  });
});

describe('no fix is made', () => {
  test('where they are switched off: the task is tried again as before', () => {
    const { make, gate, task, open } = mending(
      {},
      { feedback: { on: false, tool: null, perTask: 9, perSignature: 3 } },
    );
    make();
    expect(kindsOf(gate(failing('adds')))).toContain('task-retrying');
    expect(task('a').state).toBe('retrying');
    expect(open.run.tasks.size).toBe(2);
  });

  test('of a gate that could not run, which says nothing about the change', () => {
    const { make, gate, task } = mending();
    make();
    gate(gateOutcome('error'));
    expect(task('a').state).toBe('retrying');
  });

  test('while a script has other edits for its next attempt; then its `fix` has its turn', () => {
    const edits = (text: string) => ({ waitSeconds: 0, edits: [{ write: 'a.txt', text }] });
    const script = { tool: 'script', attempts: [edits('1'), edits('2')], fix: [edits('3')] } as const;
    const { make, gate, task, open } = mending({ tool: 'script', launch: { kind: 'script', script }, maxAttempts: 3 });
    make();
    gate(failing('adds'));
    expect(task('a').state).toBe('retrying');
    open.wait(60_000);
    open.say({ type: 'wake', runId: RUN_ID });
    make();
    gate(failing('adds'));
    expect(task('fix-a-1').plan.launch).toEqual({ kind: 'script', script: { tool: 'script', attempts: [edits('3')] } });
    make();
    gate(failing('adds'));
    expect(task('a').state).toBe('failed');
    expect(task('a').reason).toContain('its script has no further `fix`');
  });

  test('while the run stops: nothing new begins', () => {
    const { make, gate, open, task } = mending();
    make();
    open.command({ name: 'stop', mode: 'drain' });
    gate(failing('adds'));
    expect(open.run.tasks.has('fix-a-1')).toBe(false);
    expect(task('a').state).toBe('cancelled');
  });
});

test('a tool of the project mends where the plan says so, with all that failed in its prompt', () => {
  const mender = {
    toolId: 'mender',
    argv: ['mend', '{prompt}'],
    stdin: '',
    successExit: [0],
    litter: [],
    env: {},
    taskKinds: null,
    domains: null,
    givesPatch: true,
    maxParallel: null,
    startsPerMinute: null,
    timeoutMs: null,
    idleTimeoutMs: null,
    breaker: { failures: 5, cooldownMs: 1000 },
  };
  const feedback = { on: true, tool: 'mender', perTask: 9, perSignature: 3 };
  const { make, gate, task } = mending({}, { feedback, tools: [mender] });
  make();
  gate(failing('adds'));
  const { launch } = task('fix-a-1').plan;
  expect(task('fix-a-1').tool).toBe('mender');
  expect(launch.kind === 'command' ? launch.command.argv[1] : '').toContain('adds (a.test.js:3)');
});

test('a person may have the task tried again when its fixes are used up, and it gets new ones', () => {
  const feedback = { on: true, tool: null, perTask: 1, perSignature: 1 };
  const { open, make, gate, task } = mending({}, { feedback }, 'wait');
  make();
  gate(failing('adds'));
  make();
  expect(kindsOf(gate(failing('adds')))).toContain('task-failed');
  expect(open.run.control).toBe('waiting');
  expect(open.command({ name: 'retry', taskId: 'a' }).refusal).toBeNull();
  make();
  gate(failing('adds'));
  expect(task('a').additions.map(({ plan }) => plan.taskId)).toEqual(['fix-a-2']);
  expect(task('fix-a-2').plan.origin?.fix?.number).toBe(1);
});

test('a chain of fixes is the same after a replay, at every event of it', () => {
  const { open, make, gate, events } = mending();
  make();
  gate(failing('adds', 'takes'));
  make();
  gate(failing('adds'));
  make();
  gate(gateOutcome('passed'));
  open.answer('swap-head', { kind: 'swapped' });
  const replayed = replay(events);
  expect(replayed === null ? null : allRows(replayed)).toEqual(allRows(open.run));
});
