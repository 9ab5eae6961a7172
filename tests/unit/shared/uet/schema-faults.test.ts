// What a schema finds wrong is said in plain words, with advice.
import { expect, it } from 'vitest';
import { schemaFaults } from '../../../../src/shared/uet/schema-faults.ts';
import { planV1, promptInstanceV1 } from '../../../../src/shared/uet/validators.generated.js';

const plan = (task: object) => ({
  schema: 'patchbay/plan.v1',
  plan_id: 'p',
  phases: [{ phase_id: 'P', name: 'P', workstreams: [{ workstream_id: 'W', name: 'W', tasks: [task] }] }],
});
const task = { task_id: 't', name: 'T', kind: 'code_edit' };
const faultsOf = (extra: object) => schemaFaults(planV1, plan({ ...task, ...extra }));

it('has nothing to say about a plan in order', () => {
  expect(faultsOf({})).toEqual([]);
});

it('names the unknown field, where it stands, and what was probably meant', () => {
  expect(faultsOf({ depend_on: [] })).toEqual([
    {
      code: 'E_SCHEMA',
      severity: 'error',
      path: '/phases/0/workstreams/0/tasks/0/depend_on',
      message: '`depend_on` is not a field of task `t`.',
      advice: 'Did you mean `depends_on`?',
    },
  ]);
});

it.each([
  [{ name: undefined }, 'Task `t` has no `name`.', 'Add `name`.'],
  [{ name: 7 }, '`name` must be a text, not `7`.', 'Put it in quotes.'],
  [{ name: '' }, '`name` is empty.', 'Write a text.'],
  [{ execution: { max_attempts: 0 } }, '`execution.max_attempts` is `0`.', 'It must be at least 1.'],
  [
    { resource_scope: { write: ['..\\secret'] } },
    '`resource_scope.write[0]` is `"..\\\\secret"`, which does not have the right form.',
    "A glob relative to the repository's root; `/` separates, `..` is not allowed.",
  ],
  [
    { script: { edits: [{ write: 'a', delete: 'b', text: '' }] } },
    '`script.edits[0]` does not have exactly one of the forms it may have.',
    'One edit: {write, text}, {append, text}, {replace, find, with}, {delete} or {move, to}.',
  ],
  [
    { depends_on: [{ task: 'a', edge: 'sucess' }] },
    '`edge` is `"sucess"`.',
    'Use one of: success, finish, artifact, gate. Did you mean `success`?',
  ],
])('%j: %s', (extra, message, advice) => {
  const faults = faultsOf(extra);
  expect(faults.map((fault) => [fault.message, fault.advice])).toEqual([[message, advice]]);
});

it('lists every fault at once and none twice', () => {
  const faults = schemaFaults(planV1, { schema: 'patchbay/plan.v9', phases: [], colour: 'red' });
  expect(faults.map((fault) => fault.path).sort()).toEqual(['', '/colour', '/phases', '/schema']);
});

it('knows the words of older documents', () => {
  const faults = schemaFaults(promptInstanceV1, {
    template_id: 't',
    target_tool: 'x',
    kind: 'k',
    prompt_id: 'p',
    sections: {},
  });
  expect(faults.map(({ path, advice }) => [path, advice])).toContainEqual([
    '/prompt_id',
    'Here it is called `prompt_instance_id`.',
  ]);
});

it('cuts what is long, and never repeats a whole file', () => {
  const name = 'x'.repeat(100_000);
  for (const { message, advice } of faultsOf({ [name]: 1, kind: [name], execution: { max_attempts: name } })) {
    expect(message.length).toBeLessThan(200);
    expect(advice.length).toBeLessThan(1_000);
  }
});
