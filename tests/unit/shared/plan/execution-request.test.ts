// The same task and facts give the same request, in the words of v1.
import { expect, test } from 'vitest';
import { executionRequest } from '../../../../src/shared/plan/execution-request.ts';
import { makePlan, makeTask, type TaskSketch } from '../../../fakes/make-plan.ts';

const FACTS = {
  requestId: '01KB7Q3T0E8W6S5R4Q3P2N1M0A',
  promptId: '01KB7Q3T0E8W6S5R4Q3P2N1M0B',
  attemptId: '01KB7Q3T0E8W6S5R4Q3P2N1M0C',
  requestedBy: 'person',
  at: '2026-11-24T01:02:03.456Z',
};
const gate = { kind: 'unit', argv: ['x'], shell: false, after: [], timeoutMs: 1, expectedExit: 0, env: {} };

function requestOf(sketch: Partial<TaskSketch>) {
  const task = makeTask({ taskId: 'a', ...sketch });
  const gates = [
    { ...gate, gateId: 'must', required: true },
    { ...gate, gateId: 'may', required: false },
  ];
  return executionRequest(makePlan({ tasks: [task], gates }), task, FACTS);
}

test('it is made of the task as every level has narrowed it', () => {
  const scope = { read: ['**'], write: ['src/**'], create: [], forbidden: ['src/core/**'] };
  expect(requestOf({ scope, kind: 'docs', maxAttempts: 2, timeoutMs: 1_500 })).toMatchObject({
    request_id: FACTS.requestId,
    task_kind: 'docs',
    origin: { created_by: 'person', created_at: FACTS.at },
    resource_scope: scope,
    routing: { strategy: 'fixed', allowed_tools: ['script'], max_attempts: 2, timeout_seconds: 2 },
    prompt_spec: FACTS.promptId,
    telemetry: { correlation_id: FACTS.attemptId },
  });
  expect(requestOf({})).toEqual(requestOf({}));
});

test.each([
  [-1, 'low'],
  [0, 'normal'],
  [1, 'high'],
  [2, 'critical'],
  [50, 'critical'],
])('priority %i is %s', (priority, word) => {
  expect(requestOf({ priority }).classification).toEqual({ priority: word });
});

test.each([
  ['expert', { complexity: 'expert' }],
  ['medium', { complexity: 'moderate' }],
  ['enormous', {}],
  [null, {}],
])('complexity %s is said in a word of v1 or not at all', (complexity, said) => {
  const { priority: _, ...classification } = requestOf({
    classification: { complexity, riskTier: null, domain: null },
  }).classification;
  expect(classification).toEqual(said);
});

test('risk and domain are those of the plan', () => {
  const classification = { complexity: null, riskTier: 'R2', domain: 'billing' };
  expect(requestOf({ classification }).classification).toEqual({
    risk_tier: 'R2',
    domain: 'billing',
    priority: 'normal',
  });
});

test('tests must pass where a required gate is asked for', () => {
  expect(requestOf({ gates: ['may'] }).constraints.tests_must_pass).toBe(false);
  expect(requestOf({ gates: ['may', 'must'] }).constraints.tests_must_pass).toBe(true);
});

test('a direct edit is not said to be a patch', () => {
  const patchMode = { on: false, by: 'project', place: 'patchbay.yaml' } as const;
  expect(requestOf({ patchMode }).constraints.patch_only).toBe(false);
  expect(requestOf({}).constraints.patch_only).toBe(true);
});
