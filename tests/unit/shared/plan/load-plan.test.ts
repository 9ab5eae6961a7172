// A plan file becomes a plan, or a list of everything that is wrong with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { toConstraints } from '../../../../src/shared/plan/effective-policy.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import { runBlockers } from '../../../../src/shared/plan/run-blockers.ts';
import { load, onePhase, said, taskText } from './plan-text.ts';

const golden = (name: string): string => readFileSync(join(import.meta.dirname, '../../../golden', name), 'utf8');

describe('the example plan', () => {
  const loaded = loadPlan({ text: golden('plan-example.plan.yaml'), file: 'plan-example.plan.yaml' });

  it('is in order but for what this version cannot run yet', () => {
    expect(loaded.problems.map((one) => [one.severity, one.code, one.line])).toEqual([
      ['warning', 'E_BUDGET_BASIS', 9],
      ['warning', 'E_TOOL_UNAVAILABLE', 54],
    ]);
    expect(runBlockers(loaded).map((one) => [one.severity, one.code])).toEqual([
      ['error', 'E_BUDGET_BASIS'],
      ['error', 'E_TOOL_UNAVAILABLE'],
    ]);
  });

  it('is resolved in every part', () => {
    const plan = loaded.plan;
    expect(plan).toMatchObject({ planId: 'greeter', projectId: 'sample', strategy: 'dag', budgetMicroUsd: 2_000_000 });
    expect(plan?.gates.map((gate) => [gate.gateId, gate.timeoutMs, gate.after])).toEqual([
      ['lint', 60_000, []],
      ['unit', LIMITS.gateTimeoutMs, ['lint']],
    ]);
    const [greet, test, shout, polish, approve] = plan?.tasks ?? [];
    expect(greet).toMatchObject({ line: 27, gates: ['lint', 'unit'], maxAttempts: 3, allowNoChange: false });
    expect(greet?.scope).toEqual({
      read: [],
      write: ['src/**'],
      create: ['src/**', 'test/**'],
      forbidden: ['.github/**'],
    });
    expect(test?.launch.kind === 'script' && test.launch.script.attempts.length).toBe(2);
    expect(test?.timeoutMs).toBe(120_000);
    expect(shout?.launch).toMatchObject({ kind: 'command', command: { successExit: [0], litter: ['*.tmp'] } });
    expect(shout?.critical).toBe(false);
    expect(polish).toMatchObject({ tool: 'claude', allowNoChange: true, launch: { kind: 'other' } });
    expect(approve).toMatchObject({ tool: 'person', launch: { kind: 'person' }, gates: [] });
  });
});

it('a file with ten faults lists ten faults, each with line and advice', () => {
  const loaded = loadPlan({ text: golden('plan-ten-faults.plan.yaml'), file: 'x' });
  expect(loaded.plan).toBeNull();
  expect(loaded.problems.map((one) => [one.line, one.code])).toEqual([
    [3, 'E_SCHEMA'],
    [5, 'E_CYCLE'],
    [14, 'E_UNKNOWN_REFERENCE'],
    [19, 'E_CYCLE'],
    [26, 'E_UNKNOWN_TOOL'],
    [27, 'E_SCHEMA'],
    [30, 'E_UNKNOWN_REFERENCE'],
    [32, 'E_DUPLICATE_ID'],
    [37, 'E_LOOSENED'],
    [38, 'E_SCHEMA'],
  ]);
  expect(loaded.problems.every((one) => one.severity === 'error' && one.advice.length > 10)).toBe(true);
});

describe('a bare workstream', () => {
  const workstream = (tasks: readonly object[]): string =>
    JSON.stringify({ workstream_id: 'W', project_id: 'p', phase_id: 'P', name: 'W', objective: 'o', tasks });
  const bare = { task_id: 'a', name: 'A', kind: 'code_edit' };
  const template = { script: { edits: [{ delete: 'a.txt' }] } };

  it('runs as a plan of one phase, its tool taken from the request template', () => {
    const loaded = load(workstream([{ ...bare, execution_request_template: template }]));
    expect(loaded.schema).toBe('workstream_spec.v1');
    expect(loaded.problems).toEqual([]);
    expect(loaded.plan?.phases).toMatchObject([{ phaseId: 'P' }]);
    expect(loaded.plan?.tasks[0]?.launch.kind).toBe('script');
  });

  it('is valid without a tool, but cannot run before one is named', () => {
    const loaded = load(workstream([bare]));
    expect(loaded.plan).not.toBeNull();
    expect(runBlockers(loaded)[0]).toMatchObject({ code: 'E_UNKNOWN_TOOL', severity: 'error' });
    expect(runBlockers(loaded)[0]?.advice).toContain('--tool');
    expect(load(workstream([bare]), { options: { tool: 'claude' } }).plan?.tasks[0]?.tool).toBe('claude');
  });

  it('reports what the schema of the framework does not allow, and emptiness', () => {
    expect(said(load(workstream([{ ...bare, tool: 'script' }])))[0]).toContain('`tool` is not a field');
    expect(said(load(workstream([])))).toEqual(['E_SCHEMA The workstream has no tasks, so there is nothing to run.']);
    const broken = load(workstream([{ ...bare, execution_request_template: { script: { edits: [{}] } } }]));
    expect(said(broken)[0]).toContain('no edit that can be read');
  });
});

describe('a file that is no plan', () => {
  it.each([
    ['', 'empty or no document'],
    ['just text', 'no document we know'],
    ['{"task_id":"t","name":"T","kind":"x"}', 'is a task_spec.v1, not a plan'],
  ])('%j is refused with the names of what is known', (text, message) => {
    const loaded = load(text);
    expect(loaded.plan).toBeNull();
    expect(loaded.problems[0]).toMatchObject({ code: 'E_UNKNOWN_SCHEMA' });
    expect(loaded.problems[0]?.message).toContain(message);
  });
});

describe('limits', () => {
  it('a file that is too large is not parsed', () => {
    expect(said(load('x'.repeat(LIMITS.planFileBytes + 1)))[0]).toContain('characters');
  });

  it('JSON may be larger than YAML, to a limit of its own', () => {
    const blanks = ' '.repeat(LIMITS.planFileBytes);
    expect(load(`${onePhase({ tasks: { a: {} } })}${blanks}`).problems).toEqual([]);
    expect(said(load(`a: 1 # YAML ${blanks}`))[0]).toContain(`may have ${LIMITS.planFileBytes}`);
    expect(said(load(`{${' '.repeat(LIMITS.jsonFileBytes)}}`))[0]).toContain(`may have ${LIMITS.jsonFileBytes}`);
  });

  it('a plan with too many tasks is refused', () => {
    const tasks = Array.from({ length: LIMITS.planTasks + 1 }, (_, index) => taskText(`t${index}`));
    const text = onePhase({ tasks: {}, workstream: { tasks } });
    expect(said(load(text))[0]).toContain(`at most ${LIMITS.planTasks}`);
  }, 120_000);
});

it('options: strategy over the file, policy on top of the project', () => {
  const text = onePhase({ plan: { strategy: 'dag' }, tasks: { a: {}, b: {} } });
  const constraints = { max_lines_changed: 50, forbid_touching_paths: ['infra/'] };
  const document = { patch_policy_id: 'small', scope: { level: 'doc' }, constraints };
  const policy = { file: 'small.json', text: JSON.stringify(document) };
  const { plan } = load(text, { options: { strategy: 'sequential', policy } });
  expect(plan?.strategy).toBe('sequential');
  expect(plan?.tasks[1]?.after).toEqual([{ task: 'a', edge: 'success' }]);
  expect(plan?.tasks[0]?.constraints).toEqual({
    ...toConstraints({}, []),
    patchRequired: true,
    maxLinesChanged: 50,
    maxFilesChanged: LIMITS.patchMaxFiles,
    forbidBinary: true,
    forbidPaths: ['infra/**'],
  });
});
