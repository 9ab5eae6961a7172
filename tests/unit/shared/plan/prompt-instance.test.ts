// What a tool is said to have been given is what it was given, and no secret.
import { expect, test } from 'vitest';
import { promptInstance } from '../../../../src/shared/plan/prompt-instance.ts';
import { makePlan, makeTask, makeWorkstream } from '../../../fakes/make-plan.ts';

const FACTS = { promptId: '01KB7Q3T0E8W6S5R4Q3P2N1M0A', tryNumber: 1, handoffs: [] };

function sectionsOf(task: ReturnType<typeof makeTask>, tryNumber = 1) {
  const workstreams = [makeWorkstream({ workstreamId: 'WS', objective: 'Greet people' })];
  return promptInstance(makePlan({ tasks: [task], workstreams }), task, { ...FACTS, tryNumber }).sections;
}

test('a command was given its arguments, its input, and the names of its variables but not their values', () => {
  const command = {
    tool: 'command',
    argv: ['node', 'a b.js'],
    shell: false,
    stdin: 'hello',
    successExit: [0],
    litter: [],
    env: { API_KEY: 'top secret' },
  } as const;
  const sections = sectionsOf(makeTask({ taskId: 'a', name: 'Say hello', launch: { kind: 'command', command } }));
  expect(sections.OBJECTIVE).toBe('Say hello\nGreet people');
  expect(sections.CONTEXT).toBe(
    'Arguments: ["node","a b.js"]\nVariables of the plan, by name: API_KEY\nStandard input:\nhello',
  );
  expect(JSON.stringify(sections)).not.toContain('top secret');
});

test('a script was given the edits of its try, and those of the last one after that', () => {
  const edit = (text: string) => ({ waitSeconds: 0, edits: [{ write: 'a.txt', text }] });
  const script = { tool: 'script', attempts: [edit('1'), { ...edit('2'), waitSeconds: 3 }] } as const;
  const task = makeTask({ taskId: 'a', launch: { kind: 'script', script } });
  expect(sectionsOf(task, 1).CONTEXT).toBe('{"write":"a.txt","text":"1"}');
  expect(sectionsOf(task, 2).CONTEXT).toBe('Waits 3 s first.\n{"write":"a.txt","text":"2"}');
  expect(sectionsOf(task, 3).CONTEXT).toBe(sectionsOf(task, 2).CONTEXT);
});

test('a direct edit is not said to become a patch, or to be held to the limits of one', () => {
  const sections = sectionsOf(
    makeTask({ taskId: 'a', patchMode: { on: false, by: 'project', place: 'patchbay.yaml' } }),
  );
  expect(sections.OUTPUT_SPEC).toContain('without a patch');
  expect(sections.CONSTRAINTS).toMatch(/^Unprotected: /);
  expect(sections.CONSTRAINTS).not.toContain('300 lines');
});

test('limits, scope and gates are said as its work is held to them', () => {
  const scope = { read: [], write: ['src/**'], create: ['src/**', 'docs/*.md'], forbidden: [] };
  const sections = sectionsOf(makeTask({ taskId: 'a', scope, gates: ['unit', 'lint'], timeoutMs: 90_000 }));
  expect(sections.FILES_SCOPE).toBe('write: src/**\ncreate: src/**, docs/*.md');
  expect(sections.VALIDATION).toBe('Gates: unit, lint.');
  expect(sections.CONSTRAINTS).toContain('At most 90 s');
  expect(sectionsOf(makeTask({ taskId: 'b' })).FILES_SCOPE).toBe('Anywhere in the repository.');
});
